#include <numeric>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/kernel/standing.hpp"
#include "support/numbers/draws.hpp"

namespace hansa {
namespace {

std::vector<double> standing(const std::vector<double>& win, const std::vector<double>& sponsor) {
  std::vector<double> result(sponsor.size()), scratch(sponsor.size());
  REQUIRE(standing_reference(win, sponsor, result, scratch, 1e-13) > 0);
  return result;
}

TEST_CASE("two texts have standing in proportion to sponsorship and probability of winning", "[standing]") {
  const auto [p, v1, v2] = GENERATE(table<double, double, double>(
      {{0.6, 0.3, 0.1}, {0.5, 0.15, 0.1}, {0.999, 0.1, 0.9}, {0.01, 1.0, 1.0}}));
  const std::vector<double> pi = standing({0.5, p, 1 - p, 0.5}, {v1, v2});
  // pi1 / pi2 = v1 P(1, 2) / (v2 P(2, 1))
  const double odds = v1 * p / (v2 * (1 - p));
  CHECK(pi[0] == Approx(odds / (1 + odds)).epsilon(1e-11));
  CHECK(pi[0] + pi[1] == Approx(1.0).epsilon(1e-14));
}

TEST_CASE("if every contest is a tie the standing of texts is their sponsorship", "[standing]") {
  const std::vector<double> pi = standing(std::vector<double>(16, 0.5), {0.1, 0.2, 0.3, 0.4});
  for (std::size_t a = 0; a < 4; ++a) CHECK(pi[a] == Approx(0.1 * static_cast<double>(a + 1)).epsilon(1e-11));
}

TEST_CASE("a text alone has all the standing", "[standing]") {
  CHECK(standing({0.5}, {0.15}) == std::vector<double>{1.0});
}

TEST_CASE("a text that beats all others has almost all the standing", "[standing]") {
  constexpr double hardly = 1e-12;
  const std::vector<double> pi = standing({0.5, 1 - hardly, 1 - hardly,  //
                                           hardly, 0.5, 0.5,             //
                                           hardly, 0.5, 0.5},
                                          {0.2, 0.4, 0.4});
  CHECK(pi[0] == Approx(1.0).epsilon(1e-10));
}

/// Random win probabilities of n texts.
std::vector<double> some_chances(std::size_t n, std::uint64_t seed) {
  std::vector<double> win(n * n, 0.5);
  for (std::size_t a = 0; a < n; ++a) {
    for (std::size_t b = a + 1; b < n; ++b) {
      win[a * n + b] = Draws(seed, 0).uniform(Purpose::Residual, 0, a * n + b);
      win[b * n + a] = 1.0 - win[a * n + b];
    }
  }
  return win;
}

TEST_CASE("in equilibrium a text loses to challengers as often as it wins as one", "[standing]") {
  const std::size_t n = GENERATE(3U, 10U, 28U);
  const std::vector<double> win = some_chances(n, n);
  std::vector<double> sponsor(n);
  for (std::size_t a = 0; a < n; ++a) sponsor[a] = 0.01 * static_cast<double>(1 + a % 4);
  const std::vector<double> pi = standing(win, sponsor);
  for (std::size_t a = 0; a < n; ++a) {
    double falls = 0, prevails = 0;
    for (std::size_t b = 0; b < n; ++b) {
      if (b == a) continue;
      falls += pi[a] * sponsor[b] * win[b * n + a];
      prevails += sponsor[a] * win[a * n + b] * pi[b];
    }
    REQUIRE(falls == Approx(prevails).epsilon(1e-10));
  }
  CHECK(std::accumulate(pi.begin(), pi.end(), 0.0) == Approx(1.0).epsilon(1e-13));
}

TEST_CASE("a sponsor that splits its weight over two copies of its text gains nothing", "[standing]") {
  // texts A, B, C against texts A, B, C, C
  const std::vector<double> win = some_chances(3, 7);
  const std::vector<double> pi = standing(win, {0.2, 0.3, 0.5});
  const auto source = [](std::size_t text) { return text == 3 ? std::size_t{2} : text; };
  std::vector<double> copied(16);
  for (std::size_t a = 0; a < 4; ++a) {
    for (std::size_t b = 0; b < 4; ++b) copied[a * 4 + b] = win[source(a) * 3 + source(b)];
  }
  const std::vector<double> split = standing(copied, {0.2, 0.3, 0.4, 0.1});
  CHECK(split[0] == Approx(pi[0]).epsilon(1e-11));
  CHECK(split[1] == Approx(pi[1]).epsilon(1e-11));
  CHECK(split[2] + split[3] == Approx(pi[2]).epsilon(1e-11));
}

TEST_CASE(
    "the fast standing has the bits and the steps of its reference, at every size around the block width",
    "[standing]") {
  const std::size_t n =
      GENERATE(1U, 2U, 3U, 4U, 5U, 7U, 8U, 9U, 15U, 16U, 17U, 28U, 31U, 32U, 33U, 47U, 64U, 65U);
  const std::vector<double> win = some_chances(n, n);
  std::vector<double> sponsor(n), reference(n), fast(n), scratch(standing_scratch(n), -9.0);
  for (std::size_t a = 0; a < n; ++a) sponsor[a] = 0.01 * static_cast<double>(1 + a % 4);
  const std::size_t steps = standing_reference(win, sponsor, reference, scratch);
  REQUIRE(standing_of(win, sponsor, fast, scratch) == steps);
  REQUIRE(fast == reference);
}

TEST_CASE("standing that does not converge is reported", "[standing]") {
  const std::vector<double> win = {0.5, 0.6, 0.4, 0.5}, sponsor = {0.3, 0.1};
  std::vector<double> result(2), scratch(standing_scratch(2));
  CHECK(standing_reference(win, sponsor, result, scratch, -1.0) == 0);
  CHECK(standing_of(win, sponsor, result, scratch, -1.0) == 0);
}

}  // namespace
}  // namespace hansa
