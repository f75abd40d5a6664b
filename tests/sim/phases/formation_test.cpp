#include <cmath>
#include <numeric>

#include <catch2/catch.hpp>

#include "sim/networks/birth.hpp"
#include "sim/phases/formation.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::SmallWorld;

/// One state with 50 cities, a known network of 1990 and three of 2000.
struct Fifty {
  SmallWorld small{1};
  NetworkParams& params;
  Fifty() : params(small.scenario.networks) {
    for (int c = 0; c < 50; ++c) small.add_city(0);
    for (const int founded : {1990, 2000, 2000, 2000})
      small.facts.networks.push_back({.id = "known",
                                      .key = 1000 + small.facts.networks.size(),
                                      .founded = founded,
                                      .roll = Roll::All,
                                      .members = {{CityId{0}, founded, false}, {CityId{1}, founded, false}}});
    small.facts.initial_networks = 5;
    params.births.growth = 0;
    params.size = 20;
    params.founders = 5;
    params.death = params.leave = params.merger = 0;
  }
  World world(std::uint32_t realization = 0) const {
    World result = small.world(realization);
    result.cities.position.assign(50, 0.5);
    return result;
  }
};

TEST_CASE("generated networks make up the number that there were at the start", "[formation]") {
  Fifty fifty;
  World world = fifty.world();
  found_initial_networks(fifty.params, world);
  CHECK(world.networks.known == std::vector<std::int32_t>{0, -1, -1, -1, -1});
  CHECK(world.networks.founded == std::vector<std::int32_t>{1990, 1899, 1899, 1899, 1899});  // no births: old
}

TEST_CASE("known networks exist however few networks a scenario begins with", "[formation]") {
  Fifty fifty;
  fifty.small.facts.initial_networks = 0;
  World world = fifty.world();
  found_initial_networks(fifty.params, world);
  CHECK(world.networks.known == std::vector<std::int32_t>{0});
  CHECK(world.networks.soft_power == std::vector<double>{1.0});
}

TEST_CASE("a network that merged before the start has its successor's place, and no other", "[formation]") {
  Fifty fifty;
  fifty.small.facts.networks[0].ended = 1995;
  fifty.small.facts.networks[0].successor = 4;
  fifty.small.facts.networks[0].roll = Roll::All;
  fifty.small.facts.networks.push_back({.id = "heir", .key = 7, .founded = 1995, .roll = Roll::All});
  World world = fifty.world();
  found_initial_networks(fifty.params, world);
  CHECK(world.networks.alive == std::vector<char>{0, 1, 1, 1, 1, 1});
  CHECK(world.networks.known == std::vector<std::int32_t>{0, 4, -1, -1, -1, -1});
  CHECK(world.networks.soft_power[1] == 1.0);
  form_networks(fifty.params, {}, world);
  CHECK(world.networks.mergers == 0);
  CHECK(world.networks.members[1] == std::vector<CityId>{CityId{0}, CityId{1}});
}

TEST_CASE("known networks are founded in their year, however few births are drawn", "[formation]") {
  Fifty fifty;
  World world = fifty.world();
  form_networks(fifty.params, {}, world);
  CHECK(world.networks.births == 3);
  CHECK(world.networks.known == std::vector<std::int32_t>{1, 2, 3});
  CHECK(world.networks.members[0].size() == 2);
}

TEST_CASE("generated networks make up the births of a year", "[formation]") {
  Fifty fifty;
  fifty.small.facts.initial_networks = 40;
  fifty.params.births.growth = 0.5;
  double sum = 0;
  constexpr int n = 200;
  for (std::uint32_t r = 0; r < n; ++r) {
    World world = fifty.world(r);
    found_initial_networks(fifty.params, world);
    form_networks(fifty.params, {}, world);
    REQUIRE(world.networks.size() == 40 + static_cast<std::size_t>(world.networks.births));
    sum += world.networks.births;
  }
  CHECK(sum / n == Approx(20).margin(4 * std::sqrt(20.0 / n)));
}

TEST_CASE("births are drawn however many are expected", "[formation]") {
  Fifty fifty;
  fifty.small.facts.networks.clear();
  fifty.params.births.growth = 0.2;
  fifty.params.size = 0;
  World world = fifty.world();
  found_generated(fifty.params, 1999, 5000, world);
  form_networks(fifty.params, {}, world);
  CHECK(world.networks.births == Approx(1000).margin(4 * std::sqrt(1000.0)));
}

TEST_CASE("networks born in a year have members at its end", "[formation]") {
  Fifty fifty;
  fifty.params.births.event = 5;
  World world = fifty.world();
  form_networks(fifty.params, {2000}, world);
  REQUIRE(world.networks.births > 3);
  for (const auto& members : world.networks.members) CHECK(members.size() >= 2);
}

TEST_CASE("a network without members ends after its years of grace", "[formation]") {
  Fifty fifty;
  fifty.small.facts.years.push_back(fifty.small.facts.years[0]);
  fifty.params.births.event = 20;
  fifty.params.grace = 0;
  fifty.params.size = 0;
  World world = fifty.world();
  form_networks(fifty.params, {2000}, world);
  const int n_born = world.networks.births - 3;  // beside those with known members
  CHECK(world.networks.deaths == 0);
  fifty.params.births.event = 0;
  world.year += 1;
  form_networks(fifty.params, {2000}, world);
  CHECK(world.networks.deaths == n_born);
}

TEST_CASE("births, deaths and mergers are those of the year", "[formation]") {
  Fifty fifty;
  fifty.small.facts.networks.clear();
  World world = fifty.world();
  world.networks.births = world.networks.deaths = world.networks.mergers = 9;
  form_networks(fifty.params, {}, world);
  CHECK(world.networks.births == 0);
  CHECK(world.networks.deaths == 0);
  CHECK(world.networks.mergers == 0);
}

TEST_CASE("a world without networks or without cities founds none", "[formation]") {
  Fifty off;
  off.params.enabled = false;
  off.params.births.event = 20;
  SmallWorld empty(1);
  empty.scenario.networks.births.event = 20;
  empty.facts.initial_networks = 5;
  for (SmallWorld* small : {&off.small, &empty}) {
    World world = small->world();
    found_initial_networks(small->scenario.networks, world);
    form_networks(small->scenario.networks, {2000}, world);
    CHECK(world.networks.size() == 0);
    CHECK(world.networks.births == 0);
  }
}

}  // namespace
}  // namespace hansa
