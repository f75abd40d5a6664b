#include <catch2/catch.hpp>

#include "sim/networks/joining.hpp"
#include "sim/networks/succession.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::add_network;
using test::near;
using test::SmallWorld;
using Members = std::vector<CityId>;

/// Five cities from 2000 on and three known networks: first merges into second in 2001, second into third in 2003.
/// City 0 joined the first in 2000, city 1 joins it in 2004; the others have city 2 and city 3.
struct Chain {
  SmallWorld small{1, 1, 6};
  World world;
  explicit Chain(int third_founded = 1990) : world(small.world()) {
    for (int c = 0; c < 5; ++c) small.add_city(0);
    small.facts.networks = {{.id = "first",
                             .key = 1,
                             .founded = 1990,
                             .ended = 2001,
                             .successor = 1,
                             .roll = Roll::All,
                             .members = {{CityId{0}, 2000, false}, {CityId{1}, 2004, false}}},
                            {.id = "second",
                             .key = 2,
                             .founded = 1990,
                             .ended = 2003,
                             .successor = 2,
                             .roll = Roll::All,
                             .members = {{CityId{2}, 2000, false}}},
                            {.id = "third",
                             .key = 3,
                             .founded = third_founded,
                             .roll = Roll::All,
                             .members = {{CityId{3}, third_founded, false}}}};
    world = small.world();
    for (std::int32_t row = 0; row < 3; ++row) {
      if (small.facts.networks[static_cast<std::size_t>(row)].founded <= 2000) found(row);
    }
  }
  Chain(const Chain&) = delete;
  Chain& operator=(const Chain&) = delete;

  void found(std::int32_t row) { world.networks.known[add_network(world, {})] = row; }
  /// One year of mergers, then of joining.
  void play(int year) {
    world.year = year;
    hand_over(world);
    join_networks(small.scenario.networks, world);
  }
};

TEST_CASE("a known network hands its members to its successor, which hands them on", "[succession]") {
  Chain chain;
  const auto& members = chain.world.networks.members;
  chain.play(2000);
  CHECK(members[0] == Members{CityId{0}});
  chain.play(2001);
  CHECK(members[0].empty());
  CHECK(members[1] == Members{CityId{0}, CityId{2}});
  chain.play(2003);
  CHECK(members[1].empty());
  CHECK(members[2] == Members{CityId{0}, CityId{2}, CityId{3}});
  CHECK(chain.world.networks.mergers == 2);
  CHECK(chain.world.cities.networks[0] == std::vector<NetworkId>{NetworkId{2}});
}

TEST_CASE("who joins a network that has merged joins the last of its successors", "[succession]") {
  Chain chain;
  for (int year = 2000; year <= 2005; ++year) {
    chain.play(year);
    CHECK(chain.world.cities.networks[1].empty() == (year < 2004));
  }
  CHECK(chain.world.cities.networks[1] == std::vector<NetworkId>{NetworkId{2}});
}

TEST_CASE("members that came by a merger stay as known members do", "[succession]") {
  Chain chain;
  chain.small.scenario.networks.leave = 1;
  chain.play(2000);
  chain.play(2003);
  join(chain.world, CityId{4}, NetworkId{2});
  leave_networks(chain.small.scenario.networks, chain.world);
  CHECK(chain.world.networks.members[2] == Members{CityId{0}, CityId{2}, CityId{3}});
}

TEST_CASE("a network whose successor has not been founded goes on until it has", "[succession]") {
  Chain chain(2005);
  chain.play(2000);
  chain.play(2003);
  CHECK(chain.world.networks.alive == std::vector<char>{0, 1});
  CHECK(chain.world.networks.members[1] == Members{CityId{0}, CityId{2}});
  chain.found(2);
  chain.play(2005);
  CHECK(chain.world.networks.alive == std::vector<char>{0, 0, 1});
  CHECK(chain.world.networks.members[2] == Members{CityId{0}, CityId{1}, CityId{2}, CityId{3}});
}

TEST_CASE("soft power, access and a place in the coordinating body go to the successor", "[succession]") {
  Chain chain;
  NetworkStore& networks = chain.world.networks;
  networks.soft_power = {2, 3, 5};
  networks.rungs[index(Forum::Ecosoc)] = Access::Consultative;
  networks.rungs[n_forums + index(Forum::Habitat)] = Access::Observer;
  networks.coordinated = {1, 0, 0};
  const std::vector<double> focus = networks.focus;
  chain.play(2001);
  CHECK(networks.soft_power[1] == near(5));
  CHECK(networks.rung(1, Forum::Ecosoc) == Access::Consultative);
  CHECK(networks.rung(1, Forum::Habitat) == Access::Observer);
  CHECK(networks.rung(1, Forum::Unfccc) == Access::None);
  CHECK(networks.coordinated[1] == 1);
  CHECK(networks.focus == focus);  // the successor's subject is that of the tables
}

TEST_CASE("a successor that was taken over is stood for by who took it over", "[succession]") {
  Chain chain;
  const std::size_t other = add_network(chain.world, {4});
  take_over(chain.world, other, 2);
  CHECK(standing_for(chain.world, 2) == other);
  chain.play(2003);
  CHECK(standing_for(chain.world, 0) == other);
  CHECK(rolls_by_network(chain.world)[other].size() == 3);
  chain.world.networks.alive[other] = 0;  // ended for good
  CHECK_FALSE(standing_for(chain.world, 0));
}

}  // namespace
}  // namespace hansa
