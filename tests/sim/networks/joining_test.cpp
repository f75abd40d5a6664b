#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "sim/networks/joining.hpp"
#include "sim/networks/race.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::add_network;
using test::SmallWorld;
using Members = std::vector<CityId>;

/// One state with n cities and networks that have all their members at once.
struct Full {
  SmallWorld small{1};
  NetworkParams& params;
  explicit Full(int n_cities) : params(small.scenario.networks) {
    for (int c = 0; c < n_cities; ++c) small.add_city(0);
    params.founders = 1'000'000;
  }
};

/// A living network without members that will have so many.
std::size_t add_growing(World& world, double target) {
  const std::size_t k = add_network(world, {});
  world.networks.target[k] = target;
  return k;
}

TEST_CASE("a membership is noted on both sides and only once", "[joining]") {
  Full full(3);
  World world = full.small.world();
  add_network(world, {});
  CHECK(join(world, CityId{2}, NetworkId{0}));
  CHECK(join(world, CityId{0}, NetworkId{0}));
  CHECK_FALSE(join(world, CityId{2}, NetworkId{0}));
  CHECK(world.networks.members[0] == Members{CityId{0}, CityId{2}});
  CHECK(world.cities.networks[2] == std::vector<NetworkId>{NetworkId{0}});
  leave(world, CityId{2}, NetworkId{0});
  CHECK(world.networks.members[0] == Members{CityId{0}});
  CHECK(world.cities.networks[2].empty());
}

TEST_CASE("a network grows from its founders to its size by an exponential lag", "[joining]") {
  Full full(200);
  full.params.founders = 3;
  full.params.join_lag = 10;
  World world = full.small.world();
  add_growing(world, 100);
  for (const int age : {0, 1, 5, 20, 200}) {
    world.year = SmallWorld::year + age;
    world.networks.founded[0] = SmallWorld::year;
    join_networks(full.params, world);
    const double grown = 100 * (1 - std::exp(-(age + 1) / 10.0));
    CHECK(world.networks.members[0].size() == static_cast<std::size_t>(std::lround(std::max(3.0, grown))));
  }
}

TEST_CASE("a network has no more founders than it will have members", "[joining]") {
  Full full(10);
  full.params.founders = 3;
  World world = full.small.world();
  add_growing(world, 2);
  add_growing(world, 0);
  join_networks(full.params, world);
  CHECK(world.networks.members[0].size() == 2);
  CHECK(world.networks.members[1].empty());
}

TEST_CASE("no network has more members than there are cities", "[joining]") {
  Full full(5);
  World world = full.small.world();
  add_growing(world, 1000);
  join_networks(full.params, world);
  join_networks(full.params, world);
  CHECK(world.networks.members[0].size() == 5);
}

TEST_CASE("members are the first in line, and the next takes the place of one that leaves", "[joining]") {
  Full full(20);
  World world = full.small.world();
  add_growing(world, 4);
  join_networks(full.params, world);
  const std::vector<CityId> line = first_in_race(world, 0, 6);
  Members first(line.begin(), line.begin() + 4);
  std::sort(first.begin(), first.end());
  REQUIRE(world.networks.members[0] == first);
  leave(world, line[1], NetworkId{0});
  join_networks(full.params, world);
  Members then = {line[0], line[2], line[3], line[4]};
  std::sort(then.begin(), then.end());
  CHECK(world.networks.members[0] == then);
}

TEST_CASE("a line is drawn on when all its cities have had a place", "[joining]") {
  Full full(50);
  World world = full.small.world();
  add_growing(world, 2);
  for (int year = 0; year < 30; ++year) {
    join_networks(full.params, world);
    REQUIRE(world.networks.members[0].size() == 2);
    leave(world, world.networks.members[0][0], NetworkId{0});
  }
  CHECK(world.networks.served[0] == 31);
  CHECK(world.networks.line[0] == first_in_race(world, 0, world.networks.line[0].size()));
}

/// A world of 2000 to 2010 with a known network of 2000, which city 0 joined in 2005 and of which city 1 was
/// observed to be a member in 2008.
struct Known {
  SmallWorld small{1, 1, 11};
  World world;
  explicit Known(std::uint32_t realization = 0) : world(small.world()) {
    for (int c = 0; c < 3; ++c) small.add_city(0);
    small.scenario.networks.founders = 1'000'000;
    small.facts.networks = {{.id = "known",
                             .key = 77,
                             .founded = 2000,
                             .roll = Roll::All,
                             .members = {{CityId{0}, 2005, false}, {CityId{1}, 2008, true}}}};
    world = small.world(realization);
    add_growing(world, 3);
    world.networks.known[0] = 0;
    world.networks.key[0] = 77;
  }
};

TEST_CASE("known members join in their year and no other city does", "[joining]") {
  Known known;
  for (const auto& [year, is_member] : {std::pair{2000, false}, {2004, false}, {2005, true}, {2010, true}}) {
    known.world.year = year;
    join_networks(known.small.scenario.networks, known.world);
    CHECK(known.world.cities.networks[0].empty() == !is_member);
    CHECK(known.world.cities.networks[2].empty());
  }
}

TEST_CASE("a network with a partial roll has its known members and grows as any other", "[joining]") {
  for (const Roll roll : {Roll::Some, Roll::None}) {
    Known known;
    known.small.facts.networks[0].roll = roll;
    known.world.networks.target[0] = 2;
    known.world.year = 2010;
    join_networks(known.small.scenario.networks, known.world);
    CHECK(known.world.networks.members[0] == Members{CityId{0}, CityId{1}});
    known.world.networks.target[0] = 3;
    join_networks(known.small.scenario.networks, known.world);
    CHECK(known.world.networks.members[0].size() == 3);
    known.small.scenario.networks.leave = 1;
    leave_networks(known.small.scenario.networks, known.world);
    CHECK(known.world.networks.members[0] == Members{CityId{0}, CityId{1}});
  }
}

TEST_CASE("a network has as many members as it counted in the year of its count, and no more later",
          "[joining]") {
  Full full(200);
  full.params.founders = 0;
  full.params.join_lag = 10;
  full.small.facts.networks = {{.id = "known", .key = 77, .founded = 2000, .counted = 2009}};
  World world = full.small.world();
  add_growing(world, 100);
  world.networks.known[0] = 0;
  for (const auto& [year, share] :
       {std::pair{2004, (1 - std::exp(-0.5)) / (1 - std::exp(-1.0))}, {2009, 1.0}, {2020, 1.0}}) {
    world.year = year;
    join_networks(full.params, world);
    CHECK(world.networks.members[0].size() == static_cast<std::size_t>(std::lround(100 * share)));
  }
}

TEST_CASE("a member that was only observed joined after an exponential lag, cut at the observation",
          "[joining]") {
  const double lag = GENERATE(4.0, 1000.0);
  std::vector<int> n_joined(2011, 0);
  constexpr int n = 900;
  for (std::uint32_t r = 0; r < n; ++r) {
    Known known(r);
    known.small.scenario.networks.join_lag = lag;
    for (known.world.year = 2000; known.world.cities.networks[1].empty(); ++known.world.year) {
      REQUIRE(known.world.year <= 2008);
      join_networks(known.small.scenario.networks, known.world);
    }
    ++n_joined[static_cast<std::size_t>(known.world.year - 1)];
  }
  for (std::size_t year = 2000; year <= 2008; ++year) {
    const double before = static_cast<double>(year) - 2000;
    const double p = (std::exp(-before / lag) - std::exp(-(before + 1) / lag)) / (1 - std::exp(-9 / lag));
    CHECK(n_joined[year] == Approx(n * p).margin(4 * std::sqrt(n * p)));
  }
}

TEST_CASE("members leave by chance but known members stay", "[joining]") {
  Known known;
  World& world = known.world;
  add_network(world, {0, 1, 2});
  world.networks.members[0] = {CityId{0}};
  world.cities.networks[0].push_back(NetworkId{0});
  known.small.scenario.networks.leave = 0;
  leave_networks(known.small.scenario.networks, world);
  CHECK(world.networks.members[1].size() == 3);
  known.small.scenario.networks.leave = 1;
  leave_networks(known.small.scenario.networks, world);
  CHECK(world.networks.members[0] == Members{CityId{0}});
  CHECK(world.networks.members[1].empty());
  CHECK(world.cities.networks[0] == std::vector<NetworkId>{NetworkId{0}});
}

TEST_CASE("as many members leave a year as their chance says", "[joining]") {
  SmallWorld small(1);
  std::vector<int> cities;
  constexpr int n = 2000;
  for (int c = 0; c < n; ++c) {
    small.add_city(0);
    cities.push_back(c);
  }
  small.scenario.networks.leave = 0.1;
  World world = small.world();
  add_network(world, cities);
  leave_networks(small.scenario.networks, world);
  CHECK(world.networks.members[0].size() == Approx(0.9 * n).margin(4 * std::sqrt(n * 0.09)));
}

}  // namespace
}  // namespace hansa
