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
    hansa::devolve(small.scenario.devolution, 0.0, 1.0, world);
    return world;
  }
};

constexpr double never = 0, always = 1000;

TEST_CASE("a city is ahead of its state, most on its own role", "[devolution]") {
  One one(never, 2);
  one.small.facts.urban_role = 1;
  one.small.scenario.devolution.pragmatism = std::log(3.0);
  one.small.scenario.devolution.urban_interest = std::log(3.0);
  World world = one.small.world();
  world.states.logit = world.states.society = {0.0, std::log(1.0 / 3)};
  devolve(one.small.scenario.devolution, 0.0, 1.0, world);
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
  devolve(one.small.scenario.devolution, 0.0, 1.0, world);
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

TEST_CASE("preemption is a proportional hazard of share, distance, government, capture and home rule",
          "[devolution]") {
  const DevolutionParams params{.pragmatism = std::log(3.0),
                                .urban_interest = 0,
                                .spread = 0,
                                .hazard = 0.02,
                                .visibility = 0.5,
                                .divergence = 6.0,
                                .united = 0.8,
                                .capture = 1.5,
                                .home_rule = 2.0};
  int n_preempted = 0;
  for (std::uint32_t r = 0; r < 400; ++r) {
    SmallWorld small(1);
    small.add_city(0, 1.0, 0.04);
    small.scenario.devolution = params;
    small.now().united = {-0.5};
    small.now().capture = {0.8};
    small.now().home_rule = {0.25};
    World world = small.world(r);
    devolve(params, 0.0, 1.0, world);
    // the state is at .5 and the city at .75; four hundredths are twice as visible as one
    const double hazard = 0.02 * 2 * std::exp(6.0 * 0.25 - 0.8 / 2 + 1.5 * 0.8 - 2.0 * 0.25);
    const double u = world.draws.uniform(Purpose::Preemption, world.year, small.facts.city_key[0]);
    REQUIRE(world.states.preemptions[0] == (u < 1 - std::exp(-hazard) ? 1 : 0));
    n_preempted += world.states.preemptions[0];
  }
  CHECK(n_preempted > 60);
}

/// A state of ten thousand cities.
struct State {
  double pragmatism = 1.0, share = 0.01, united = 0, capture = 0.3, home_rule = 0.5;
};

/// The hazard of preemption of its cities, from the share that is preempted in a year.
double hazard_in(const State& state) {
  constexpr int n = 10000;
  SmallWorld small(1);
  for (int c = 0; c < n; ++c) small.add_city(0, 1.0, state.share);
  small.scenario.devolution.pragmatism = state.pragmatism;
  small.scenario.devolution.hazard = 0.1;
  small.now().united = {state.united};
  small.now().capture = {state.capture};
  small.now().home_rule = {state.home_rule};
  World world = small.world();
  devolve(small.scenario.devolution, 0.0, 1.0, world);
  return -std::log(1 - world.states.preemptions[0] / static_cast<double>(n));
}

TEST_CASE("each dial of preemption multiplies the hazard by what its coefficient says", "[devolution]") {
  const DevolutionParams params;
  const double base = hazard_in({});
  const auto multiplies = [&](const State& changed, double log_ratio) {
    CHECK(hazard_in(changed) / base == Approx(std::exp(log_ratio)).epsilon(0.1));
  };
  multiplies({.share = 0.04}, params.visibility * std::log(4.0));
  multiplies({.united = 0.5}, params.united / 2);
  multiplies({.united = -0.5}, -params.united / 2);
  multiplies({.capture = 0.6}, params.capture * 0.3);
  multiplies({.home_rule = 0.9}, -params.home_rule * 0.4);
  multiplies({.pragmatism = 1.5}, params.divergence * (logistic(1.5) - logistic(1.0)));
  // the smallest count as a millionth
  CHECK(hazard_in({.share = 0}) == hazard_in({.share = 1e-6}));
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
    devolve(small.scenario.devolution, hansa::urban_displacement(small.scenario.environment, world.year), 1.0,
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
    small.scenario.devolution.hazard = 0.1;
    small.scenario.devolution.retaliation = 20;
    World world = small.world();
    std::vector<int> cities(1000);
    std::iota(cities.begin(), cities.end(), 0);
    if (member) add_network(world, cities);
    world.states.home_pressure = {0.1};
    world.pressure.influence = influence;
    devolve(small.scenario.devolution, 0.0, 1.0, world);
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
