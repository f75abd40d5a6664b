#include <catch2/catch.hpp>

#include "sim/phases/deliberation.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::add_network;
using test::near;
using test::SmallWorld;

/// Two cities of capacities 1 and 3, at .2 and .6 on the one issue.
struct Two {
  SmallWorld small{1};
  World world;
  Two() : world(small.world()) {
    small.add_city(0, 1.0);
    small.add_city(0, 3.0);
    small.scenario.networks.attention_cost = 0;
    small.scenario.networks.message_spread = 0;
    world = small.world();
    world.cities.position = {0.2, 0.6};
  }
  void deliberate() { hansa::deliberate(small.scenario.networks, world); }
};

TEST_CASE("a network asks for the mean of its members by capacity", "[deliberation]") {
  Two two;
  add_network(two.world, {0, 1});
  two.deliberate();
  CHECK(two.world.networks.message[0] == near(0.25 * 0.2 + 0.75 * 0.6));
}

TEST_CASE("cohesion is lost by the variance among members", "[deliberation]") {
  Two two;
  add_network(two.world, {0, 1});
  add_network(two.world, {1});
  two.deliberate();
  CHECK(two.world.networks.cohesion[0] == near(1 - 4 * (0.25 * 0.09 + 0.75 * 0.01)));
  CHECK(two.world.networks.cohesion[1] == near(1.0));
  // opposites of equal weight: the lowest cohesion
  two.small.facts.city_capacity = {1.0, 1.0};
  two.world.cities.position = {0.0, 1.0};
  two.deliberate();
  CHECK(two.world.networks.cohesion[0] == near(0.0));
}

TEST_CASE("cohesion is a mean over issues", "[deliberation]") {
  SmallWorld small(1, 2);
  small.add_city(0);
  small.add_city(0);
  World world = small.world();
  world.cities.position = {0.0, 0.5, 1.0, 0.5};  // opposed on the first issue, agreed on the second
  add_network(world, {0, 1});
  deliberate(small.scenario.networks, world);
  CHECK(world.networks.cohesion[0] == near(0.5));
}

TEST_CASE("preempted and distracted members weigh less", "[deliberation]") {
  Two two;
  two.world.cities.resources = {1.0, 0.5};
  add_network(two.world, {0, 1});
  two.deliberate();
  CHECK(two.world.networks.message[0] == near((1.0 * 0.2 + 1.5 * 0.6) / 2.5));
  two.small.scenario.networks.attention_cost = 0.25;
  add_network(two.world, {1});  // attention left: one half, and three quarters for the other
  two.deliberate();
  CHECK(two.world.networks.message[0] == near((0.75 * 0.2 + 0.75 * 0.6) / 1.5));
}

TEST_CASE("every membership takes its share of attention until none is left", "[deliberation]") {
  Two two;
  two.small.scenario.networks.attention_cost = 0.4;
  for (int k = 0; k < 3; ++k) add_network(two.world, {0});
  add_network(two.world, {1});
  two.deliberate();
  CHECK(two.world.cities.attention[0] == 0.0);
  CHECK(two.world.cities.attention[1] == near(0.6));
  // members without attention left still agree on a message
  CHECK(two.world.networks.message[0] == near(0.2));
}

TEST_CASE("within a budget the same share of small and large offices goes to memberships in proportion",
          "[deliberation]") {
  NetworkParams params{.attention_cost = 0.1};
  CHECK(params.attention == Attention::Budget);
  CHECK(attention_left(params, 2.0, 4) == near(2.0 / 2.4));
  CHECK(attention_left(params, 10.0, 20) == near(attention_left(params, 2.0, 4)));
  CHECK(attention_left(params, 0.0, 0) == 1.0);
  CHECK(attention_left(params, 0.0, 1) == 0.0);
  CHECK(attention_left(params, 1.0, 1000) > 0);
  params.attention = Attention::Hyperbolic;
  for (const double office : {0.5, 1.0, 7.0}) CHECK(attention_left(params, office, 4) == near(1.0 / 1.4));
  params.attention = Attention::Linear;
  CHECK(attention_left(params, 7.0, 4) == near(0.6));
  CHECK(attention_left(params, 7.0, 20) == 0.0);
  params.attention_cost = 0;
  for (const Attention form : each<Attention>) {
    params.attention = form;
    CHECK(attention_left(params, 0.3, 50) == 1.0);
  }
}

TEST_CASE("a network asks for more on what it is about and less on the rest", "[deliberation]") {
  SmallWorld small(1, 2);
  small.add_city(0);
  small.scenario.networks.message_spread = 0.5;
  World world = small.world();
  world.cities.position = {0.5, 0.5};
  add_network(world, {0});
  world.networks.focus = {0.6, 0.2, 0.2};
  deliberate(small.scenario.networks, world);
  CHECK(world.networks.message[0] == near(0.5 + 0.5 * (0.6 * 3 - 1) * 0.25));
  CHECK(world.networks.message[1] == near(0.5 + 0.5 * (0.2 * 3 - 1) * 0.25));
}

TEST_CASE("a message stays within what can be asked", "[deliberation]") {
  SmallWorld small(1, 2);
  small.add_city(0);
  small.scenario.networks.message_spread = 3;
  World world = small.world();
  world.cities.position = {0.5, 0.5};
  add_network(world, {0});
  world.networks.focus = {1.0, 0.0, 0.0};  // .5 + 3 * 2 * .25 and .5 - 3 * .25
  deliberate(small.scenario.networks, world);
  CHECK(world.networks.message == std::vector<double>{1.0, 0.0});
}

TEST_CASE("networks without members keep silent", "[deliberation]") {
  Two two;
  add_network(two.world, {}, 0, 0.9);
  two.deliberate();
  CHECK(two.world.networks.message[0] == 0.9);
}

}  // namespace
}  // namespace hansa
