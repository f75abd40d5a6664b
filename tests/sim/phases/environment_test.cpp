#include <catch2/catch.hpp>

#include "sim/phases/environment.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::near;
using test::SmallWorld;

TEST_CASE("the problem presses every state a little more each year", "[environment]") {
  SmallWorld small(2, 1, 6);
  small.scenario.environment.trend = 0.02;
  for (YearFacts& year : small.facts.years) year.logit = {0.5, -1.0};
  World world = small.world();
  world.states.residual = {0.25, 0.0};
  update_environment(small.scenario.environment, small.scenario.shocks, world);
  CHECK(world.states.logit == std::vector<double>{0.75, -1.0});
  world.year += 5;
  update_environment(small.scenario.environment, small.scenario.shocks, world);
  CHECK(world.states.logit[0] == near(0.85));
  CHECK(world.states.logit[1] == near(-0.9));
}

TEST_CASE("pressure is the same in a year whenever a run begins", "[environment]") {
  SmallWorld small(1);
  World world = small.world();
  update_environment({.trend = 0.02, .trend_from = 1990, .lapse = 0, .neglect = 0, .residual = 0}, {}, world);
  CHECK(world.states.logit[0] == near(0.2));
}

TEST_CASE("positions follow the tables of the year", "[environment]") {
  SmallWorld small(1, 1, 2);
  small.facts.years[1].logit = {0.75};
  World world = small.world();
  world.year += 1;
  update_environment(small.scenario.environment, small.scenario.shocks, world);
  CHECK(world.states.logit == std::vector<double>{0.75});
}

TEST_CASE("a shock moves those it concerns on its issue from its year on", "[environment]") {
  SmallWorld small(3, 2, 3);
  small.put_in_bloc(1, "aosis");
  using Logits = std::vector<double>;
  const auto [shock, expected] = GENERATE(table<ShockParams, Logits>({
      {{.year = 2001, .issue = "all", .state = "all", .size = 0.5}, {0.5, 0.5, 0.5, 0.5, 0.5, 0.5}},
      {{.year = 2001, .issue = "issue_1", .state = "all", .size = 0.5}, {0, 0.5, 0, 0.5, 0, 0.5}},
      {{.year = 2001, .issue = "all", .state = "CCC", .size = -0.5}, {0, 0, 0, 0, -0.5, -0.5}},
      {{.year = 2001, .issue = "issue_0", .state = "aosis", .size = 0.5}, {0, 0, 0.5, 0, 0, 0}},
  }));
  small.scenario.shocks = {shock};
  World world = small.world();
  update_environment(small.scenario.environment, small.scenario.shocks, world);
  CHECK(world.states.logit == Logits(6, 0.0));
  for (const int later : {2001, 2002}) {
    world.year = later;
    update_environment(small.scenario.environment, small.scenario.shocks, world);
    CHECK(world.states.logit == expected);
  }
}

TEST_CASE("a shock to governments alone leaves their cities where they are [C3]", "[environment]") {
  SmallWorld small(1);
  small.scenario.shocks = {{.year = 2000, .size = -1, .cities = false}, {.year = 2000, .size = 0.5}};
  World world = small.world();
  update_environment(small.scenario.environment, small.scenario.shocks, world);
  CHECK(world.states.logit == std::vector<double>{-0.5});
  CHECK(world.states.society == std::vector<double>{0.5});
}

TEST_CASE("shocks add up", "[environment]") {
  SmallWorld small(1);
  small.scenario.shocks = {{.year = 1999, .size = 0.5}, {.year = 2000, .size = 0.25}};
  World world = small.world();
  update_environment(small.scenario.environment, small.scenario.shocks, world);
  CHECK(world.states.logit == std::vector<double>{0.75});
}

TEST_CASE("what is not carried out lapses the faster", "[environment]") {
  SmallWorld small(1, 2, 2);
  const EnvironmentParams params{.trend = 0, .lapse = 0.1, .neglect = 2, .residual = 0};
  World world = small.world();
  world.status_quo = {0.5, 0.2};
  world.shortfall = 0.25;
  update_environment(params, {}, world);  // nothing lapses in the first year
  CHECK(world.status_quo == std::vector<double>{0.5, 0.2});
  world.year += 1;
  update_environment(params, {}, world);  // .1 (1 + 2 * .25)
  CHECK(world.status_quo[0] == near(0.5 * 0.85));
  CHECK(world.status_quo[1] == near(0.2 * 0.85));
}

TEST_CASE("what a treaty in force delivers does not lapse, nor does a decision hold anything up",
          "[environment]") {
  SmallWorld small(1, 1, 2);
  small.add_conference({.name = "COP", .treaty = {.name = "treaty"}});
  World world = small.world();
  world.status_quo = {0.5};
  world.year += 1;
  world.agreements.push_back({.conference = 0, .terms = {.agenda = {0}}, .delivered = {0.2}});
  const EnvironmentParams params{.trend = 0, .lapse = 0.1, .neglect = 0, .residual = 0};
  update_environment(params, {}, world);
  CHECK(world.status_quo[0] == near(0.2 + 0.3 * 0.9));
  small.scenario.conferences[0].treaty.name = "";
  world.status_quo = {0.5};
  update_environment(params, {}, world);
  CHECK(world.status_quo[0] == near(0.5 * 0.9));
}

TEST_CASE("a status quo that is not stated is a share of the mean position by power", "[environment]") {
  SmallWorld small(2, 2);
  small.scenario.preferences[0].status_quo = IssueParams::from_positions;
  small.scenario.preferences[1].status_quo = 0.1;
  small.now().power = {0.75, 0.25};
  small.now().logit = {1.0, 0.0, -1.0, 0.0};
  World world = small.world();
  update_environment({.trend = 0, .status_quo = 0.5, .residual = 0}, {}, world);
  CHECK(world.status_quo[0] == near(0.5 * (0.75 * logistic(1.0) + 0.25 * logistic(-1.0))));
  CHECK(world.status_quo[1] == 0.1);
}

TEST_CASE("no more than everything can lapse", "[environment]") {
  SmallWorld small(1, 1, 2);
  World world = small.world();
  world.status_quo = {0.5};
  world.shortfall = 1;
  world.year += 1;
  update_environment({.trend = 0, .lapse = 0.5, .neglect = 10, .residual = 0}, {}, world);
  CHECK(world.status_quo == std::vector<double>{0.0});
}

TEST_CASE("every year begins without mentions and without open doors", "[environment]") {
  SmallWorld small(1);
  World world = small.world();
  world.season = {.mentions = 2, .admitted = Access::Drafting};
  update_environment(small.scenario.environment, small.scenario.shocks, world);
  CHECK(world.season.mentions == 0.0);
  CHECK(world.season.admitted == Access::None);
}

TEST_CASE("displaced people press on the issues that are about them, and on no other [C4]", "[environment]") {
  SmallWorld small(1, 2, 4);
  small.facts.displaces = {1, 0};
  World world = small.world();
  world.year += 3;
  const EnvironmentParams params{
      .trend = 0, .trend_from = SmallWorld::year, .displacement = 0.1, .residual = 0};
  update_environment(params, {}, world);
  CHECK(world.states.logit[0] == near(0.3));
  CHECK(world.states.logit[1] == 0.0);
  CHECK(displacement(params, SmallWorld::year - 5) == 0.0);
}

TEST_CASE("cooperation on an issue that is bound for good does not lapse", "[environment]") {
  SmallWorld small(1, 2, 2);
  small.facts.issue_lapse[0] = 0;
  small.facts.issue_lapse[1] = 2;
  World world = small.world();
  world.status_quo = {0.5, 0.5};
  world.year += 1;
  update_environment({.trend = 0, .lapse = 0.1, .neglect = 0, .residual = 0}, {}, world);
  CHECK(world.status_quo[0] == 0.5);
  CHECK(world.status_quo[1] == near(0.4));
}

}  // namespace
}  // namespace hansa
