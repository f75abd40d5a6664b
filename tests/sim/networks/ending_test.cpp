#include <cmath>

#include <catch2/catch.hpp>

#include "sim/networks/ending.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::add_network;
using test::near;
using test::SmallWorld;
using Members = std::vector<CityId>;

/// Six cities on two issues; by policy, networks that meet and agree merge.
struct Six {
  SmallWorld small{1, 2};
  World world;
  explicit Six(std::uint32_t realization = 0) : world(small.world()) {
    for (int c = 0; c < 6; ++c) small.add_city(0);
    small.scenario.networks.merger = 0;
    small.scenario.networks.consolidation = 1;
    world = small.world(realization);
  }
  void merge() { hansa::merge(small.scenario.networks, world); }
};

TEST_CASE("networks with the same members and message merge by policy", "[merger]") {
  Six six;
  add_network(six.world, {0, 1, 2});
  add_network(six.world, {0, 1, 2});
  six.merge();
  CHECK(six.world.networks.alive == std::vector<char>{1, 0});
  CHECK(six.world.networks.mergers == 1);
}

TEST_CASE("the larger takes over the smaller with all it has", "[merger]") {
  Six six;
  NetworkStore& networks = six.world.networks;
  add_network(six.world, {1, 2, 3, 4}, 0);
  add_network(six.world, {1, 2, 3, 4, 5}, 1);
  networks.focus = {0.9, 0.1, 0, 0.45, 0.55, 0};
  networks.soft_power = {2.0, 3.0};
  test::set_rung(six.world, 0, Access::Consultative);
  test::set_rung(six.world, 1, Access::Observer);
  networks.coordinated = {1, 0};
  while (networks.mergers == 0) {
    six.merge();
    ++six.world.year;
  }
  CHECK(networks.alive == std::vector<char>{0, 1});
  CHECK(networks.members[0].empty());
  CHECK(networks.members[1] == Members{CityId{1}, CityId{2}, CityId{3}, CityId{4}, CityId{5}});
  CHECK(six.world.cities.networks[1] == std::vector<NetworkId>{NetworkId{1}});
  // attention by members: (4 * .9 + 5 * .45) / 9 on the first issue
  CHECK(networks.focus[3] == near(0.65));
  CHECK(networks.focus[4] == near(0.35));
  CHECK(networks.soft_power[1] == 5.0);
  CHECK(networks.rung(1) == Access::Consultative);
  CHECK(networks.coordinated[1] == 1);
}

TEST_CASE("networks without a common member never meet", "[merger]") {
  for (std::uint32_t r = 0; r < 50; ++r) {
    Six six(r);
    add_network(six.world, {0, 1, 2});
    add_network(six.world, {3, 4, 5});
    six.merge();
    REQUIRE(six.world.networks.mergers == 0);
  }
}

TEST_CASE("networks with opposite messages or none do not merge", "[merger]") {
  for (std::uint32_t r = 0; r < 50; ++r) {
    Six opposed(r), silent(r);
    add_network(opposed.world, {0, 1, 2}, 0, 0.0);
    add_network(opposed.world, {0, 1, 2}, 0, 1.0);
    add_network(silent.world, {0, 1, 2}, 0, 0.5);
    add_network(silent.world, {0, 1, 2}, 0, std::nan(""));
    opposed.merge();
    silent.merge();
    REQUIRE(opposed.world.networks.mergers == 0);
    REQUIRE(silent.world.networks.mergers == 0);
  }
}

/// How often two networks become one, in `n` worlds where they are set up alike by `add`.
template <class Add> void check_mergers(double expected, Add&& add) {
  int n_mergers = 0;
  constexpr int n = 4000;
  for (std::uint32_t r = 0; r < n; ++r) {
    Six six(r);
    add(six);
    six.merge();
    n_mergers += six.world.networks.mergers;
  }
  CHECK(n_mergers == Approx(expected * n).margin(4 * std::sqrt(n * expected * (1 - expected))));
}

TEST_CASE("networks merge the more often the more they share", "[merger]") {
  // each meets the other through the one of two members that they share, with probability 1/2; then
  // rate .9 * overlap 1/3 * (1 - distance .2) = .24; both in turn: 1 - .88^2
  check_mergers(0.2256, [](Six& six) {
    six.small.scenario.networks.merger = 0.6;
    six.small.scenario.networks.consolidation = 0.3;
    add_network(six.world, {0, 1}, 0, 0.4);
    add_network(six.world, {1, 2}, 0, 0.6);
  });
}

TEST_CASE("a part of a large network merges with it by the share of all members", "[merger]") {
  // the part always meets the whole, the whole meets the part by a third; overlap 1/3: 1 - (2/3)(8/9)
  check_mergers(1 - (2.0 / 3) * (8.0 / 9), [](Six& six) {
    add_network(six.world, {0, 1});
    add_network(six.world, {0, 1, 2, 3, 4, 5});
  });
}

TEST_CASE("networks on different subjects seldom merge, by the square of the cosine", "[merger]") {
  // (.8, .2, 0) and (.2, .8, 0): cosine .32 / .68, in two meetings
  const double cosine = 0.32 / 0.68, chance = cosine * cosine;
  check_mergers(1 - (1 - chance) * (1 - chance), [](Six& six) {
    add_network(six.world, {0, 1, 2});
    add_network(six.world, {0, 1, 2});
    six.world.networks.focus = {0.8, 0.2, 0, 0.2, 0.8, 0};
  });
}

TEST_CASE("networks without a common subject never merge", "[merger]") {
  check_mergers(0, [](Six& six) {
    add_network(six.world, {0, 1, 2}, 0);
    add_network(six.world, {0, 1, 2}, 2);  // all else
  });
}

TEST_CASE("a member of many networks makes each of them meet as often", "[merger]") {
  // city 0 is the only common member of all four networks; the first meets each other in a third of cases
  std::vector<int> n_met(4, 0);
  constexpr int n = 3000;
  for (std::uint32_t r = 0; r < n; ++r) {
    Six six(r);
    for (int k = 0; k < 4; ++k) add_network(six.world, {0});
    six.world.networks.alive = {1, 0, 0, 0};  // no turns of their own
    six.merge();
    for (std::size_t k = 1; k < 4; ++k) n_met[k] += six.world.networks.members[k].empty() ? 1 : 0;
  }
  for (std::size_t k = 1; k < 4; ++k) CHECK(n_met[k] == Approx(n / 3).margin(4 * std::sqrt(n * 2.0 / 9)));
}

TEST_CASE("known networks merge by policy alone", "[merger]") {
  Six six;
  six.small.scenario.networks.merger = 1;
  six.small.scenario.networks.consolidation = 0;
  add_network(six.world, {0, 1, 2});
  add_network(six.world, {0, 1, 2});
  six.world.networks.known[1] = 0;
  six.merge();
  CHECK(six.world.networks.mergers == 0);
  six.small.scenario.networks.consolidation = 1;
  six.merge();
  CHECK(six.world.networks.mergers == 1);
}

TEST_CASE("without policy and chance nothing merges", "[merger]") {
  Six six;
  six.small.scenario.networks.consolidation = 0;
  add_network(six.world, {0, 1, 2});
  add_network(six.world, {0, 1, 2});
  six.merge();
  CHECK(six.world.networks.mergers == 0);
}

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
  end_networks(small.scenario.networks, world);  // a network ends once
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

TEST_CASE("a known network does not end by chance or for want of members", "[ending]") {
  SmallWorld small(1, 1, 5);
  small.add_city(0);
  small.facts.networks = {{.id = "known", .key = 1, .founded = 1990}};
  small.scenario.networks.death = 1;
  World world = small.world();
  add_network(world, {});
  world.networks.known[0] = 0;
  end_networks(small.scenario.networks, world);
  CHECK(world.networks.alive[0] == 1);
}

}  // namespace
}  // namespace hansa
