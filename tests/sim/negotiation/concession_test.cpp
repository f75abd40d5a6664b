#include <catch2/catch.hpp>

#include "sim/negotiation/concession.hpp"
#include "tests/sim/negotiation/seated.hpp"

namespace hansa {
namespace {

using test::near;
using test::Players;
using test::seated;
using test::SmallWorld;
using test::stand;

/// One state, a step of at most .4, and blocs unheard.
struct One {
  SmallWorld small{1};
  World world;
  One() : world(small.world()) {
    small.scenario.negotiation.concession = 0.4;
    small.scenario.negotiation.influence = 0;
  }
  /// Its demand after the chair has tabled a text.
  double demand_against(double text) {
    Table table = seated(small, world);
    table.draft = {text};
    concede(small.scenario.negotiation, table);
    return table.demand[0];
  }
};

TEST_CASE("a delegation concedes the more the less it risks by it", "[concession]") {
  One one;
  stand(one.world, std::vector{0.8});
  // own demand .64, the chair's .4 is worth .48: risk .25, step .4 * .75 of the way
  CHECK(one.demand_against(0.4) == near(0.8 - 0.3 * 0.4));
  // and it concedes upwards too: 1.0 is worth .6, risk 1/16
  CHECK(one.demand_against(1.0) == near(0.8 + 0.4 * 15 / 16 * 0.2));
}

TEST_CASE("a delegation to which the chair's text is worth nothing concedes nothing", "[concession]") {
  One one;
  stand(one.world, std::vector{0.3});
  CHECK(one.demand_against(0.6) == 0.3);
  CHECK(one.demand_against(0.9) == 0.3);
}

TEST_CASE("a delegation that wants nothing risks all by any text", "[concession]") {
  One one;
  stand(one.world, std::vector{0.0});
  CHECK(one.demand_against(0.2) == 0.0);
}

TEST_CASE("a delegation that loses even by its own demand risks all", "[concession]") {
  One one;
  one.small.scenario.negotiation.hardness = {1.0, 1.0, 1.0};
  stand(one.world, std::vector{0.4});
  one.world.vetoes.lobbied = {1.0};      // the government itself would accept more than its delegation
  one.world.states.sovereignty = {1.0};  // .16 - .4 by its own demand, .12 - .6 by the chair's text
  CHECK(one.demand_against(0.6) == 0.4);
}

TEST_CASE("the first veto player stops a delegation at its own limit", "[concession]") {
  One one;
  stand(one.world, std::vector<Players>{{{0.5}, {0.27}, {0.4}}});
  // towards .9: risk (.25 - .09) / .25 = .64, step .4 * .36 = .144 of .4, but the second player bears .54 at most
  CHECK(one.demand_against(0.9) == near(0.54));
  stand(one.world, std::vector<Players>{{{0.5}, {0.4}}});
  CHECK(one.demand_against(0.9) == near(0.5 + 0.144 * 0.4));
}

TEST_CASE("a delegation that stands at a veto player's limit can come back from it", "[concession]") {
  // on three issues, where the gain of a player at its limit is 0 but for rounding, on either side
  int n_stopped = 0;
  for (std::uint32_t k = 0; k < 200; ++k) {
    const Draws draws(9, k);
    const auto some = [&](std::uint64_t entity) { return draws.uniform(Purpose::Residual, 0, entity); };
    SmallWorld small(1, 3);
    small.now().salience = {0.2, 0.3, 0.5};
    small.scenario.negotiation.concession = 0.4;
    World world = small.world();
    Players players(2);
    for (std::uint64_t d = 0; d < 3; ++d) {
      players[0].push_back(0.5 + 0.2 * some(d));
      players[1].push_back(0.25 + 0.15 * some(3 + d));
    }
    stand(world, std::vector<Players>{players});
    Table table = seated(small, world);
    table.draft = {0.9, 0.9, 0.9};
    concede(small.scenario.negotiation, table);
    double gain = 0;
    for (std::size_t d = 0; d < 3; ++d)
      gain += small.now().salience[d] * table.demand[d] * (2 * players[1][d] - table.demand[d]);
    if (std::abs(gain) > 1e-12) continue;
    ++n_stopped;
    const std::vector<double> before = table.demand;
    table.draft = {0.2, 0.2, 0.2};
    concede(small.scenario.negotiation, table);
    for (std::size_t d = 0; d < 3; ++d) CHECK(table.demand[d] < before[d] - 0.01);
  }
  CHECK(n_stopped > 50);
}

TEST_CASE("a delegation whose veto player bears not even its demand stays", "[concession]") {
  One one;
  stand(one.world, std::vector<Players>{{{0.5}, {0.1}}});
  CHECK(one.demand_against(0.4) == 0.5);
}

TEST_CASE("no demand ever passes the limit of a veto player that bore it", "[concession]") {
  for (int y = 0; y <= 20; ++y) {
    for (int other = 0; other <= 20; ++other) {
      for (int text = 0; text <= 20; ++text) {
        One one;
        stand(one.world, std::vector<Players>{{{y * 0.05}, {other * 0.05}}});
        const double before = y * 0.05, after = one.demand_against(text * 0.05), limit = 2 * other * 0.05;
        if (before <= limit) REQUIRE(after <= limit + 1e-12);
        // and it moves towards the chair's text, never past it
        REQUIRE((after - before) * (text * 0.05 - after) >= -1e-15);
      }
    }
  }
}

TEST_CASE("paralysed delegations stay where they are", "[concession]") {
  One one;
  one.small.put_in_bloc(0, "g77");
  one.small.scenario.negotiation.influence = 0.5;
  stand(one.world, std::vector{0.8});
  one.world.states.paralysed = {1};
  CHECK(one.demand_against(0.4) == 0.8);
}

TEST_CASE("absent delegations stay where they are", "[concession]") {
  One one;
  one.small.add_conference().present = {0};
  stand(one.world, std::vector{0.8});
  CHECK(one.demand_against(0.4) == 0.8);
}

TEST_CASE("delegations listen to the mean text of their blocs", "[concession]") {
  SmallWorld small(2);
  small.scenario.negotiation.concession = 0;
  small.scenario.negotiation.influence = 0.25;
  small.put_in_bloc(0, "african");
  small.put_in_bloc(0, "ailac");
  World world = small.world();
  stand(world, {0.8, 0.8});
  Table table = seated(small, world);
  table.bloc_text[0] = 0.2;
  table.bloc_text[1] = 0.6;
  table.bloc_text[2] = 9.0;  // of a bloc it is not in
  concede(small.scenario.negotiation, table);
  CHECK(table.demand[0] == near(0.75 * 0.8 + 0.25 * 0.4));
  CHECK(table.demand[1] == 0.8);  // in no bloc
}

}  // namespace
}  // namespace hansa
