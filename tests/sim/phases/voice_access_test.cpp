#include <cmath>
#include <numeric>

#include <catch2/catch.hpp>

#include "tests/sim/phases/heard_cities.hpp"

namespace hansa {
namespace {

using test::add_network;
using test::Cities;
using test::near;
using test::set_rung;
using test::SmallWorld;

TEST_CASE("access is the nearness of the voice to the table, as far as doors are open", "[voice]") {
  Cities cities(4);
  add_network(cities.world, {0, 1, 2});
  add_network(cities.world, {3});
  set_rung(cities.world, 0, Access::Consultative);
  set_rung(cities.world, 1, Access::Drafting);
  CHECK(cities.voice().access == near(0.75 * 0.4 + 0.25 * 1.0));
  CHECK(cities.voice().drafting == near(0.25));
  cities.admitted = Access::Observer;
  CHECK(cities.voice().access == near(0.2));
  cities.small.scenario.feedback.nearness[Access::Observer] = 0.3;
  CHECK(cities.voice().access == near(0.3));
  CHECK(cities.voice().drafting == 0.0);
}

TEST_CASE("the coordinating body has the rung that a conference grants it, other networks their own [N4]",
          "[voice]") {
  Cities cities(4);
  add_network(cities.world, {0, 1});
  add_network(cities.world, {2, 3});
  cities.world.networks.coordinated = {1, 0};
  set_rung(cities.world, 0, Access::Observer);
  set_rung(cities.world, 1, Access::Consultative);
  const auto hear = [&](Access body) {
    cities.world.cities.attention.assign(4, 1.0);
    measure_voice(cities.small.scenario.voice, alliance_of(cities.small.scenario, SmallWorld::year),
                  {.present = cities.present,
                   .agenda = cities.agenda,
                   .admitted = Access::Advisory,
                   .coordinating_body = body},
                  cities.world);
  };
  hear(Access::None);
  CHECK(cities.world.voice.access == near(0.5 * 0.2 + 0.5 * 0.4));
  CHECK(cities.world.voice.drafting == 0.0);
  hear(Access::Drafting);
  CHECK(cities.world.voice.access == near(0.5 * 1.0 + 0.5 * 0.4));
  CHECK(cities.world.voice.drafting == near(0.5));
  cities.small.scenario.networks.coordination_from = SmallWorld::year + 1;  // there is no body yet
  hear(Access::Drafting);
  CHECK(cities.world.voice.drafting == 0.0);
}

TEST_CASE("a rung counts only at the conferences of its forum", "[voice]") {
  Cities cities(2);
  add_network(cities.world, {0, 1});
  cities.world.networks.rungs[index(Forum::Ecosoc)] = Access::Consultative;
  const auto access = [&](std::optional<Forum> forum) {
    measure_voice(cities.small.scenario.voice, alliance_of(cities.small.scenario, SmallWorld::year),
                  {.present = cities.present, .agenda = cities.agenda, .forum = forum}, cities.world);
    return cities.world.voice.access;
  };
  CHECK(access(Forum::Ecosoc) == near(0.4));
  CHECK(access({}) == near(0.4));  // as of the year
  // what is left are invitations
  CHECK(access(Forum::Unfccc) == near(0.1));
  CHECK(access(Forum::None) == near(0.1));
}

TEST_CASE("where a conference admits the invited, open states take their own cities along [N4]", "[voice]") {
  SmallWorld small(3);
  for (const std::size_t i : {0U, 1U, 2U}) small.add_city(i);
  small.scenario.lobbying.invites_from = 0.6;
  small.now().openness = {0.9, 0.5, 0.9};
  World world = small.world();
  add_network(world, {0, 1, 2});
  const std::vector<char> present = {1, 1, 0};
  const std::vector<std::size_t> agenda = {0};
  const auto access = [&](Access admitted) {
    measure_voice(small.scenario.voice, alliance_of(small.scenario, SmallWorld::year),
                  {.present = present, .agenda = agenda, .admitted = admitted}, world);
    return world.voice.access;
  };
  CHECK(access(Access::None) == 0.0);
  // half of the cities that can attend are invited; those of the absent state are not, however open it is
  CHECK(access(Access::Invited) == near(0.5 * 0.1));
  CHECK(world.voice.city_access[0] == near(0.05));
  CHECK(world.voice.city_access[1] == 0.0);
  CHECK(world.voice.city_access[2] == 0.0);
  set_rung(world, 0, Access::Consultative);  // a network with status needs no invitation
  CHECK(access(Access::Drafting) == near(0.4));
  CHECK(access(Access::Invited) == near(0.1));
}

}  // namespace
}  // namespace hansa
