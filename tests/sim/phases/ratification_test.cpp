#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "tests/sim/phases/treaty_to_join.hpp"

namespace hansa {
namespace {

using test::december;
using test::near;
using test::Players;
using test::set_positions;
using test::SmallWorld;
using test::Treaty;

/// The yearly odds of joining, estimated from one month of 20,000 states: the probability is between the
/// largest draw of those that joined and the smallest of those that did not. The first ten are left out.
double odds(Treaty& treaty, int month = december) {
  std::fill(treaty.agreement().joined.begin() + 10, treaty.agreement().joined.end(), Agreement::never);
  treaty.ratify();
  double chance = 0, next = 1;
  for (std::size_t i = 10; i < treaty.small.facts.n_states; ++i) {
    const double u = treaty.world.draws.uniform(
        Purpose::Ratification, month, entity_key(treaty.small.facts.state_key[i], entity_key("COP")));
    if (treaty.agreement().joined[i] == month)
      chance = std::max(chance, u);
    else
      next = std::min(next, u);
  }
  REQUIRE(chance < next);
  const double yearly = 1 - std::pow(1 - chance, 12);
  return yearly / (1 - yearly);
}

TEST_CASE("states join with the odds of their habit, their kind and those who have joined",
          "[ratification]") {
  Treaty treaty(20'000);
  treaty.params.constant = -1.7;
  // the first ten have joined already, or never will
  std::fill(treaty.agreement().barred.begin(), treaty.agreement().barred.begin() + 10, 1);
  const double base = odds(treaty);
  CHECK(base == Approx(std::exp(-1.7)).epsilon(0.01));

  SECTION("a habit of half a standard deviation") {
    treaty.params.habit = 0.8;
    treaty.small.facts.conferences[0].habit.assign(20'000, 0.5);
    CHECK(odds(treaty) / base == Approx(std::exp(0.4)).epsilon(0.01));
  }
  SECTION("democracy and people") {
    treaty.params.democracy = 0.2;
    treaty.params.population = -0.1;
    treaty.small.now().democracy_score.assign(20'000, 2.0);
    treaty.small.now().population_score.assign(20'000, 1.0);
    CHECK(odds(treaty) / base == Approx(std::exp(0.3)).epsilon(0.01));
  }
  SECTION("members of the European Union") {
    treaty.params.eu = 0.4;
    CHECK(odds(treaty) == base);
    for (std::size_t i = 0; i < 20'000; ++i) treaty.small.put_in_bloc(i, "eu");
    CHECK(odds(treaty) / base == Approx(std::exp(0.4)).epsilon(0.01));
  }
  SECTION("the shares of states, elsewhere and in the region, that have joined: ten of 20,000") {
    treaty.params.parties = 400;
    treaty.params.region = 600;
    std::fill(treaty.agreement().joined.begin(), treaty.agreement().joined.begin() + 10, december - 1);
    std::fill(treaty.small.facts.region.begin(), treaty.small.facts.region.begin() + 10, 1);
    CHECK(odds(treaty) / base == Approx(std::exp(0.2)).epsilon(0.01));
    std::fill(treaty.small.facts.region.begin(), treaty.small.facts.region.end(), 1);
    CHECK(odds(treaty) / base == Approx(std::exp(0.5)).epsilon(0.01));
  }
  SECTION("the appeal of the treaty itself, one draw for all states and months") {
    treaty.params.spread = 0.5;
    const double z = treaty.world.draws.normal(Purpose::Ratification, SmallWorld::year, entity_key("COP"));
    CHECK(odds(treaty) / base == Approx(std::exp(0.5 * z)).epsilon(0.01));
  }
  SECTION("cities that press at home, by the reach of what networks do") {
    treaty.params.home_pressure = 1;
    treaty.world.states.home_pressure.assign(20'000, 0.5);
    CHECK(odds(treaty) == base);  // without influence
    treaty.world.pressure.influence = 0.8;
    CHECK(odds(treaty) / base == Approx(std::exp(0.4)).epsilon(0.01));
    treaty.home_weight = 2;
    CHECK(odds(treaty) / base == Approx(std::exp(0.8)).epsilon(0.01));
  }
}

TEST_CASE("states need time to begin with, and interest fades with the years", "[ratification]") {
  Treaty treaty(20'000);
  treaty.params.time_log = 0.5;
  treaty.params.time = -0.4;
  CHECK(odds(treaty) == Approx(1.0).epsilon(0.01));
  treaty.agreement().year = 1996;  // open since January 1997, 36 months ago: .5 ln 37 - .4 * 3
  treaty.treaty_params().opens_after = 1;
  CHECK(odds(treaty, SmallWorld::year * 12) == Approx(std::sqrt(37.0) * std::exp(-1.2)).epsilon(0.01));
}

TEST_CASE("a treaty opens some months after its adoption", "[ratification]") {
  Treaty treaty(1, 2);
  treaty.params.constant = 1000;
  treaty.treaty_params().opens_after = 4;
  CHECK(treaty.ratify()[0] == Agreement::never);
  treaty.world.year += 1;
  CHECK(treaty.ratify()[0] == december + 4);
}

TEST_CASE("a state joins in no month before it would", "[ratification]") {
  Treaty treaty(1, 2);
  treaty.params.constant = -1000;
  CHECK(treaty.ratify()[0] == Agreement::never);
  treaty.params.constant = 1000;
  treaty.world.year += 1;
  CHECK(treaty.ratify()[0] == december + 1);
  treaty.world.year -= 1;
  CHECK(treaty.ratify()[0] == december + 1);  // and only once
}

/// A treaty on a public good: each state's own effort is .5, and a quarter of the world's.
struct Shared : Treaty {
  static constexpr std::size_t n_states = 20'000;
  Shared() : Treaty(n_states) {
    params.own_payoff = 2;
    params.others_payoff = 1;
    agreement().terms.share.assign(n_states, 0.25);
  }
  /// The odds if every state has these veto players.
  double odds_of(const Players& players) {
    set_positions(world, std::vector<Players>(n_states, players));
    return odds(*this);
  }
};

/// What joining is worth, if half of the others' effort hangs on it.
double half_of_it(double y) { return 2 * y * (0.125 + 0.5 * 0.375) - 0.25; }

TEST_CASE("the odds of joining follow what it is worth to the player who gains least", "[ratification]") {
  Shared treaty;
  CHECK(treaty.odds_of({{0.6}}) == Approx(std::exp(2 * half_of_it(0.6))).epsilon(0.01));
  CHECK(treaty.odds_of({{0.9}, {0.3}}) == Approx(std::exp(2 * half_of_it(0.3))).epsilon(0.01));
  CHECK(treaty.odds_of({{0.3}, {0.9}}) == Approx(std::exp(2 * half_of_it(0.3))).epsilon(0.01));
}

TEST_CASE("all of the others' effort hangs on a state that the treaty needs", "[ratification]") {
  Shared treaty;
  const double hesitant = 0.35, all_of_it = 2 * hesitant * 0.5 - 0.25;  // none joins for half of it
  auto& emissions = treaty.small.facts.conferences[0].emissions;
  emissions.assign(Shared::n_states, 0.6);
  treaty.treaty_params().min_emissions = 0.55;
  CHECK(treaty.odds_of({{hesitant}}) == Approx(std::exp(2 * all_of_it)).epsilon(0.01));
  // one that cannot bring it into force does not count on the others
  emissions.assign(Shared::n_states, 0.5);
  CHECK(treaty.odds_of({{hesitant}}) == Approx(std::exp(2 * half_of_it(hesitant))).epsilon(0.01));
}

TEST_CASE("hard law needs the consent of the legislator whose vote decides, where the rule is known",
          "[ratification]") {
  const auto joins = [](double pivot, Form form, double majority) {
    Treaty treaty(1);
    treaty.params.constant = 1000;
    treaty.params.own_payoff = 1;
    treaty.small.facts.treaty_majority = {majority};
    treaty.agreement().form = form;
    set_positions(treaty.world, std::vector{0.9});
    treaty.world.states.pivot = {pivot};  // gains 2 y .5 - .25
    return treaty.ratify()[0] == december;
  };
  CHECK_FALSE(joins(0.24, Form::Hard, 0.667));
  CHECK(joins(0.26, Form::Hard, 0.667));
  CHECK(joins(0.24, Form::Shell, 0.667));
  CHECK(joins(0.24, Form::Hard, 0.0));
}

TEST_CASE("in the year of adoption a treaty keeps what joining is worth", "[ratification]") {
  Treaty treaty(1);
  set_positions(treaty.world, std::vector{0.6});
  treaty.ratify();
  CHECK(treaty.agreement().own_gain[0] == near(2 * 0.6 * 0.5 - 0.25));
  CHECK(treaty.agreement().others_gain[0] == 0.0);
}

}  // namespace
}  // namespace hansa
