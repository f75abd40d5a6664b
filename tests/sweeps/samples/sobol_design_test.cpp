#include <algorithm>
#include <bit>
#include <set>

#include <catch2/catch.hpp>

#include "sweeps/samples/sobol_design.hpp"

namespace hansa {
namespace {

// Joe and Kuo's directions new-joe-kuo-6.21201; the same points as SciPy's Sobol(3, scramble=False).
TEST_CASE("the Sobol' sequence begins with its origin and the known points", "[sweep]") {
  const std::vector<double> known = {0,     0,     0,     0.5,   0.5,   0.5,   0.75,  0.25,
                                     0.25,  0.25,  0.75,  0.75,  0.375, 0.375, 0.625, 0.875,
                                     0.875, 0.125, 0.625, 0.125, 0.875, 0.125, 0.625, 0.375};
  std::vector<double> points;
  for (const std::uint64_t bits : sobol_sequence(8, 3)) points.push_back(static_cast<double>(bits) * 0x1p-64);
  CHECK(points == known);
}

// Row i of the design is point i / 8 of replicate i % 8.
TEST_CASE("each scrambled replicate keeps one point in each stratum", "[sweep]") {
  const std::size_t n = 64, k = 6;
  const std::vector<double> points = saltelli(n * n_sobol_replicates, k, 99);
  for (std::size_t replicate = 0; replicate < n_sobol_replicates; ++replicate) {
    for (std::size_t j = 0; j < k; ++j) {
      std::set<int> of_a, of_b;
      for (std::size_t i = 0; i < n; ++i) {
        const double* a = &points[(i * n_sobol_replicates + replicate) * (k + 2) * k];
        of_a.insert(static_cast<int>(a[j] * static_cast<double>(n)));
        of_b.insert(static_cast<int>(a[(k + 1) * k + j] * static_cast<double>(n)));
      }
      CHECK(of_a.size() == n);
      CHECK(of_b.size() == n);
    }
  }
}

TEST_CASE("scrambling keeps the number of leading digits that two fractions share", "[sweep]") {
  const std::vector<std::uint64_t> points = sobol_sequence(256, 1);
  for (std::size_t i = 0; i < points.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j)
      CHECK(std::countl_zero(scramble(points[i], 7, 3, 0) ^ scramble(points[j], 7, 3, 0)) ==
            std::countl_zero(points[i] ^ points[j]));
  }
}

TEST_CASE("a scrambled point is uniform over seeds and differs between replicates and columns", "[sweep]") {
  const std::size_t n = 4000;
  double sum = 0, squares = 0;
  std::set<std::uint64_t> seen;
  for (std::uint64_t seed = 0; seed < n; ++seed) {
    const double u = static_cast<double>(scramble(0, seed, 1, 2) >> 11) * 0x1p-53;
    sum += u;
    squares += u * u;
    for (const std::size_t replicate : {0UL, 1UL})
      for (const std::size_t column : {0UL, 1UL}) seen.insert(scramble(0, seed, replicate, column));
  }
  CHECK(sum / n == Approx(0.5).margin(0.014));  // three standard errors
  CHECK(squares / n == Approx(1.0 / 3).margin(0.015));
  CHECK(seen.size() == 4 * n);
}

TEST_CASE("a Sobol' design follows from its seed and is the beginning of a larger one", "[sweep]") {
  const std::vector<double> small = saltelli(16, 3, 1), large = saltelli(64, 3, 1);
  CHECK(small == saltelli(16, 3, 1));
  CHECK(small != saltelli(16, 3, 2));
  CHECK(std::equal(small.begin(), small.end(), large.begin()));
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

}  // namespace
}  // namespace hansa
