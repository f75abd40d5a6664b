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
  CHECK(saltelli(8, 3, 1) == saltelli(8, 3, 1));
  CHECK(saltelli(8, 3, 1) != saltelli(8, 3, 2));
  CHECK(morris_trajectories(4, 3, 1) == morris_trajectories(4, 3, 1));
  CHECK(morris_trajectories(4, 3, 1) != morris_trajectories(4, 3, 2));
}

// Joe and Kuo's directions new-joe-kuo-6.21201; the same points as SciPy's Sobol(3, scramble=False).
TEST_CASE("the Sobol' sequence begins with its origin and the known points", "[sweep]") {
  const std::vector<double> known = {0,     0,     0,     0.5,   0.5,   0.5,   0.75,  0.25,
                                     0.25,  0.25,  0.75,  0.75,  0.375, 0.375, 0.625, 0.875,
                                     0.875, 0.125, 0.625, 0.125, 0.875, 0.125, 0.625, 0.375};
  std::vector<double> points;
  for (const std::uint64_t bits : sobol_sequence(8, 3)) points.push_back(static_cast<double>(bits) * 0x1p-64);
  CHECK(points == known);
}

TEST_CASE("a shifted Sobol' sequence keeps one point in each stratum", "[sweep]") {
  const std::size_t n = 64, k = 6;
  const std::vector<double> points = saltelli(n, k, 99);
  for (std::size_t j = 0; j < k; ++j) {
    std::set<int> of_a, of_b;
    for (std::size_t i = 0; i < n; ++i) {
      of_a.insert(static_cast<int>(points[(i * (k + 2)) * k + j] * static_cast<double>(n)));
      of_b.insert(static_cast<int>(points[(i * (k + 2) + k + 1) * k + j] * static_cast<double>(n)));
    }
    CHECK(of_a.size() == n);
    CHECK(of_b.size() == n);
  }
}

TEST_CASE("between A and B Saltelli's design takes one coordinate of B at a time", "[sweep]") {
  const std::size_t n = 8, k = 4;
  const std::vector<double> points = saltelli(n, k, 3);
  REQUIRE(points.size() == n * (k + 2) * k);
  for (std::size_t i = 0; i < n; ++i) {
    const double* a = &points[i * (k + 2) * k];
    const double* b = a + (k + 1) * k;
    for (std::size_t row = 1; row <= k; ++row) {
      for (std::size_t j = 0; j < k; ++j) CHECK(a[row * k + j] == (j + 1 == row ? b[j] : a[j]));
    }
  }
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
