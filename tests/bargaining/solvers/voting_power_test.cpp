#include <catch2/catch.hpp>

#include "bargaining/solvers/voting_power.hpp"

namespace hansa {
namespace {

using Swings = std::vector<std::uint64_t>;

VotingPower power_of(const std::vector<double>& power, const char* words, std::vector<char> veto = {}) {
  DecisionRule rule;
  REQUIRE(read_decision_rule(words, rule).empty());
  veto.resize(power.size());
  return voting_power(power, veto, rule);
}

TEST_CASE("eight parties that need five of them and 55 of 100 emissions", "[solvers][power]") {
  const VotingPower found = power_of({30, 20, 15, 10, 9, 7, 5, 4}, "quota-power:0.55+heads:5");
  const std::vector<double> expected = {.226190476, .15,        .126190476, .107142857,
                                        .107142857, .107142857, .088095238, .088095238};
  for (std::size_t k = 0; k < 8; ++k) CHECK(found.shapley[k] == Approx(expected[k]).margin(5e-10));
  CHECK(found.swings == Swings{50, 34, 32, 28, 28, 28, 24, 24});
  CHECK(found.banzhaf[0] == Approx(50.0 / 248.0).epsilon(1e-12));
}

TEST_CASE("one of three with half of the power decides in two orders of three", "[solvers][power]") {
  // (2, 1, 1), quota 3 of 4: the strong is needed by all three winning coalitions
  const VotingPower found = power_of({2, 1, 1}, "quota-power:0.75");
  CHECK(found.swings == Swings{3, 1, 1});
  CHECK(found.shapley[0] == Approx(2.0 / 3.0).epsilon(1e-12));
  CHECK(found.shapley[1] == Approx(1.0 / 6.0).epsilon(1e-12));
}

TEST_CASE("under consensus all decide equally, regardless of number and power", "[solvers][power]") {
  const VotingPower many = power_of(std::vector<double>(196, 1.0), "consensus");
  CHECK(many.shapley[195] == 1.0 / 196.0);
  CHECK(power_of({5, 0, 1}, "consensus").swings == Swings{1, 1, 1});
}

TEST_CASE("an actor without power decides nothing under a quota, unless by a veto", "[solvers][power]") {
  CHECK(power_of({5, 0, 1}, "quota-power:0.5").swings == Swings{4, 0, 0});
  CHECK(power_of({5, 0, 1}, "quota-power:0.5", {0, 1, 0}).swings == Swings{2, 2, 0});
}

TEST_CASE("shares of power that reach a quota exactly win", "[solvers][power]") {
  CHECK(power_of({.1, .2, .3, .4}, "quota-power:0.3").swings[2] > 0);
  CHECK(power_of({.1, .2, .7}, "quota-power:0.3").swings == Swings{1, 1, 3});
}

TEST_CASE("if more heads are required than exist, no actor decides", "[solvers][power]") {
  const VotingPower found = power_of({1, 1}, "quota-power:0.5+heads:3");
  CHECK(found.swings == Swings{0, 0});
  CHECK(found.banzhaf == std::vector<double>{0, 0});
}

TEST_CASE("consensus minus one needs all but one, regardless of power", "[solvers][power]") {
  // of four, three of a kind: each is needed by the three coalitions of three that hold it
  CHECK(power_of({9, 1, 1, 0}, "consensus-minus:1").swings == Swings{3, 3, 3, 3});
  CHECK(power_of({9, 1, 1, 0}, "heads:3").swings == Swings{3, 3, 3, 3});
}

TEST_CASE("under a rule of heads all decide equally, and a majority of four needs three",
          "[solvers][power]") {
  for (const char* rule : {"majority", "heads:3", "quota-heads:0.75"})
    CHECK(power_of({9, 1, 1, 0}, rule).swings == Swings{3, 3, 3, 3});
}

TEST_CASE("half of the power is no majority of it", "[solvers][power]") {
  CHECK(power_of({2, 1, 1}, "quota-power:0.5").swings == Swings{3, 1, 1});
  CHECK(power_of({2, 1, 1}, "majority-power").swings == Swings{3, 1, 1});
  CHECK(power_of({1, 1}, "quota-power:0.5").swings == Swings{1, 1});
  CHECK(power_of({1, 1}, "majority-power").swings == Swings{1, 1});
}

TEST_CASE("twenty-four equals share all power", "[solvers][power]") {
  const VotingPower found = power_of(std::vector<double>(24, 1.0), "quota-power:0.72");
  CHECK(found.shapley[23] == Approx(1.0 / 24.0).epsilon(1e-9));
}

}  // namespace
}  // namespace hansa
