#include <cmath>

#include <catch2/catch.hpp>

#include "sim/networks/ending.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::add_network;
using test::SmallWorld;

TEST_CASE("a network that is left with one member ends and releases it", "[ending]") {
  SmallWorld small(1);
  small.scenario.networks.grace = 0;
  for (int c = 0; c < 3; ++c) small.add_city(0);
  small.scenario.networks.death = 0;
  World world = small.world();
  add_network(world, {0});
  add_network(world, {0, 1});
  world.networks.founded = {1999, 1999};
  end_networks(small.scenario.networks, world);
  CHECK(world.networks.alive == std::vector<char>{0, 1});
  CHECK(world.networks.members[0].empty());
  CHECK(world.cities.networks[0] == std::vector<NetworkId>{NetworkId{1}});
  CHECK(world.networks.deaths == 1);
  end_networks(small.scenario.networks, world);  // what is dead does not die again
  CHECK(world.networks.deaths == 1);
}

TEST_CASE("a young network has some years of grace to find members", "[ending]") {
  SmallWorld small(1, 1, 5);
  small.add_city(0);
  small.scenario.networks.death = 0;
  small.scenario.networks.grace = 3;
  World world = small.world();
  add_network(world, {0});  // founded in 2000
  for (world.year = 2000; world.year <= 2004; ++world.year) {
    end_networks(small.scenario.networks, world);
    CHECK(world.networks.alive[0] == (world.year <= 2003 ? 1 : 0));
  }
}

TEST_CASE("as many networks end a year as their chance says", "[ending]") {
  SmallWorld small(1);
  small.add_city(0);
  small.add_city(0);
  small.scenario.networks.death = 0.1;
  World world = small.world();
  constexpr int n = 2000;
  for (int k = 0; k < n; ++k) add_network(world, {0, 1});
  end_networks(small.scenario.networks, world);
  CHECK(world.networks.deaths == Approx(0.1 * n).margin(4 * std::sqrt(n * 0.09)));
}

TEST_CASE("a known network ends in the year in which it merged and not by chance", "[ending]") {
  SmallWorld small(1, 1, 5);
  small.add_city(0);
  small.facts.networks = {{.id = "known", .key = 1, .founded = 1990, .ended = 2003}};
  small.scenario.networks.death = 1;
  World world = small.world();
  add_network(world, {0});
  world.networks.known[0] = 0;
  for (world.year = 2000; world.year <= 2004; ++world.year) {
    end_networks(small.scenario.networks, world);
    CHECK(world.networks.alive[0] == (world.year < 2003 ? 1 : 0));
  }
}

}  // namespace
}  // namespace hansa
