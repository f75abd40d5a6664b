#include <algorithm>
#include <cmath>
#include <set>

#include <catch2/catch.hpp>

#include "sweeps/design/designs.hpp"

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

TEST_CASE("the dimensions of a Latin hypercube do not go together", "[sweep]") {
  const std::size_t n = 1000;
  const std::vector<double> points = latin_hypercube(n, 2, 7);
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
