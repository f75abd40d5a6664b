#include <cmath>

#include <catch2/catch.hpp>

#include "sim/phases/implementation.hpp"
#include "support/numbers/reals.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::near;
using test::set_positions;
using test::SmallWorld;

/// States under agreements on one issue at q = 0 with a text of .5, adopted in 2000; the year is 2001.
struct Obliged {
  SmallWorld small;
  World world;
  ImplementationParams params{.intercept = 1.0,
                              .sanction = 1.0,
                              .voters = 0.5,
                              .delivery = 2.0,
                              .depth_cost = 10.0,
                              .reciprocity = 1.0,
                              .action = 1.0};
  double lapse = 0;
  explicit Obliged(std::size_t n_states) : small(n_states, 1, 5), world(small.world()) {
    small.add_conference({.name = "COP", .year = SmallWorld::year, .enforcement = 1});
    set_positions(world, std::vector<double>(n_states, 0.5));
    world.year = 2001;
  }
  Agreement& agree(double hardness, double depth = 0.5, int year = 2000) {
    const std::size_t n = small.facts.n_states;
    world.agreements.push_back({.conference = 0,
                                .year = year,
                                .form = Form::Soft,
                                .terms = {.agenda = {0},
                                          .depth_weight = {1.0},
                                          .status_quo = {0.0},
                                          .pledged = {0},
                                          .world_constant = {0.0},
                                          .world_slope = {1.0},
                                          .effort = std::vector<double>(n, 1.0),
                                          .share = std::vector<double>(n, 1.0 / static_cast<double>(n)),
                                          .pledge = std::vector<double>(n, 0.5),
                                          .payment = std::vector<double>(n, 0.0),
                                          .hardness = hardness},
                                .lift = {0.5},
                                .effective = {0.5},
                                .delivered = {0.0},
                                .depth = depth,
                                .joined = std::vector<int>(small.facts.n_states, year * 12 + 11),
                                .barred = std::vector<char>(small.facts.n_states, 0),
                                .entered_force = year + 1.0});
    return world.agreements.back();
  }
  const std::vector<double>& compliance() {
    implement(params, lapse, world);
    return world.states.compliance;
  }
};

TEST_CASE("who has no obligation complies with it", "[implementation]") {
  Obliged obliged(2);
  CHECK(obliged.compliance() == std::vector<double>{1.0, 1.0});
  CHECK(obliged.world.states.delivery == std::vector<double>{1.0, 1.0});
  CHECK(obliged.world.shortfall == 0.0);
}

TEST_CASE("states comply by sanctions and voters", "[implementation]") {
  Obliged obliged(1);
  obliged.small.facts.years[1].democracy = {0.8};
  obliged.agree(0.9);
  CHECK(obliged.compliance()[0] == near(logistic(1.0 + 1.0 * 0.9 + 0.5 * 0.8)));
}

TEST_CASE("hard law without enforcement is obeyed like soft law [S4]", "[implementation]") {
  Obliged obliged(1);
  obliged.params.reciprocity = 0;
  obliged.agree(0.9);
  const double enforced = obliged.compliance()[0];
  obliged.small.scenario.conferences[0].enforcement = 0;
  const double left_alone = obliged.compliance()[0];
  obliged.world.agreements[0].terms.hardness = 0;
  CHECK(left_alone == obliged.compliance()[0]);
  CHECK(enforced > left_alone);
}

TEST_CASE("a state's hard and soft power are the texts in force for it, split by their hardness [N5]",
          "[implementation]") {
  Obliged obliged(2);
  obliged.agree(0.9);
  obliged.agree(0.0).joined[1] = Agreement::never;
  obliged.compliance();
  CHECK(obliged.world.states.hard_power[0] == near(0.9));
  CHECK(obliged.world.states.soft_power[0] == near(1.1));
  CHECK(obliged.world.states.hard_power[1] == near(0.9));
  CHECK(obliged.world.states.soft_power[1] == near(0.1));
}

TEST_CASE("states comply the less the more an obligation costs them", "[implementation]") {
  Obliged obliged(2);
  set_positions(obliged.world, {0.2, 0.5});  // the first loses .5 (.5 - .4) = .05 by it, the second gains
  obliged.agree(0.0);
  obliged.compliance();
  CHECK(obliged.world.states.compliance[0] == near(logistic(1.0 - 10 * 0.05)));
  CHECK(obliged.world.states.compliance[1] == near(logistic(1.0)));
}

TEST_CASE("others' shortfall of last year lowers compliance", "[implementation]") {
  Obliged obliged(1);
  obliged.agree(0.0);
  obliged.world.shortfall = 0.25;
  CHECK(obliged.compliance()[0] == near(logistic(1.0 - 0.25)));
  obliged.params.reciprocity = 0;
  obliged.world.shortfall = 0.25;
  CHECK(obliged.compliance()[0] == near(logistic(1.0)));
}

TEST_CASE("the shortfall is the mean of what states leave undone, by power", "[implementation]") {
  Obliged obliged(3);
  obliged.small.facts.years[1].power = {0.5, 0.1, 0.4};
  obliged.small.facts.years[1].democracy = {1.0, 0.0, 0.0};
  obliged.small.facts.conferences[0].bound = {1, 1, 0};
  obliged.agree(0.0);
  obliged.compliance();
  CHECK(obliged.world.shortfall == near((0.5 * (1 - logistic(1.5)) + 0.1 * (1 - logistic(1.0))) / 0.6));
}

TEST_CASE("who has not joined what binds it leaves all of it undone", "[implementation]") {
  Obliged obliged(2);
  obliged.small.facts.years[1].power = {0.75, 0.25};
  obliged.agree(0.0, 0.3);
  obliged.agree(0.0, 0.1).joined[0] = Agreement::never;  // a quarter of what binds the first
  obliged.agree(0.0, 0.6).entered_force = 2002.0;        // not in force, so it binds no state
  obliged.compliance();
  const double undone = 1 - logistic(1.0);
  CHECK(obliged.world.states.compliance[0] == near(1 - undone));
  CHECK(obliged.world.shortfall == near(0.75 * (0.75 * undone + 0.25) + 0.25 * undone));
}

TEST_CASE("a state that stays out of everything is no worse a complier for it", "[implementation]") {
  Obliged obliged(1);
  obliged.agree(0.0).joined[0] = Agreement::never;
  CHECK(obliged.compliance()[0] == 1.0);
  CHECK(obliged.world.shortfall == 1.0);
}

TEST_CASE("obligations count by depth and fade as they lapse", "[implementation]") {
  Obliged obliged(1);
  obliged.lapse = 0.5;
  obliged.agree(1.0, 0.4, 1999);  // of which .4 * .25 = .1 is left
  obliged.agree(0.0, 0.6, 2000);  // .6 * .5 = .3
  CHECK(obliged.compliance()[0] == near(logistic(1.0 + 0.25)));
}

TEST_CASE("no state is obliged by a text that is not in force, not joined or not for it",
          "[implementation]") {
  Obliged later(1), outside(1), unbound(1), next_year(1), eu(1);
  later.agree(0.0).entered_force = 2002.0;
  outside.agree(0.0).joined[0] = Agreement::never;
  unbound.agree(0.0);
  unbound.small.facts.conferences[0].bound = {0};
  next_year.agree(0.0).joined[0] = 2002 * 12;
  eu.agree(0.0);
  eu.small.facts.head[0] = 0;
  for (Obliged* obliged : {&later, &outside, &unbound, &next_year, &eu})
    CHECK(obliged->compliance()[0] == 1.0);
}

TEST_CASE("who joins in December is obliged in the same year if the treaty is in force", "[implementation]") {
  Obliged obliged(1);
  Agreement& agreement = obliged.agree(0.0);
  agreement.joined[0] = 2001 * 12 + 11;
  agreement.entered_force = 2001.99;
  CHECK(obliged.compliance()[0] == near(logistic(1.0)));
}

/// What the status quo is after a year with an agreement, from 0.
double level_after(Obliged& obliged) {
  obliged.world.status_quo = {0.0};
  obliged.compliance();
  return obliged.world.status_quo[0];
}

TEST_CASE("a decision lifts the status quo once, by what states carry out", "[implementation]") {
  Obliged obliged(2);
  obliged.small.facts.years[1].democracy = {1.0, 0.0};
  Agreement& decision = obliged.agree(0.0, 0.5, 2001);
  decision.entered_force = 2001.9;
  decision.terms.share = {0.75, 0.25};
  CHECK(level_after(obliged) == near(0.5 * (0.75 * logistic(1.5) + 0.25 * logistic(1.0))));
  obliged.world.year = 2002;
  CHECK(level_after(obliged) == 0.0);
}

TEST_CASE("a treaty lifts the status quo by those who joined, and as long as they stay", "[implementation]") {
  Obliged obliged(2);
  obliged.params.reciprocity = 0;
  obliged.small.scenario.conferences[0].treaty.name = "treaty";
  Agreement& treaty = obliged.agree(0.0);
  treaty.joined[1] = Agreement::never;
  const double half = 0.5 * 0.5 * logistic(1.0);
  CHECK(level_after(obliged) == near(half));
  CHECK(treaty.delivered[0] == near(half));
  CHECK(level_after(obliged) == 0.0);  // once delivered it only has to be kept
  treaty.joined[1] = 2001 * 12;
  CHECK(level_after(obliged) == near(half));
  CHECK(treaty.delivered[0] == near(2 * half));
  treaty.joined[0] = Agreement::never;
  obliged.world.status_quo = {0.9};
  obliged.compliance();
  CHECK(obliged.world.status_quo[0] == near(0.9 - half));
}

TEST_CASE("cities act where they are ahead of what their state carries out", "[implementation]") {
  SmallWorld small(2, 2);
  small.facts.depth_weight = {0.75, 0.25};
  small.add_city(0, 1.0, 0.2);
  small.add_city(0, 1.0, 0.1);
  World world = small.world();
  world.status_quo = {0.4, 0.4};
  world.cities.position = {0.6, 0.2, 0.4, 0.8};
  world.cities.autonomy = {0.5, 1.0};
  world.cities.resources = {1.0, 0.5};
  implement({.action = 0.5}, 0.0, world);
  // the first is ahead on issue 0 by .2, the second on issue 1 by .4
  CHECK(world.states.city_action[0] == near(0.5 * (0.2 * 0.5 * 0.75 * 0.2 + 0.1 * 0.5 * 0.25 * 0.4)));
  CHECK(world.states.city_action[1] == 0.0);
}

TEST_CASE("cities act more where their state does not comply and help it to deliver", "[implementation]") {
  Obliged obliged(1);
  obliged.small.add_city(0, 1.0, 1.0);
  obliged.world = obliged.small.world();
  set_positions(obliged.world, std::vector{0.5});
  obliged.world.year = 2001;
  obliged.world.status_quo = {0.5};
  obliged.world.cities.position = {0.6};
  obliged.world.cities.autonomy = {1.0};
  obliged.compliance();
  CHECK(obliged.world.states.city_action[0] == near(0.1));
  CHECK(obliged.world.states.delivery[0] == 1.0);
  obliged.agree(0.0);
  const double compliance = obliged.compliance()[0];
  CHECK(compliance == near(logistic(1.0)));  // compliance excludes the cities' help
  CHECK(obliged.world.states.city_action[0] == near(0.6 - 0.5 * compliance));
  CHECK(obliged.world.states.delivery[0] == near(logistic(1.0 + 2.0 * (0.6 - 0.5 * compliance))));
  CHECK(obliged.world.shortfall == near(1 - compliance));
}

}  // namespace
}  // namespace hansa
