#include <cmath>
#include <numeric>

#include <catch2/catch.hpp>

#include "tests/sim/phases/pressed_states.hpp"

namespace hansa {
namespace {

using test::add_network;
using test::near;
using test::Players;
using test::Pressed;
using test::set_positions;
using test::SmallWorld;

TEST_CASE("member cities press their own government by people, autonomy, attention and cohesion",
          "[lobbying]") {
  SmallWorld small(2);
  small.add_city(0, 1.0, 0.2);
  small.add_city(0, 1.0, 0.4);
  small.add_city(1, 1.0, 0.4);
  small.scenario.networks.allies = {.regions = 0.3, .firms = 0, .civil_society = 0.4};
  small.now().democracy = {0.5, 0.5};
  World world = small.world();
  add_network(world, {0, 1});
  add_network(world, {1});
  world.networks.cohesion = {0.8, 0.6};
  world.cities.autonomy = {0.5, 0.25, 1.0};
  world.cities.attention = {1.0, 0.9, 1.0};
  press_at_home({.strength = std::log(2.0)}, small.scenario.networks.allies, world);
  CHECK(world.states.home_pressure[0] == near(1.5 * (0.2 * 0.5 * 0.8 + 0.4 * 0.25 * 0.9 * 0.7)));
  CHECK(world.states.home_pressure[1] == 0.0);  // its city is in no network
  CHECK(world.pressure.influence == near(0.5));
  press_at_home({.strength = 0}, small.scenario.networks.allies, world);
  CHECK(world.pressure.influence == 0.0);
}

TEST_CASE("networks sign declarations at a parallel summit by chance", "[lobbying]") {
  SmallWorld small(1);
  small.add_city(0);
  ConferenceFacts& conference = small.add_conference({.name = "COP", .summit = 0.5});
  World world = small.world();
  constexpr int n = 2000;
  for (int k = 0; k < n; ++k) add_network(world, {0});
  world.networks.share.assign(n, 1.0 / n);
  declare({.declaration_rate = 0.4}, conference, world);
  const int n_signed =
      std::accumulate(world.networks.declarations.begin(), world.networks.declarations.end(), 0);
  CHECK(n_signed == Approx(0.2 * n).margin(4 * std::sqrt(n * 0.16)));
  CHECK(world.voice.declared == near(static_cast<double>(n_signed) / n).epsilon(1e-9));
  press_at_home({}, {}, world);  // a new year
  CHECK(world.networks.declarations[0] == 0);
}

TEST_CASE("networks that do not speak at a conference sign nothing there", "[lobbying]") {
  SmallWorld small(1);
  ConferenceFacts& conference = small.add_conference({.name = "COP", .summit = 1});
  World world = small.world();
  add_network(world, {});
  declare({.declaration_rate = 1}, conference, world);
  CHECK(world.networks.declarations[0] == 0);
  world.networks.share = {1.0};
  declare({.declaration_rate = 1}, conference, world);
  CHECK(world.networks.declarations[0] == 1);
  CHECK(world.voice.declared == 1.0);
}

/// A voice of coverage .5, coherence .8 (.6 without pooling), attention left .5 and access .4; half declared.
struct Heard : Pressed {
  Heard() : Pressed(3) {
    world.voice = {.coverage = 0.5,
                   .coherence = 0.8,
                   .uncoordinated = 0.6,
                   .attention_left = 0.5,
                   .access = 0.4,
                   .speaking = 0.4,
                   .declared = 0.5,
                   .proclaimed = 0.5,
                   .emulated = 0.5,
                   .message = {0.5}};
    world.states.home_pressure = {0.1, 0.0, 0.0};
    conference.club = {0, 1, 0};
  }
  double by(Channel channel, std::size_t i) {
    gather_pressure(small.scenario.lobbying, small.scenario.networks.allies, conference, world);
    return world.pressure.by_channel[i * n_channels + index(channel)];
  }
};

TEST_CASE("cities reach delegations by six channels", "[lobbying]") {
  Heard heard;
  CHECK(heard.by(Channel::Home, 0) == 0.1);
  CHECK(heard.by(Channel::Home, 1) == 0.0);
  CHECK(heard.by(Channel::Conference, 0) == near(0.25 * 0.6 * 0.4));
  CHECK(heard.by(Channel::Coordination, 0) == near(0.25 * 0.2 * 0.4));
  CHECK(heard.by(Channel::Summit, 0) == near(0.25 * 0.8 * 0.5));
  CHECK(heard.by(Channel::Emulation, 0) == 0.0);
  CHECK(heard.by(Channel::Emulation, 1) == near(0.1));  // the club
  CHECK(heard.by(Channel::Counter, 0) == 0.0);          // no capture
}

TEST_CASE("incumbents answer cities' effort beyond what is not worth an answer", "[lobbying]") {
  Heard heard;
  heard.small.now().capture = {0.5, 0.5, 0.5};
  heard.small.scenario.lobbying.counter_cost = 0.02;
  heard.small.scenario.lobbying.channels[Channel::Counter] = 1;
  CHECK(heard.by(Channel::Counter, 0) == near(-0.5 * (0.1 + 0.06 - 0.02)));
  CHECK(heard.by(Channel::Counter, 1) == near(-0.5 * (0.06 - 0.02)));
  heard.small.scenario.lobbying.counter_cost = 0.06;
  CHECK(heard.by(Channel::Counter, 1) == 0.0);
}

TEST_CASE("a closed delegation is reached at home and from outside but not in the corridors", "[lobbying]") {
  Heard heard;
  heard.small.now().openness = {0.1, 1.0, 1.0};
  CHECK(heard.by(Channel::Conference, 0) == 0.0);
  CHECK(heard.by(Channel::Coordination, 0) == 0.0);
  CHECK(heard.by(Channel::Home, 0) == 0.1);
  CHECK(heard.by(Channel::Summit, 0) > 0.0);
  heard.small.now().openness[0] = 0.15;
  CHECK(heard.by(Channel::Conference, 0) > 0.0);
}

TEST_CASE("each channel has its weight, and coordination its own in the voice itself", "[lobbying]") {
  Heard heard;
  heard.world.states.home_pressure[1] = 0.1;
  By<Channel, double>& weights = heard.small.scenario.lobbying.channels;
  for (const Channel k : each<Channel>) {
    if (k == Channel::Counter) continue;  // has no effect without capture
    weights.fill(1);
    const double plain = heard.by(k, 1);
    weights[k] = 3;
    CHECK(plain > 0);
    CHECK(heard.by(k, 1) == near((k == Channel::Coordination ? 1 : 3) * plain));
  }
}

TEST_CASE("no channel is off: with its weight alone turned up, delegations are pressed otherwise",
          "[lobbying]") {
  const auto pressure = [](const LobbyingParams& lobbying) {
    Heard heard;
    heard.small.now().capture = {0.5, 0.5, 0.5};
    heard.small.scenario.lobbying = lobbying;
    // the voice, with messages pooled by the weight of coordination
    const double pooling = std::min(1.0, lobbying.channels[Channel::Coordination]);
    heard.world.voice.coherence = 0.6 + 0.2 * pooling;
    gather_pressure(lobbying, heard.small.scenario.networks.allies, heard.conference, heard.world);
    return heard.world.pressure.by_channel;
  };
  for (const Channel k : each<Channel>) {
    CAPTURE(name_of(k));
    LobbyingParams all_alike;
    all_alike.channels.fill(0.5);
    LobbyingParams turned_up = all_alike;
    turned_up.channels[k] = 1;
    CHECK(pressure(turned_up) != pressure(all_alike));
  }
}

TEST_CASE("incumbents answer what they feel of a channel", "[lobbying]") {
  Heard heard;
  heard.small.now().capture = {0.5, 0.5, 0.5};
  heard.small.scenario.lobbying.counter_cost = 0.02;
  By<Channel, double>& weights = heard.small.scenario.lobbying.channels;
  weights[Channel::Home] = 2;
  weights[Channel::Conference] = 3;
  weights[Channel::Counter] = 7;
  CHECK(heard.by(Channel::Counter, 0) == near(-7 * 0.5 * (2 * 0.1 + 3 * 0.06 - 0.02)));
  weights[Channel::Home] = weights[Channel::Conference] = 0;  // no response to channels that are off
  CHECK(heard.by(Channel::Counter, 0) == 0.0);
}

TEST_CASE("a state that stays away is not pressed at all", "[lobbying]") {
  Heard heard;
  heard.conference.present = {0, 1, 1};
  for (const Channel k : each<Channel>) CHECK(heard.by(k, 0) == 0.0);
}

TEST_CASE("firms among the allies take the edge off the incumbents' answer [N6]", "[lobbying]") {
  const auto counter = [](double firms) {
    SmallWorld small(1);
    small.add_city(0);
    small.now().capture = {0.5};
    ConferenceFacts& conference = small.add_conference();
    World world = small.world();
    world.states.home_pressure = {0.3};
    LobbyingParams lobbying{.counter_cost = 0.1, .closed_below = 0};
    lobbying.channels.fill(1);
    gather_pressure(lobbying, {.firms = firms}, conference, world);
    return world.pressure.by_channel[index(Channel::Counter)];
  };
  CHECK(counter(0) == near(-0.5 * 0.2));
  CHECK(counter(0.4) == near(-0.6 * 0.5 * 0.2));
  CHECK(counter(1) == 0.0);
}

}  // namespace
}  // namespace hansa
