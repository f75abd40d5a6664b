#include <cmath>
#include <vector>

#include <Random123/philox.h>
#include <catch2/catch.hpp>

#include "support/numbers/draws.hpp"
#include "support/numbers/expect.hpp"
#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

TEST_CASE("the generator gives the known answers of Philox 4x32-10", "[draws]") {
  const r123::Philox4x32 philox;
  const r123::Philox4x32::ctr_type expected = {{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}};
  CHECK(philox({{0, 0, 0, 0}}, {{0, 0}}) == expected);
}

TEST_CASE("a draw is the first 52 bits of the generator's answer to its key", "[draws]") {
  // the zero vector: 6627e8d5 e169c58d ...
  const double zero = Draws(0, 0).uniform(Purpose{0}, 0, 0);
  CHECK(zero == (static_cast<double>(0xe169c58d6627eULL) + 0.5) * 0x1p-52);
  // the digits of pi: counter 243f6a88 85a308d3 13198a2e 03707344, key a4093822 299f31d0
  //                   gives   d16cfe09 94fdcceb 5001e420 24126ea1
  const Draws of_pi(0x299f31d0a4093822ULL, 0x243f6a88U);
  CHECK(of_pi.uniform(Purpose{0x85a3}, 0x08d3, 0x0370734413198a2eULL) ==
        (static_cast<double>(0x94fdccebd16cfULL) + 0.5) * 0x1p-52);
}

TEST_CASE("draws of many entities at once are the draws of each", "[draws]") {
  const Draws draws(0xfedcba9876543210, 7);
  for (const std::size_t n : {0U, 1U, 7U, 8U, 9U, 100U}) {
    std::vector<std::uint64_t> entities;
    for (std::size_t k = 0; k < n; ++k) entities.push_back(k * 0x9e3779b97f4a7c15);
    std::vector<double> drawn(n);
    draws.uniforms(Purpose::Preemption, 2015, entities, drawn);
    for (std::size_t k = 0; k < n; ++k)
      CHECK(drawn[k] == draws.uniform(Purpose::Preemption, 2015, entities[k]));
  }
}

TEST_CASE("uniform draws are between 0 and 1 and fill the interval evenly", "[draws]") {
  const Draws draws(7, 0);
  constexpr std::size_t n = 100'000, n_bins = 20;
  std::vector<int> bins(n_bins, 0);
  double sum = 0;
  for (std::size_t k = 0; k < n; ++k) {
    const double u = draws.uniform(Purpose::Residual, 2000, k);
    REQUIRE((u > 0.0 && u < 1.0));
    ++bins[static_cast<std::size_t>(u * n_bins)];
    sum += u;
  }
  CHECK(sum / n == Approx(0.5).margin(4 * std::sqrt(1.0 / 12 / n)));
  double chi_square = 0;
  for (const int count : bins) chi_square += (count - 5000.0) * (count - 5000.0) / 5000.0;
  CHECK(chi_square < 43.8);  // 1 in 1000 with 19 degrees of freedom
}

TEST_CASE("a draw depends on every part of its key and on nothing else", "[draws]") {
  const auto draw = [](std::uint64_t seed, std::uint32_t realization, Purpose purpose, int year,
                       std::uint64_t entity) {
    return Draws(seed, realization).uniform(purpose, year, entity);
  };
  const double base = draw(1, 2, Purpose::Births, 1995, 4);
  CHECK(draw(1, 2, Purpose::Births, 1995, 4) == base);
  CHECK(draw(2, 2, Purpose::Births, 1995, 4) != base);
  CHECK(draw(1 + (1ULL << 32), 2, Purpose::Births, 1995, 4) != base);
  CHECK(draw(1, 3, Purpose::Births, 1995, 4) != base);
  CHECK(draw(1, 2, Purpose::CityFactor, 1995, 4) != base);
  CHECK(draw(1, 2, Purpose::Births, 1996, 4) != base);
  CHECK(draw(1, 2, Purpose::Births, 1995, 5) != base);
  CHECK(draw(1, 2, Purpose::Births, 1995, 4 + (1ULL << 32)) != base);
}

TEST_CASE("normal draws have mean 0 and variance 1", "[draws]") {
  const Draws draws(7, 0);
  constexpr std::size_t n = 100'000;
  double sum = 0, squares = 0;
  for (std::size_t k = 0; k < n; ++k) {
    const double x = draws.normal(Purpose::Residual, 2000, k);
    sum += x;
    squares += x * x;
  }
  CHECK(sum / n == Approx(0.0).margin(4 * std::sqrt(1.0 / n)));
  CHECK(squares / n == Approx(1.0).margin(4 * std::sqrt(2.0 / n)));
  CHECK(draws.normal(Purpose::Residual, 2000, 3) ==
        normal_quantile(draws.uniform(Purpose::Residual, 2000, 3)));
}

TEST_CASE("a count never falls when its mean rises", "[draws]") {
  const Draws draws(7, 0);
  for (std::uint64_t entity = 0; entity < 200; ++entity) {
    int before = 0;
    for (const double mean : {0.0, 0.1, 0.7, 0.71, 1.5, 3.5, 9.5, 40.0, 120.0, 480.0}) {
      const int count = draws.poisson(mean, Purpose::Births, 2000, entity);
      REQUIRE(count >= before);
      before = count;
    }
  }
}

TEST_CASE("counts have the given mean and its variance", "[draws]") {
  const Draws draws(7, 0);
  const double mean = GENERATE(0.3, 3.5, 60.0, 400.0);
  constexpr std::size_t n = 10'000;
  double sum = 0, squares = 0;
  for (std::size_t k = 0; k < n; ++k) {
    const int count = draws.poisson(mean, Purpose::Births, 2000, k);
    sum += count;
    squares += (count - mean) * (count - mean);
  }
  CHECK(sum / n == Approx(mean).margin(4 * std::sqrt(mean / n)));
  CHECK(squares / n == Approx(mean).margin(4 * std::sqrt((2 * mean * mean + mean) / n)));
}

TEST_CASE("the count of mean 0 is 0", "[draws]") {
  for (std::uint64_t entity = 0; entity < 100; ++entity)
    CHECK(Draws(1, 0).poisson(0.0, Purpose::Births, 2000, entity) == 0);
}

TEST_CASE("a negative or too large mean of a count fails an expectation", "[draws]") {
  const Draws draws(1, 0);
  CHECK_THROWS_AS(draws.poisson(-0.1, Purpose::Births, 2000, 0), ExpectationFailure);
  CHECK_THROWS_AS(draws.poisson(500.0, Purpose::Births, 2000, 0), ExpectationFailure);
}

}  // namespace
}  // namespace hansa
