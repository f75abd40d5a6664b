#include <catch2/catch.hpp>

#include "tests/sim/negotiation/seated.hpp"

namespace hansa {
namespace {

using test::near;
using test::seated;
using test::SmallWorld;
using test::stand;

TEST_CASE("states present sit at the table with their power and the EU without", "[table]") {
  SmallWorld small(4);
  small.now().power = {0.5, 0.3, 0.2, 0.0};
  small.make_eu(3);
  small.add_conference().present = {1, 0, 1, 1};
  World world = small.world();
  stand(world, {0.5, 0.5, 0.5, 0.5});
  const Table table = seated(small, world);
  CHECK(table.power == std::vector<double>{0.5, 0.0, 0.2, 0.0});
  CHECK(table.n_heads == 2.0);
  CHECK(table.total_power == near(0.7));
}

TEST_CASE("a delegation demands what its mandate says above the status quo", "[table]") {
  SmallWorld small(2);
  World world = small.world();
  world.status_quo = {0.25};
  stand(world, {0.75, 0.125});
  const Table table = seated(small, world);
  CHECK(table.demand == std::vector<double>{0.5, 0.0});
  CHECK(table.ceiling == std::vector<double>{0.75});
}

TEST_CASE("the chair opens with the mean demand by power of those present", "[table]") {
  SmallWorld small(3);
  small.now().power = {0.6, 0.2, 0.2};
  small.add_conference().present = {1, 1, 0};
  World world = small.world();
  stand(world, {0.2, 0.6, 1.0});
  CHECK(seated(small, world).draft[0] == near(0.75 * 0.2 + 0.25 * 0.6));
}

TEST_CASE("delegations gain by their mandates and veto players by their own positions", "[table]") {
  SmallWorld small(1);
  World world = small.world();
  stand(world, std::vector<test::Players>{{{0.5}, {0.25}}});
  world.states.mandate = {0.75};  // as it was once
  world.vetoes.lobbied = {0.5, 0.375};
  const Table table = seated(small, world);
  // u (2 y - u)
  CHECK(table.linear == std::vector<double>{1.5});
  CHECK(table.square == std::vector<double>{-1.0});
  CHECK(table.player_linear == std::vector<double>{1.0, 0.75});
  CHECK(table.player_square == std::vector<double>{-1.0, -1.0});
  CHECK(table.constant == std::vector<double>{0.0});
}

TEST_CASE("the most powerful states present table texts of their own", "[table]") {
  SmallWorld small(5);
  small.now().power = {0.1, 0.3, 0.3, 0.2, 0.1};
  small.scenario.negotiation.large_states = 2;
  small.add_conference();
  World world = small.world();
  stand(world, std::vector<double>(5, 0.5));
  CHECK(seated(small, world).large == std::vector<std::size_t>{1, 2});
  small.facts.conferences[0].present[1] = 0;
  CHECK(seated(small, world).large == std::vector<std::size_t>{2, 3});
  small.scenario.negotiation.large_states = 50;
  CHECK(seated(small, world).large == std::vector<std::size_t>{2, 3, 0, 4});
}

TEST_CASE("a state splits its power over the texts it stands behind", "[table]") {
  SmallWorld small(3);
  small.now().power = {0.6, 0.3, 0.1};
  small.scenario.negotiation.large_states = 1;
  small.put_in_bloc(0, "basic");
  small.put_in_bloc(0, "g77");
  small.put_in_bloc(1, "basic");
  small.put_in_bloc(1, "g77");
  World world = small.world();
  stand(world, {0.5, 0.5, 0.5});
  const Table table = seated(small, world);
  CHECK(table.sponsorship[0] == near(0.2));  // two blocs and its own
  CHECK(table.sponsorship[1] == near(0.15));
  CHECK(table.sponsorship[2] == 0.0);  // behind none
}

TEST_CASE("the chair misjudges states the less the better networks inform delegations", "[table]") {
  SmallWorld small(50);
  small.scenario.negotiation.uncertainty = 0.3;
  World world = small.world();
  stand(world, std::vector<double>(50, 0.5));
  const std::vector<double> alone = seated(small, world).misjudged;
  world.voice.coverage = world.voice.coherence = world.voice.attention_left = 1;
  world.pressure.influence = 0.5;
  const std::vector<double> informed = seated(small, world).misjudged;
  small.scenario.networks.functions.inform = 4;
  const std::vector<double> well_informed = seated(small, world).misjudged;
  small.scenario.networks.functions.inform = 0;
  CHECK(seated(small, world).misjudged == alone);
  double sum = 0;
  for (std::size_t i = 0; i < 50; ++i) {
    CHECK((alone[i] > 0 && alone[i] < 0.3));
    CHECK(informed[i] == near(0.5 * alone[i]));
    CHECK(well_informed[i] == 0.0);
    sum += alone[i];
  }
  CHECK(sum / 50 == Approx(0.15).margin(4 * 0.3 / std::sqrt(12.0 * 50)));
}

}  // namespace
}  // namespace hansa
