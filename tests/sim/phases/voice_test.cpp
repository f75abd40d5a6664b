#include <cmath>
#include <numeric>

#include <catch2/catch.hpp>

#include "tests/sim/phases/heard_cities.hpp"

namespace hansa {
namespace {

using test::add_network;
using test::Cities;
using test::near;
using test::SmallWorld;

TEST_CASE("one network that all cities belong to speaks with all the voice there is", "[voice]") {
  Cities cities(4);
  add_network(cities.world, {0, 1, 2, 3});
  const Voice& voice = cities.voice();
  CHECK(voice.coherence == near(1.0));
  CHECK(voice.coverage == near(1.0));
  CHECK(voice.attention_left == 1.0);
  CHECK(voice.concentration == 1.0);
  CHECK(voice.correlation == 1.0);
  CHECK(voice.strength() == near(1.0));
  CHECK(voice.message == std::vector<double>{0.5, 0.5});
}

TEST_CASE("no network is no voice", "[voice]") {
  Cities cities(4);
  const Voice& voice = cities.voice();
  CHECK(voice.strength() == 0.0);
  CHECK(voice.message == std::vector<double>{0.0, 0.0});
}

TEST_CASE("coverage saturates with the share of the world's city capacity", "[voice]") {
  Cities cities(4);
  cities.small.scenario.voice.saturation = 3;
  add_network(cities.world, {0, 1});
  CHECK(cities.voice().coverage == near((1 - std::exp(-1.5)) / (1 - std::exp(-3.0))));
  cities.world.cities.resources[0] = 0.5;  // preemption takes resources away
  CHECK(cities.voice().coverage == near((1 - std::exp(-3.0 * 0.375)) / (1 - std::exp(-3.0))));
  cities.small.scenario.networks.allies = {
      .regions = 0.4, .firms = 0, .civil_society = 0.6};  // and allies double what is left
  CHECK(cities.voice().coverage == near((1 - std::exp(-3.0 * 0.75)) / (1 - std::exp(-3.0))));
  cities.small.scenario.networks.allies.regions = 5;
  CHECK(cities.voice().coverage == near(1.0));
}

TEST_CASE("two networks that speak of different things have half of their square in common", "[voice]") {
  Cities cities(4);
  add_network(cities.world, {0, 1}, 0);
  add_network(cities.world, {2, 3}, 1);
  const Voice& voice = cities.voice();
  // |(1, 0) / 2 + (0, 1) / 2| = sqrt(1/2): no correlation at all
  CHECK(voice.coherence == near(std::sqrt(0.5)));
  CHECK(voice.concentration == near(0.5));
  CHECK(voice.correlation == near(0.0));
}

TEST_CASE("two networks with opposite messages silence each other", "[voice]") {
  Cities cities(4);
  cities.world.status_quo = {0.5, 0.5};
  add_network(cities.world, {0, 1}, 0, 0.9);
  add_network(cities.world, {2, 3}, 0, 0.1);
  CHECK(cities.voice().coherence == near(0.0));
  CHECK(cities.voice().correlation == near(-1.0));
}

TEST_CASE("subjects off the agenda count as one common subject", "[voice]") {
  Cities cities(4);
  cities.agenda = {0};
  add_network(cities.world, {0, 1}, 1);
  add_network(cities.world, {2, 3}, 2);  // no issue at all
  CHECK(cities.voice().coherence == near(1.0));
}

TEST_CASE("a direction weighs the square root of focus and the distance from the status quo", "[voice]") {
  Cities cities(4);
  cities.world.status_quo = {0.1, 0.0};
  add_network(cities.world, {0, 1}, 0);
  add_network(cities.world, {2, 3}, 1);
  cities.world.networks.focus = {0.36, 0.0, 0.64, 0.0, 1.0, 0.0};
  cities.world.networks.message = {0.9, 0.0, 0.0, 0.5};
  // the first: sqrt(.36) * .8 on issue 0 and sqrt(.64) on all else, so (.6, 0, 1) * .8; the second: (0, 1, 0)
  const double length = std::sqrt(0.36 + 1);
  CHECK(cities.voice().coherence ==
        near(std::sqrt(0.36 / (4 * length * length) + 0.25 + 1 / (4 * length * length))));
  CHECK(cities.voice().coherence == near(std::sqrt(0.5)));  // orthogonal
  cities.world.networks.focus = {0.36, 0.0, 0.64, 1.0, 0.0, 0.0};
  cities.world.networks.message = {0.9, 0.0, 0.5, 0.0};
  // the second: (1, 0, 0), so the cosine is .6 / sqrt(1.36)
  CHECK(cities.voice().coherence == near(std::sqrt(0.5 + 0.5 * 0.6 / length)));
  CHECK(cities.voice().correlation == near(0.6 / length));
}

TEST_CASE("networks share the voice by reach and soft power", "[voice]") {
  Cities cities(4);
  add_network(cities.world, {0, 1, 2}, 0, 0.8);
  add_network(cities.world, {3}, 0, 0.4);
  cities.voice();
  CHECK(cities.world.networks.share == std::vector<double>{0.75, 0.25});
  CHECK(cities.world.voice.message[0] == near(0.7));
  // (1 + S / (1 + S)) / 2: 1/2 without soft power, 7/8 with a stock of 3
  cities.world.networks.soft_power = {0.0, 3.0};
  cities.voice();
  CHECK(cities.world.networks.share[0] == near(1.5 / (1.5 + 0.875)));
}

TEST_CASE("a city divides its capacity over its networks", "[voice]") {
  Cities cities(2);
  add_network(cities.world, {0, 1});
  add_network(cities.world, {1});
  cities.voice();
  CHECK(cities.world.networks.share == std::vector<double>{0.75, 0.25});
  CHECK(cities.world.voice.coverage == near(1.0));
}

TEST_CASE("memberships leave the less attention the more there are", "[voice]") {
  Cities cities(2);
  cities.small.scenario.networks.attention_cost = 0.2;
  cities.small.facts.city_capacity = {3.0, 1.0};
  add_network(cities.world, {0, 1});
  add_network(cities.world, {1});
  // .8 of three quarters and .6 of one quarter
  CHECK(cities.voice().attention_left == near(0.75 * 0.8 + 0.25 * 0.6));
  CHECK(cities.voice().strength() == near(0.75));
}

TEST_CASE("splitting a network into halves with the same message changes no voice", "[voice]") {
  Cities whole(10), halves(10);
  for (Cities* cities : {&whole, &halves}) add_network(cities->world, {8, 9}, 1, 0.3);
  add_network(whole.world, {0, 1, 2, 3, 4, 5}, 0, 0.7);
  add_network(halves.world, {0, 1, 2}, 0, 0.7);
  add_network(halves.world, {3, 4, 5}, 0, 0.7);
  CHECK(halves.voice().strength() == near(whole.voice().strength()));
  CHECK(halves.world.voice.coherence == near(whole.world.voice.coherence));
  CHECK(halves.world.voice.message[0] == near(whole.world.voice.message[0]));
}

TEST_CASE("a duplicate of a network costs nothing but attention", "[voice]") {
  Cities once(6), twice(6), dear(6);
  dear.small.scenario.networks.attention_cost = 0.05;
  for (Cities* cities : {&once, &twice, &dear}) add_network(cities->world, {0, 1, 2, 3});
  for (Cities* cities : {&twice, &dear}) add_network(cities->world, {0, 1, 2, 3});
  CHECK(twice.voice().strength() == near(once.voice().strength()));
  CHECK(dear.voice().strength() == near(0.9 * once.voice().strength()));
}

TEST_CASE("voice rises with the number of networks if they cost no attention, else it falls again",
          "[voice]") {
  const double cost = GENERATE(0.0, 0.1);
  double before = 0;
  bool has_fallen = false;
  for (int n_networks = 1; n_networks <= 12; ++n_networks) {
    Cities cities(10);
    cities.small.scenario.networks.attention_cost = cost;
    for (int k = 0; k < n_networks; ++k) {  // each reaches one city more than the last
      std::vector<int> members(static_cast<std::size_t>(std::min(10, k + 1)));
      std::iota(members.begin(), members.end(), 0);
      add_network(cities.world, members);
    }
    const double strength = cities.voice().strength();
    has_fallen = has_fallen || strength < before - 1e-12;
    before = strength;
  }
  CHECK(has_fallen == (cost > 0));
}

TEST_CASE("cities of states that stay away are not heard", "[voice]") {
  SmallWorld small(2);
  small.add_city(0);
  small.add_city(1);
  World world = small.world();
  add_network(world, {0}, 0, 0.8);
  add_network(world, {1}, 0, 0.2);
  const std::vector<char> present = {1, 0};
  const std::vector<std::size_t> agenda = {0};
  measure_voice({.saturation = 3}, alliance_of(small.scenario, SmallWorld::year),
                {.present = present, .agenda = agenda}, world);
  CHECK(world.networks.share == std::vector<double>{1.0, 0.0});
  CHECK(world.voice.message[0] == near(0.8));
  CHECK(world.voice.coverage == near((1 - std::exp(-1.5)) / (1 - std::exp(-3.0))));
}

TEST_CASE("the coordinating body speaks with one message", "[voice]") {
  Cities cities(4);
  add_network(cities.world, {0, 1}, 0, 0.8);
  add_network(cities.world, {2, 3}, 1, 0.4);
  cities.world.networks.focus = {0.5, 0.5, 0.0, 0.5, 0.5, 0.0};
  cities.world.networks.message = {0.8, 0.0, 0.0, 0.8};  // at right angles
  cities.world.networks.coordinated = {1, 1};
  CHECK(cities.voice().uncoordinated == near(std::sqrt(0.5)));
  CHECK(cities.voice().coherence == near(1.0));
  CHECK(cities.voice().message[0] == near(0.4));
  // half of the way to the pool (.4, .4): (.6, .2) and (.2, .6), whose cosine is .6
  cities.small.scenario.lobbying.channels[Channel::Coordination] = 0.5;
  CHECK(cities.voice().coherence == near(std::sqrt(0.5 + 0.5 * 0.6)));
  // a weight above 1 pools no further than all the way
  cities.small.scenario.lobbying.channels[Channel::Coordination] = 2;
  CHECK(cities.voice().coherence == near(1.0));
}

TEST_CASE("networks do not pool messages before there is a coordinating body", "[voice]") {
  Cities cities(4);
  cities.small.scenario.networks.coordination_from = SmallWorld::year + 1;
  add_network(cities.world, {0, 1}, 0, 0.8);
  add_network(cities.world, {2, 3}, 0, 0.8);
  cities.world.networks.message = {0.8, 0.0, 0.0, 0.8};
  cities.world.networks.focus = {0.5, 0.5, 0.0, 0.5, 0.5, 0.0};
  cities.world.networks.coordinated = {1, 1};
  CHECK(cities.voice().coherence == near(std::sqrt(0.5)));
}

TEST_CASE("networks outside the body keep their message", "[voice]") {
  Cities cities(6);
  add_network(cities.world, {0, 1}, 0, 0.8);
  add_network(cities.world, {2, 3}, 0, 0.4);
  add_network(cities.world, {4, 5}, 0, 0.1);
  cities.world.networks.coordinated = {1, 1, 0};
  cities.world.networks.message = {0.8, 0.8, 0.4, 0.4, 0.1, 0.1};
  cities.voice();
  CHECK(cities.world.voice.message[0] == near((0.6 + 0.6 + 0.1) / 3));
  CHECK(cities.world.networks.message == std::vector<double>{0.8, 0.8, 0.4, 0.4, 0.1, 0.1});
}

TEST_CASE("a new measure of voice forgets the declarations of the last", "[voice]") {
  Cities cities(2);
  add_network(cities.world, {0, 1});
  cities.world.voice.declared = 0.5;
  CHECK(cities.voice().declared == 0.0);
}

}  // namespace
}  // namespace hansa
