#include <cmath>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/bargaining/voting/power_under_rule.hpp"

namespace hansa {
namespace {

using test::power_of;
using test::Powers;
using test::Swings;

TEST_CASE("one of three with half of the power decides in two orders of three", "[voting]") {
  // (2, 1, 1), quota 3 of 4: the strong is needed by all three winning coalitions
  const VotingPower found = power_of({2, 1, 1}, "quota-power:0.75");
  CHECK(found.swings == Swings{"3", "1", "1"});
  CHECK(found.shapley == Powers{2.0 / 3.0, 1.0 / 6.0, 1.0 / 6.0});
  // winning: all three, and the strong with either; each of the latter is minimal
  CHECK(found.collectivity == 3.0 / 8.0);
  CHECK(found.absolute_banzhaf == Powers{0.75, 0.25, 0.25});
  CHECK(found.coleman_prevent == Powers{1, 1.0 / 3.0, 1.0 / 3.0});
  CHECK(found.coleman_initiate == Powers{0.6, 0.2, 0.2});
  CHECK(found.johnston == Powers{2.0 / 3.0, 1.0 / 6.0, 1.0 / 6.0});
  CHECK(found.deegan_packel == Powers{0.5, 0.25, 0.25});
  CHECK(found.holler == Powers{0.5, 0.25, 0.25});
}

TEST_CASE("eight parties that need five of them and 55 of 100 emissions", "[voting]") {
  const VotingPower found = power_of({30, 20, 15, 10, 9, 7, 5, 4}, "quota-power:0.55+heads:5");
  const Powers of_420_orders = {95, 63, 53, 45, 45, 45, 37, 37};  // as all 8! orders, one by one, give
  for (std::size_t k = 0; k < 8; ++k)
    CHECK(found.shapley[k] == Approx(of_420_orders[k] / 420).epsilon(1e-14));
  CHECK(found.swings == Swings{"50", "34", "32", "28", "28", "28", "24", "24"});
  CHECK(found.banzhaf[0] == Approx(50.0 / 248.0).epsilon(1e-12));
}

TEST_CASE("in an apex game the apex has (n - 2) / n, and the others share the rest", "[voting]") {
  // one of weight n - 2 and n - 1 of weight 1; n - 1 wins: the apex with any other, or all others
  for (const double n : {5.0, 30.0}) {
    Powers power(static_cast<std::size_t>(n), 1.0);
    power[0] = n - 2;
    const VotingPower found = power_of(power, fmt::format("quota-power:{}/{}", n - 1, 2 * n - 3));
    CHECK(found.shapley[0] == Approx((n - 2) / n).epsilon(1e-13));
    CHECK(found.shapley[1] == Approx(2 / n / (n - 1)).epsilon(1e-13));
    CHECK(found.absolute_banzhaf[0] == Approx(1 - std::ldexp(1.0, static_cast<int>(2 - n))).epsilon(1e-13));
    // n - 1 minimal coalitions of two with the apex, one of all others: n - 1 of 3 (n - 1) memberships
    CHECK(found.deegan_packel[0] == Approx((n - 1) / n / 2).epsilon(1e-13));
    CHECK(found.holler[0] == Approx(1.0 / 3.0).epsilon(1e-13));
  }
}

TEST_CASE("a dictator has all power, and a rule of equals gives all the same", "[voting]") {
  for (const PowerIndex& index : power_indices) {
    CHECK(((power_of({9, 1, 2, 1}, "majority-power")).*index.of) == Powers{1, 0, 0, 0});
    for (const std::size_t n : {24U, 60U}) {
      CAPTURE(index.word);
      const Powers values = (power_of(Powers(n, 0.07), "quota-power:0.72")).*index.of;
      CHECK(values.back() == Approx(values.front()).epsilon(1e-14));
    }
  }
  const VotingPower many = power_of(Powers(197, 3.5), "quota-power:0.75");
  CHECK(many.left_out.empty());
  for (const PowerIndex& index : power_indices) {
    CAPTURE(index.word);
    const Powers& values = many.*index.of;
    REQUIRE(values.size() == 197);
    if (index.word == "absolute_banzhaf" || index.word.starts_with("coleman")) continue;  // do not sum to 1
    CHECK(values[196] == Approx(1.0 / 197.0).epsilon(1e-13));
  }
}

TEST_CASE("under consensus all decide equally, regardless of number and power", "[voting]") {
  const VotingPower many = power_of(Powers(196, 1.0), "consensus");
  CHECK(many.shapley[195] == 1.0 / 196.0);
  CHECK(many.johnston[195] == Approx(1.0 / 196.0).epsilon(1e-14));
  CHECK(power_of({5, 2, 1}, "consensus").swings == Swings{"1", "1", "1"});
}

TEST_CASE("consensus minus one needs all but one, regardless of power", "[voting]") {
  // of four, three of a kind: each is needed by the three coalitions of three that hold it; 5 of 16 win
  for (const char* rule : {"consensus-minus:1", "heads:3", "majority", "quota-heads:0.75"}) {
    CAPTURE(rule);
    const VotingPower found = power_of({9, 1, 1, 2}, rule);
    CHECK(found.swings == Swings{"3", "3", "3", "3"});
    CHECK(found.collectivity == 5.0 / 16.0);
  }
}

TEST_CASE("an actor without power has no seat and decides nothing, unless by a veto", "[voting]") {
  CHECK(power_of({5, 0, 1}, "quota-power:0.5").swings == Swings{"2", "0", "0"});
  CHECK(power_of({5, 0, 1}, "quota-power:0.5", {0, 1, 0}).swings == Swings{"2", "2", "0"});
  for (const char* rule : {"heads:2", "consensus", "majority"}) {
    const VotingPower found = power_of({1, 1, 0}, rule);
    CHECK(found.swings == Swings{"1", "1", "0"});
    for (const PowerIndex& index : power_indices) CHECK((found.*index.of)[2] == 0);
    CHECK(found.shapley == Powers{0.5, 0.5, 0});
  }
  CHECK(power_of({1, 1, 0}, "heads:3").swings == Swings{"0", "0", "0"});
  CHECK(power_of({1, 1, 0}, "consensus-minus:1").swings == Swings{"1", "1", "0"});
}

TEST_CASE("shares of power that reach a quota exactly win", "[voting]") {
  // if more than the quota were needed, the fourth would have 5, and the first two of the second line none
  CHECK(power_of({.1, .2, .3, .4}, "quota-power:0.3").swings == Swings{"1", "1", "3", "3"});
  CHECK(power_of({.1, .2, .7}, "quota-power:0.3").swings == Swings{"1", "1", "3"});
}

TEST_CASE("half of the power is no majority of it", "[voting]") {
  // swings cannot show it: whoever turns a coalition into half is needed by the rest for a majority
  const auto [power, half, more, swings] = GENERATE(table<Powers, double, double, Swings>({
      {{2, 1, 1}, 5.0 / 8.0, 3.0 / 8.0, {"3", "1", "1"}},
      {{1, 1}, 3.0 / 4.0, 1.0 / 4.0, {"1", "1"}},
  }));
  CHECK(power_of(power, "quota-power:50%").collectivity == half);
  CHECK(power_of(power, "majority-power").collectivity == more);
  CHECK(power_of(power, "over-power:50%").collectivity == more);
  for (const char* rule : {"quota-power:50%", "majority-power", "over-power:50%"})
    CHECK(power_of(power, rule).swings == swings);
}

TEST_CASE("if more heads are required than exist, no actor decides", "[voting]") {
  const VotingPower found = power_of({1, 1}, "quota-power:0.5+heads:3");
  CHECK(found.swings == Swings{"0", "0"});
  for (const PowerIndex& index : power_indices) CHECK((found.*index.of) == Powers{0, 0});
}

TEST_CASE("what has neither few actors nor short powers is left out with a sentence", "[voting]") {
  Powers power;
  for (int k = 0; k < 60; ++k) power.push_back(1.0 + std::sqrt(2.0 + k));
  const VotingPower found = power_of(power, "quota-heads:0.55+quota-power:0.65");
  CHECK(found.shapley.empty());
  REQUIRE(found.left_out.size() == 1);
  CHECK(found.left_out[0].starts_with("who decides is left out: 60 actors with seats"));
}

}  // namespace
}  // namespace hansa
