#include <cmath>

#include <catch2/catch.hpp>

#include "agents/world.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::near;
using test::SmallWorld;

TEST_CASE("a world begins at the scenario's status quo in its first year", "[world]") {
  SmallWorld small(2, 2);
  small.scenario.preferences[0].status_quo = 0.05;
  small.scenario.preferences[1].status_quo = 0.02;
  const World world = small.world();
  CHECK(world.year == SmallWorld::year);
  CHECK(world.status_quo == std::vector<double>{0.05, 0.02});
  CHECK(world.states.compliance == std::vector<double>{1.0, 1.0});
  CHECK(world.shortfall == 0.0);
  CHECK(world.agreements.empty());
  CHECK(world.networks.size() == 0);
}

TEST_CASE("what the covariates do not say of states has the spread asked for", "[world]") {
  SmallWorld small(2000);
  small.scenario.environment.residual = 0.3;
  const std::vector<double> residual = small.world().states.residual;
  double squares = 0;
  for (const double value : residual) squares += value * value;
  CHECK(squares / 2000 == Approx(0.09).margin(4 * 0.09 * std::sqrt(2.0 / 2000)));
  CHECK(small.world().states.residual == residual);
  CHECK(small.world(1).states.residual != residual);
}

TEST_CASE("the EU has no residual of its own", "[world]") {
  SmallWorld small(2);
  small.scenario.environment.residual = 0.3;
  small.make_eu(1);
  CHECK(small.world().states.residual[0] != 0.0);
  CHECK(small.world().states.residual[1] == 0.0);
}

TEST_CASE("a state's draws do not depend on who else exists", "[world]") {
  SmallWorld alone(1), crowded(5);
  for (SmallWorld* small : {&alone, &crowded}) small->scenario.environment.residual = 0.3;
  // the only state of one world is the fourth of the other
  alone.facts.state_key[0] = crowded.facts.state_key[3];
  const World one = alone.world(), five = crowded.world();
  CHECK(one.states.residual[0] == five.states.residual[3]);
  for (std::size_t v = 0; v < 4; ++v) {
    CHECK(one.vetoes.threshold[v] == five.vetoes.threshold[3 * 4 + v]);
    CHECK(one.vetoes.shift[v] == five.vetoes.shift[3 * 4 + v]);
  }
}

TEST_CASE("cities are ahead of their states, most on their own role", "[world]") {
  SmallWorld small(1, 2);
  small.facts.urban_role = 1;
  small.scenario.devolution = {.pragmatism = 0.4, .urban_interest = 1.2, .spread = 0};
  small.add_city(0);
  const World world = small.world();
  CHECK(world.cities.odds_shift[0] == near(std::exp(-0.4)));
  CHECK(world.cities.odds_shift[1] == near(std::exp(-1.6)));
}

TEST_CASE("cities of one state differ by the spread asked for", "[world]") {
  SmallWorld small(1);
  small.scenario.devolution = {.pragmatism = 0, .urban_interest = 0, .spread = 0.5};
  for (int k = 0; k < 2000; ++k) small.add_city(0);
  double squares = 0;
  for (const double shift : small.world().cities.odds_shift) squares += std::log(shift) * std::log(shift);
  CHECK(squares / 2000 == Approx(0.25).margin(4 * 0.25 * std::sqrt(2.0 / 2000)));
}

TEST_CASE("cities begin with the home rule of their state and all of their resources", "[world]") {
  SmallWorld small(2);
  small.now().home_rule = {0.2, 0.8};
  small.add_city(0);
  small.add_city(1);
  const World world = small.world();
  CHECK(world.cities.autonomy == std::vector<double>{0.2, 0.8});
  CHECK(world.cities.resources == std::vector<double>{1.0, 1.0});
  CHECK(world.cities.networks[0].empty());
}

}  // namespace
}  // namespace hansa
