#include <cmath>
#include <numeric>

#include <catch2/catch.hpp>

#include "sim/phases/devolution.hpp"
#include "sim/phases/environment.hpp"
#include "support/numbers/reals.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::add_network;
using test::near;
using test::SmallWorld;

/// One state and one city, preempted never or always.
struct One {
  SmallWorld small;
  explicit One(double hazard, std::size_t n_issues = 1) : small(1, n_issues) {
    small.add_city(0);
    small.scenario.devolution.hazard = hazard;
  }
  World devolved() const {
    World world = small.world();
    hansa::devolve(small.scenario.devolution, 0.0, world);
    return world;
  }
};

constexpr double never = 1000, always = -1000;

TEST_CASE("a city is ahead of its state, most on its own role", "[devolution]") {
  One one(never, 2);
  one.small.facts.urban_role = 1;
  one.small.scenario.devolution.pragmatism = std::log(3.0);
  one.small.scenario.devolution.urban_interest = std::log(3.0);
  World world = one.small.world();
  world.states.logit = world.states.society = {0.0, std::log(1.0 / 3)};
  devolve(one.small.scenario.devolution, 0.0, world);
  CHECK(world.cities.position[0] == near(0.75));  // odds 1 * 3
  CHECK(world.cities.position[1] == near(0.75));  // odds 1/3 * 3 * 3
}

TEST_CASE("autonomy drifts to home rule and resources come back", "[devolution]") {
  One one(never);
  one.small.scenario.devolution.drift = 0.1;
  one.small.scenario.devolution.recovery = 0.2;
  one.small.now().home_rule = {0.9};
  World world = one.small.world();
  world.cities.autonomy = {0.5};
  world.cities.resources = {0.75};
  devolve(one.small.scenario.devolution, 0.0, world);
  CHECK(world.cities.autonomy[0] == near(0.54));
  CHECK(world.cities.resources[0] == near(0.8));
  CHECK(world.states.preemptions[0] == 0);
}

TEST_CASE("a preempted city loses powers and funding", "[devolution]") {
  One one(always);
  one.small.scenario.devolution.effect = 0.5;
  one.small.scenario.devolution.funding = 0.25;
  const World world = one.devolved();
  CHECK(world.states.preemptions[0] == 1);
  CHECK(world.cities.autonomy[0] == near(0.25));  // of a home rule of .5
  CHECK(world.cities.resources[0] == near(0.75));
}

TEST_CASE("preemption without effect changes nothing", "[devolution]") {
  One one(always);
  one.small.scenario.devolution.effect = one.small.scenario.devolution.funding = 0;
  CHECK(one.devolved().cities.autonomy[0] == 0.5);
  CHECK(one.devolved().cities.resources[0] == 1.0);
}

TEST_CASE("a city is preempted by distance, visibility, capture and want of home rule", "[devolution]") {
  const DevolutionParams params{.pragmatism = std::log(3.0),
                                .urban_interest = 0,
                                .spread = 0,
                                .hazard = 3.0,
                                .divergence = 6.0,
                                .capture = 1.5,
                                .home_rule = 2.0};
  int n_preempted = 0;
  for (std::uint32_t r = 0; r < 400; ++r) {
    SmallWorld small(1);
    small.add_city(0, 1.0, 0.4);
    small.scenario.devolution = params;
    small.now().capture = {0.8};
    small.now().home_rule = {0.25};
    World world = small.world(r);
    devolve(params, 0.0, world);
    // the state is at .5 and the city at .75
    const double hazard = logistic(-3.0 + 6.0 * 0.25 * 0.4 + 1.5 * 0.8 - 2.0 * 0.25);
    const double u = world.draws.uniform(Purpose::Preemption, world.year, small.facts.city_key[0]);
    REQUIRE(world.states.preemptions[0] == (u < hazard ? 1 : 0));
    n_preempted += world.states.preemptions[0];
  }
  CHECK(n_preempted > 40);
}

/// The number of a thousand cities preempted in a state like this.
int n_preempted(double pragmatism, double share, double capture, double home_rule) {
  SmallWorld small(1);
  for (int c = 0; c < 1000; ++c) small.add_city(0, 1.0, share);
  small.scenario.devolution.pragmatism = pragmatism;
  small.scenario.devolution.hazard = 2.0;
  small.now().capture = {capture};
  small.now().home_rule = {home_rule};
  World world = small.world();
  devolve(small.scenario.devolution, 0.0, world);
  return world.states.preemptions[0];
}

TEST_CASE("preemption grows with divergence, visibility and capture and home rule protects", "[devolution]") {
  const int base = n_preempted(1.0, 0.2, 0.3, 0.5);
  CHECK(n_preempted(2.0, 0.2, 0.3, 0.5) > base);
  CHECK(n_preempted(1.0, 0.4, 0.3, 0.5) > base);
  CHECK(n_preempted(1.0, 0.2, 0.6, 0.5) > base);
  CHECK(n_preempted(1.0, 0.2, 0.3, 0.9) < base);
  CHECK(n_preempted(2.0, 0.0, 0.3, 0.5) ==
        n_preempted(1.0, 0.0, 0.3, 0.5));  // invisible cities are not preempted for distance
}

TEST_CASE("displaced people press more on cities than on their state [C4]", "[devolution]") {
  const auto position = [](double urban_displacement) {
    SmallWorld small(1, 1, 3);
    small.add_city(0);
    small.facts.displaces = {1};
    small.scenario.devolution = {.pragmatism = 0, .urban_interest = 0, .spread = 0, .hazard = never};
    small.scenario.environment.displacement = 0.5;
    small.scenario.environment.urban_displacement = urban_displacement;
    World world = small.world();
    world.year += 2;
    world.states.logit = world.states.society = {1.0};  // with the state's own part of the pressure in it
    devolve(small.scenario.devolution, hansa::urban_displacement(small.scenario.environment, world.year),
            world);
    return world.cities.position[0];
  };
  CHECK(position(1.0) == near(logistic(1.0)));
  CHECK(position(1.4) == near(logistic(1.0 + 0.4 * 0.5 * 2)));
}

TEST_CASE("a state retaliates against the networks that pressed it, and spares who is in none [C3]",
          "[devolution]") {
  const auto preempted = [](double influence, bool member) {
    SmallWorld small(1);
    for (int c = 0; c < 1000; ++c) small.add_city(0, 1.0, 0.001);
    small.scenario.devolution.hazard = 2.0;
    small.scenario.devolution.retaliation = 20;
    World world = small.world();
    std::vector<int> cities(1000);
    std::iota(cities.begin(), cities.end(), 0);
    if (member) add_network(world, cities);
    world.states.home_pressure = {0.1};
    world.pressure.influence = influence;
    devolve(small.scenario.devolution, 0.0, world);
    return world.states.preemptions[0];
  };
  CHECK(preempted(0.5, true) > preempted(0.0, true));
  CHECK(preempted(0.5, false) == preempted(0.0, false));
  CHECK(preempted(0.0, true) == preempted(0.0, false));
}

TEST_CASE("a funding cut takes resources and revoked powers take autonomy", "[devolution]") {
  One one(always);
  one.small.scenario.devolution.effect = 0;
  one.small.scenario.devolution.funding = 0.4;
  CHECK(one.devolved().cities.autonomy[0] == 0.5);
  CHECK(one.devolved().cities.resources[0] == near(0.6));
}

}  // namespace
}  // namespace hansa
