#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include <catch2/catch.hpp>

#include "sim/phases/ratification.hpp"
#include "support/numbers/reals.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::near;
using test::Players;
using test::set_positions;
using test::SmallWorld;

constexpr int december = SmallWorld::year * 12 + 11;

/// A treaty adopted in 2000 that costs no state anything and opens for signature in December.
struct Treaty {
  SmallWorld small;
  World world;
  RatificationParams params{.constant = 0,
                            .habit = 0,
                            .democracy = 0,
                            .population = 0,
                            .eu = 0,
                            .region = 0,
                            .parties = 0,
                            .time_log = 0,
                            .time = 0,
                            .spread = 0,
                            .home_pressure = 0,
                            .own_payoff = 0,
                            .others_payoff = 0};
  double home_weight = 1;
  explicit Treaty(std::size_t n_states, int n_years = 1) : small(n_states, 1, n_years), world(small.world()) {
    small.add_conference({.name = "COP", .treaty = {.name = "treaty", .opens_after = 0}});
    set_positions(world, std::vector<double>(n_states, 0.5));
    world.states.home_pressure.assign(n_states, 0.0);
    world.agreements.push_back({.conference = 0,
                                .year = SmallWorld::year,
                                .form = Form::Soft,
                                .terms = {.agenda = {0},
                                          .depth_weight = {1.0},
                                          .status_quo = {0.0},
                                          .pledged = {0},
                                          .world_constant = {0.0},
                                          .world_slope = {1.0},
                                          .effort = std::vector<double>(n_states, 1.0),
                                          .share = std::vector<double>(n_states, 1.0 / double(n_states)),
                                          .pledge = std::vector<double>(n_states, 0.5),
                                          .form = Form::Soft,
                                          .payoff = Payoff::PublicGood},
                                .lift = {0.5},
                                .effective = {0.5},
                                .delivered = {0.0},
                                .depth = 0.5,
                                .own_gain = std::vector<double>(n_states, 0.0),
                                .others_gain = std::vector<double>(n_states, 0.0),
                                .joined = std::vector<int>(n_states, Agreement::never),
                                .barred = std::vector<char>(n_states, 0)});
  }
  [[nodiscard]] TreatyParams& treaty_params() { return small.scenario.conferences[0].treaty; }
  Agreement& agreement() { return world.agreements[0]; }
  const std::vector<int>& ratify() {
    hansa::ratify(params, home_weight, small.scenario.withdrawals, world);
    return agreement().joined;
  }
};

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

TEST_CASE("a treaty enters into force once enough parties and enough emissions have joined",
          "[ratification]") {
  Treaty treaty(4);
  treaty.params.constant = 1000;
  treaty.small.facts.conferences[0].emissions = {0.1, 0.2, 0.3, 0.4};
  treaty.treaty_params().delay = 30;
  treaty.agreement().barred = {0, 0, 1, 0};  // the third never joins: three parties with 70 %
  const auto [parties, emissions, in_force] = GENERATE(
      table<int, double, bool>({{3, 0.7 - 1e-12, true}, {3, 0.71, false}, {4, 0.5, false}, {0, 0.0, true}}));
  treaty.treaty_params().min_parties = parties;
  treaty.treaty_params().min_emissions = emissions;
  treaty.ratify();
  if (in_force)
    CHECK(treaty.agreement().entered_force == near(SmallWorld::year + 1 + 30 / 365.25));
  else
    CHECK(std::isinf(treaty.agreement().entered_force));
}

TEST_CASE("of eight parties those bring a treaty into force that are five and hold 55 of 100",
          "[ratification]") {
  constexpr std::array<int, 8> share = {30, 20, 15, 10, 9, 7, 5, 4};
  int n_winning = 0;
  for (unsigned who = 0; who < 256; ++who) {
    Treaty treaty(8);
    treaty.params.constant = 1000;
    treaty.treaty_params().min_parties = 5;
    treaty.treaty_params().min_emissions = 0.55;
    treaty.small.facts.conferences[0].emissions.clear();
    int n = 0, sum = 0;
    for (std::size_t i = 0; i < 8; ++i) {
      const bool joins = (who >> i & 1U) != 0;
      treaty.small.facts.conferences[0].emissions.push_back(share[i] / 100.0);
      treaty.agreement().barred[i] = !joins;
      n += joins ? 1 : 0;
      sum += joins ? share[i] : 0;
    }
    treaty.ratify();
    CAPTURE(who, n, sum);
    CHECK(std::isfinite(treaty.agreement().entered_force) == (n >= 5 && sum >= 55));
    n_winning += n >= 5 && sum >= 55 ? 1 : 0;
  }
  CHECK(n_winning == 78);
}

/// The date of entry into force of a treaty with the Paris Agreement's delay of 30 days, if its threshold is
/// met in this month of 2000.
double in_force_after(int month) {
  Treaty treaty(1);
  treaty.params.constant = 1000;
  treaty.agreement().year = 1999;
  treaty.treaty_params().opens_after = month;  // after December: 1 is January
  treaty.treaty_params().min_parties = 1;
  treaty.treaty_params().delay = 30;
  treaty.ratify();
  REQUIRE(treaty.agreement().joined[0] == SmallWorld::year * 12 + month - 1);
  return treaty.agreement().entered_force;
}

TEST_CASE("a threshold met in October brings a treaty into force 30 days after the end of October",
          "[ratification]") {
  CHECK(in_force_after(10) == Approx(SmallWorld::year + 10.0 / 12 + 30 / 365.25).epsilon(0).margin(1e-9));
}

TEST_CASE("entry into force is accurate to a month: at most a month late, and hardly ever early",
          "[ratification]") {
  // The Paris Agreement met its threshold on 5 October 2016 and entered into force on 4 November. Both years
  // are leap years. A month is a twelfth of a year, so month ends are off by at most two days.
  using namespace std::chrono;
  CHECK(sys_days{2016y / October / 5} + days{30} == sys_days{2016y / November / 4});
  const sys_days new_year{2000y / January / 1};
  for (unsigned month = 1; month <= 12; ++month) {
    const double simulated = in_force_after(static_cast<int>(month));
    for (unsigned day = 1; year_month_day{2000y, std::chrono::month{month}, std::chrono::day{day}}.ok();
         ++day) {
      const sys_days met = 2000y / std::chrono::month{month} / std::chrono::day{day};
      const double by_calendar = 2000 + static_cast<double>((met + days{30} - new_year).count()) / 366;
      CHECK(simulated - by_calendar > -2.0 / 366);
      CHECK(simulated - by_calendar < 33.0 / 366);
    }
  }
}

TEST_CASE("a treaty in force stays in force", "[ratification]") {
  Treaty treaty(1, 2);
  treaty.params.constant = 1000;
  treaty.ratify();
  const double date = treaty.agreement().entered_force;
  treaty.treaty_params().min_parties = 2;
  treaty.world.year += 1;
  treaty.ratify();
  CHECK(treaty.agreement().entered_force == date);
}

/// Three members of the EU, one state outside it, and the EU.
struct Union : Treaty {
  explicit Union(std::vector<char> barred) : Treaty(5) {
    params.constant = 1000;
    for (std::size_t i = 0; i < 3; ++i) small.put_in_bloc(i, "eu");
    small.make_eu(4);
    agreement().barred = std::move(barred);
  }
};

TEST_CASE("the EU joins when most of its members have", "[ratification]") {
  Union most({0, 0, 1, 1, 0}), few({0, 1, 1, 0, 0});
  CHECK(most.ratify()[4] == december);
  CHECK(few.ratify()[4] == Agreement::never);
}

TEST_CASE("the EU is not counted as a party", "[ratification]") {
  Union all({0, 0, 0, 0, 0});
  all.treaty_params().min_parties = 5;
  all.ratify();
  CHECK(std::isinf(all.agreement().entered_force));
  all.treaty_params().min_parties = 4;
  all.ratify();
  CHECK(std::isfinite(all.agreement().entered_force));
}

TEST_CASE("a state that withdraws is out for good", "[ratification]") {
  Treaty treaty(2, 3);
  treaty.params.constant = 1000;
  treaty.small.scenario.withdrawals = {{"AAA", "treaty", 2001}, {"BBB", "another", 2001}};
  treaty.ratify();
  CHECK(treaty.agreement().joined == std::vector<int>{december, december});
  for (treaty.world.year = 2001; treaty.world.year <= 2002; ++treaty.world.year) {
    treaty.ratify();
    CHECK(treaty.agreement().joined == std::vector<int>{Agreement::never, december});
    CHECK(treaty.agreement().barred == std::vector<char>{1, 0});
  }
}

TEST_CASE("the EU that withdraws is out for good, whatever its members do", "[ratification]") {
  Union members({0, 0, 0, 0, 0});
  members.small.scenario.withdrawals = {{"EEE", "treaty", SmallWorld::year}};
  CHECK(members.ratify()[4] == Agreement::never);
}

TEST_CASE("decisions are not ratified", "[ratification]") {
  Treaty treaty(1);
  treaty.params.constant = 1000;
  treaty.treaty_params().name.clear();
  CHECK(treaty.ratify()[0] == Agreement::never);
}

}  // namespace
}  // namespace hansa
