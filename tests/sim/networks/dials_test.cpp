#include <catch2/catch.hpp>

#include "sim/networks/dials.hpp"
#include "sim/networks/succession.hpp"
#include "sim/phases/lobbying.hpp"
#include "tests/sim/phases/heard_cities.hpp"

namespace hansa {
namespace {

using test::add_network;
using test::Cities;
using test::near;
using Members = std::vector<CityId>;

/// Four cities; a known network of the first three, a generated one of the last two.
struct Dialled : Cities {
  Dialled() : Cities(4) {
    small.facts.networks = {{.id = "known", .key = 1, .founded = 1990, .dialled_from = 2000}};
    small.scenario.networks.allies = {.regions = 0, .firms = 0, .civil_society = 0};
    world = small.world();
    world.networks.known[add_network(world, {0, 1, 2})] = 0;
    add_network(world, {2, 3});
  }
  KnownNetwork& known() { return small.facts.networks[0]; }
};

TEST_CASE("dials hold for their network from their year on, and for no generated one", "[dials]") {
  Dialled it;
  it.known().part[Channel::Home] = 0.5;
  it.known().seat = Access::Observer;
  CHECK(part_in(it.world, 0, Channel::Home) == 0.5);
  CHECK(part_in(it.world, 0, Channel::Summit) == 1);
  CHECK(part_in(it.world, 1, Channel::Home) == 1);
  CHECK(seat_of(it.world, 0) == Access::Observer);
  CHECK_FALSE(seat_of(it.world, 1));
  it.known().dialled_from = 2001;
  CHECK(part_in(it.world, 0, Channel::Home) == 1);
  CHECK_FALSE(seat_of(it.world, 0));
}

TEST_CASE("a seat is held at every conference, whomever that admits", "[dials]") {
  Dialled it;
  it.admitted = Access::None;
  CHECK(it.voice().access == 0);
  it.known().seat = Access::Drafting;
  take_seats(it.world);
  CHECK(it.world.networks.rung(0, Forum::None) == Access::Drafting);
  CHECK(it.world.networks.rung(1) == Access::None);
  // by reach: 1 + 1 + 1/2 and 1/2 + 1; the city of both has the better door for all of its part
  CHECK(it.voice().access == near(3.0 / 4));
  CHECK(it.voice().drafting == near(2.5 / 4));
}

TEST_CASE("a network that does not speak at the conference opens no door there", "[dials]") {
  Dialled it;
  test::set_rung(it.world, 0, Access::Drafting);
  test::set_rung(it.world, 1, Access::Consultative);
  CHECK(it.voice().speaking == it.world.voice.access);
  it.known().part[Channel::Conference] = 0.5;
  CHECK(it.voice().speaking == near((2 * 0.5 + 0.75 * 1.0 + 1 * 0.4) / 4));
  it.known().part[Channel::Conference] = 0;
  CHECK(it.voice().speaking == near(1.5 / 4 * 0.4));
  CHECK(it.world.voice.access == near((3 + 1 * 0.4) / 4));  // what it hears and tells is another matter
}

TEST_CASE("a network that does not coordinate keeps its own message", "[dials]") {
  Dialled it;
  it.world.networks.coordinated = {1, 1};
  it.world.networks.message = {0.9, 0.1, 0.1, 0.9};
  it.world.networks.focus = {0.5, 0.5, 0, 0.5, 0.5, 0};
  CHECK(it.voice().coherence > it.world.voice.uncoordinated);
  it.small.facts.networks.push_back(it.known());
  it.world.networks.known[1] = 1;
  for (KnownNetwork& network : it.small.facts.networks) network.part[Channel::Coordination] = 0;
  CHECK(it.voice().coherence == it.world.voice.uncoordinated);
}

TEST_CASE("a network presses at home and at the summit by its part", "[dials]") {
  Dialled it;
  const auto home = [&] {
    it.world.cities.autonomy.assign(4, 1.0);
    it.world.cities.attention.assign(4, 1.0);
    press_at_home({}, it.small.scenario.networks.allies, it.world);
    return it.world.states.home_pressure[0];
  };
  CHECK(home() == near(0.4));
  it.known().part[Channel::Home] = 0;
  CHECK(home() == near(0.15));
  const ConferenceFacts& conference = it.small.add_conference({.name = "COP", .summit = 1});
  it.known().part[Channel::Summit] = 0.5;
  it.known().part[Channel::Emulation] = 0;
  it.world.networks.share = {0.6, 0.4};
  declare({.declaration_rate = 1}, conference, it.world);
  CHECK(it.world.voice.declared == near(1.0));
  CHECK(it.world.voice.proclaimed == near(0.7));
  CHECK(it.world.voice.emulated == near(0.4));
}

TEST_CASE("a network that ceases to exist hands nothing on", "[dials]") {
  Dialled it;
  it.known().absent_from = 2001;
  end_absent(it.world);
  CHECK(it.world.networks.alive == std::vector<char>{1, 1});
  it.world.year = 2001;
  end_absent(it.world);
  CHECK(it.world.networks.alive == std::vector<char>{0, 1});
  CHECK(it.world.networks.members[0].empty());
  CHECK(it.world.networks.members[1] == Members{CityId{2}, CityId{3}});
  CHECK(it.world.cities.networks[2] == std::vector<NetworkId>{NetworkId{1}});
  CHECK(it.world.networks.deaths == 1);
  CHECK_FALSE(standing_for(it.world, 0));
}

/// Three known networks on climate and one on culture.
struct Domains : Cities {
  Domains() : Cities(6) {
    for (const Domain domain : {Domain::Climate, Domain::Climate, Domain::Culture, Domain::Climate})
      small.facts.networks.push_back({.id = "n", .key = 1, .founded = 1990, .domain = domain});
    world = small.world();
    add_network(world, {0, 1});
    add_network(world, {1, 2, 3});
    add_network(world, {0, 1, 2, 3, 4});
    add_network(world, {4, 5});
    add_network(world, {0, 5});
    world.networks.known = {0, 1, 2, 3, -1};
  }
};

TEST_CASE("within a domain the known network with the most members takes over the others", "[dials]") {
  Domains it;
  merge_domains({.merge_domains = {Domain::Climate, Domain::Peace}, .merge_from = 2000}, it.world);
  CHECK(it.world.networks.alive == std::vector<char>{0, 1, 1, 0, 1});
  CHECK(it.world.networks.members[1] ==
        Members{CityId{0}, CityId{1}, CityId{2}, CityId{3}, CityId{4}, CityId{5}});
  CHECK(it.world.networks.mergers == 2);
  CHECK(standing_for(it.world, 3) == std::size_t{1});
}

TEST_CASE("domains merge from their year on, at equal size into the first of the table", "[dials]") {
  Domains it;
  merge_domains({.merge_domains = {Domain::Climate}, .merge_from = 2001}, it.world);
  CHECK(it.world.networks.mergers == 0);
  it.world.networks.members[1] = {CityId{1}, CityId{2}};
  it.world.networks.known = {3, 1, 2, 0, -1};
  merge_domains({.merge_domains = {Domain::Climate}, .merge_from = 2000}, it.world);
  CHECK(it.world.networks.alive == std::vector<char>{0, 0, 1, 1, 1});
}

}  // namespace
}  // namespace hansa
