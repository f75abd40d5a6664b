#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/kernel/contest.hpp"
#include "sim/kernel/processor.hpp"
#include "support/numbers/draws.hpp"

namespace hansa {
namespace {

struct Bodies {
  Contest reference, variant;
};
constexpr Bodies every_contest[] = {{contest_proportional_reference, contest_proportional},
                                    {contest_cubic_reference, contest_cubic},
                                    {contest_mixed_reference, contest_mixed},
                                    {contest_binary_reference, contest_binary}};

std::vector<double> contest(Contest kernel, std::size_t n_texts, const std::vector<double>& gain,
                            const std::vector<double>& weight) {
  std::vector<double> win(n_texts * n_texts, -1.0), scratch(contest_scratch(weight.size(), n_texts), -9.0);
  std::vector<double> root(weight.size());
  for (std::size_t i = 0; i < root.size(); ++i) root[i] = std::cbrt(weight[i]);
  kernel({.n_actors = weight.size(),
          .n_texts = n_texts,
          .gain = gain,
          .weight = weight,
          .scratch = scratch,
          .root = root},
         win);
  return win;
}

// Two texts and three actors of weights .5, .3, .2, who prefer the first by .2, -.1 and 0.
const std::vector<double> gain = {0.3, 0.1, 0.4, 0.1, 0.2, 0.4}, weight = {0.5, 0.3, 0.2};

TEST_CASE("in a proportional contest the share of weighted gain is the probability of winning", "[contest]") {
  const std::vector<double> win = contest(contest_proportional_reference, 2, gain, weight);
  // .5 * .2 = .10 for the first, .3 * .1 = .03 for the second
  CHECK(win[1] == Approx(10.0 / 13).epsilon(1e-10));
  CHECK(win[2] == Approx(3.0 / 13).epsilon(1e-10));
}

TEST_CASE("in a cubic contest strong preferences count for more", "[contest]") {
  const std::vector<double> win = contest(contest_cubic_reference, 2, gain, weight);
  // .5 * .008 = .0040 for the first, .3 * .001 = .0003 for the second
  CHECK(win[1] == Approx(40.0 / 43).epsilon(1e-9));
  CHECK(win[2] == Approx(3.0 / 43).epsilon(1e-8));
}

TEST_CASE("in a mixed contest the proportional and the cubic term have equal weight", "[contest]") {
  const std::vector<double> win = contest(contest_mixed_reference, 2, gain, weight);
  // .5 * .104 = .0520 for the first, .3 * .0505 = .01515 for the second
  CHECK(win[1] == Approx(0.0520 / 0.06715).epsilon(1e-10));
  CHECK(win[2] == Approx(0.01515 / 0.06715).epsilon(1e-10));
}

TEST_CASE("in a binary contest an actor with a preference counts in full, an indifferent one not at all",
          "[contest]") {
  const std::vector<double> win = contest(contest_binary_reference, 2, gain, weight);
  // .5 for the first, .3 for the second, .2 for neither
  CHECK(win[1] == Approx(5.0 / 8).epsilon(1e-10));
  CHECK(win[2] == Approx(3.0 / 8).epsilon(1e-10));
}

TEST_CASE("texts of equal gain tie", "[contest]") {
  for (const auto& [kernel, variant] : every_contest) {
    const std::vector<double> win = contest(kernel, 2, {0.3, 0.1, -0.2, 0.3, 0.1, -0.2}, weight);
    CHECK(win == std::vector<double>{0.5, 0.5, 0.5, 0.5});
  }
}

TEST_CASE("texts tie if equal weights prefer each", "[contest]") {
  const std::vector<double> win =
      contest(contest_proportional_reference, 2, {0.3, 0.0, 0.0, 0.3}, {0.5, 0.5});
  CHECK(win == std::vector<double>{0.5, 0.5, 0.5, 0.5});
}

TEST_CASE("a text that all prefer wins almost surely", "[contest]") {
  const std::vector<double> win =
      contest(contest_proportional_reference, 2, {0.3, 0.2, 0.1, 0.1}, {0.5, 0.5});
  CHECK(win[1] == Approx(1.0).epsilon(1e-10));
  CHECK(win[2] > 0.0);  // a text that beats nothing would prevent convergence of standing
  CHECK(win[2] < 1e-10);
}

TEST_CASE("an actor without weight changes nothing", "[contest]") {
  const std::vector<double> win = contest(contest_proportional_reference, 2, gain, weight);
  CHECK(contest(contest_proportional_reference, 2, {0.3, 0.1, 0.4, 0.0, 0.1, 0.2, 0.4, 9.0},
                {0.5, 0.3, 0.2, 0.0}) == win);
}

TEST_CASE("the probabilities of two texts add up to 1 at any size", "[contest]") {
  const std::size_t n_actors = GENERATE(1U, 3U, 64U, 197U), n_texts = GENERATE(1U, 2U, 5U, 28U);
  const Draws draws(1, 0);
  std::vector<double> gains(n_actors * n_texts), weights(n_actors, 1.0 / static_cast<double>(n_actors));
  for (std::size_t k = 0; k < gains.size(); ++k) gains[k] = draws.uniform(Purpose::Residual, 0, k) - 0.5;
  for (const auto& [kernel, variant] : every_contest) {
    const std::vector<double> win = contest(kernel, n_texts, gains, weights);
    for (std::size_t a = 0; a < n_texts; ++a) {
      CHECK(win[a * n_texts + a] == 0.5);
      for (std::size_t b = 0; b < n_texts; ++b) {
        REQUIRE(win[a * n_texts + b] + win[b * n_texts + a] == Approx(1.0).epsilon(1e-15));
        REQUIRE((win[a * n_texts + b] > 0.0 && win[a * n_texts + b] < 1.0));
      }
    }
  }
}

TEST_CASE("every variant of a contest gives the bits of its reference, around the width of its blocks too",
          "[contest]") {
  const std::size_t n_actors = GENERATE(1U, 2U, 3U, 4U, 5U, 197U);
  const std::size_t n_texts =
      GENERATE(1U, 2U, 3U, 4U, 5U, 7U, 8U, 9U, 11U, 12U, 13U, 15U, 16U, 17U, 28U, 31U, 33U, 64U);
  const Draws draws(2, 0);
  std::vector<double> gains(n_actors * n_texts), weights(n_actors);
  for (std::size_t k = 0; k < gains.size(); ++k)  // on a grid here and there, so that some tie
    gains[k] = k % 3 == 0 ? static_cast<double>(k % 7) / 8 : draws.uniform(Purpose::Residual, 0, k) - 0.5;
  for (std::size_t i = 0; i < n_actors; ++i)
    weights[i] = i % 5 == 4 ? 0.0 : draws.uniform(Purpose::Residual, 1, i);
  const auto four = four_lane_contests(), eight = eight_lane_contests();
  for (std::size_t k = 0; k < std::size(every_contest); ++k) {
    const auto& [reference, variant] = every_contest[k];
    const std::vector<double> win = contest(reference, n_texts, gains, weights);
    REQUIRE(contest(variant, n_texts, gains, weights) == win);
    REQUIRE(contest(four[k], n_texts, gains, weights) == win);
    if (has_eight_lanes()) REQUIRE(contest(eight[k], n_texts, gains, weights) == win);
  }
}

}  // namespace
}  // namespace hansa
