#include <algorithm>
#include <cmath>
#include <set>

#include <catch2/catch.hpp>

#include "sweeps/samples/designs.hpp"

namespace hansa {
namespace {

TEST_CASE("a Latin hypercube has one point in each stratum of each dimension", "[sweep]") {
  const std::size_t n = 37, k = 5;
  const std::vector<double> points = latin_hypercube(n, k, 42);
  for (std::size_t j = 0; j < k; ++j) {
    std::set<int> strata;
    for (std::size_t i = 0; i < n; ++i) {
      const double u = points[i * k + j];
      CHECK((u >= 0 && u < 1));
      strata.insert(static_cast<int>(u * static_cast<double>(n)));
    }
    CHECK(strata.size() == n);
  }
}

TEST_CASE("a doubled Latin hypercube begins with the smaller ones, each a hypercube", "[sweep]") {
  const std::size_t k = 4, from = GENERATE(1U, 2U, 7U, 50U);
  const std::vector<double> whole = latin_hypercube(16 * from, k, 5, from);
  CHECK(latin_hypercube(from, k, 5, from) == latin_hypercube(from, k, 5));
  for (std::size_t n = from; n <= 16 * from; n *= 2) {
    const std::vector<double> points = latin_hypercube(n, k, 5, from);
    CHECK(std::equal(points.begin(), points.end(), whole.begin()));
    for (std::size_t j = 0; j < k; ++j) {
      std::set<std::size_t> strata;
      for (std::size_t i = 0; i < n; ++i)
        strata.insert(static_cast<std::size_t>(points[i * k + j] * static_cast<double>(n)));
      CHECK(strata.size() == n);
    }
  }
}

TEST_CASE("the dimensions of a Latin hypercube do not go together, doubled or not", "[sweep]") {
  const std::size_t n = 1024;
  const std::vector<double> points = latin_hypercube(n, 2, 7, GENERATE(0U, 1U, 64U, 512U));
  double sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += (points[2 * i] - 0.5) * (points[2 * i + 1] - 0.5);
  CHECK(std::abs(12 * sum / static_cast<double>(n)) < 0.1);  // three standard errors
}

TEST_CASE("a design follows from its seed alone", "[sweep]") {
  CHECK(latin_hypercube(9, 3, 1) == latin_hypercube(9, 3, 1));
  CHECK(latin_hypercube(9, 3, 1) != latin_hypercube(9, 3, 2));
  CHECK(morris_trajectories(4, 3, 1) == morris_trajectories(4, 3, 1));
  CHECK(morris_trajectories(4, 3, 1) != morris_trajectories(4, 3, 2));
}

TEST_CASE("neighbours on Morris' trajectories differ in one coordinate by two thirds, each once", "[sweep]") {
  const std::size_t r = 50, k = 5;
  const std::vector<double> points = morris_trajectories(r, k, 11);
  REQUIRE(points.size() == r * (k + 1) * k);
  std::set<double> levels(points.begin(), points.end());
  CHECK(levels == std::set<double>{0.0, 1.0 / 3.0, 2.0 / 3.0, 1.0});
  for (std::size_t t = 0; t < r; ++t) {
    std::multiset<std::size_t> moved;
    for (std::size_t step = 0; step < k; ++step) {
      const double* here = &points[(t * (k + 1) + step) * k];
      for (std::size_t j = 0; j < k; ++j) {
        if (here[j] == here[k + j]) continue;
        moved.insert(j);
        CHECK(std::abs(here[j] - here[k + j]) == Approx(2.0 / 3.0));
      }
    }
    CHECK(std::set<std::size_t>(moved.begin(), moved.end()).size() == k);
    CHECK(moved.size() == k);
  }
}

}  // namespace
}  // namespace hansa
