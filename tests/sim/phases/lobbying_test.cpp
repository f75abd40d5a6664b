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

TEST_CASE("a government is moved as far as the message is in its win-set", "[lobbying]") {
  Pressed pressed;
  set_positions(pressed.world, std::vector{0.4});
  // the message is worth .6 * .2 = .12 and its own ideal .16: the gate is 3/4
  pressed.lobby_for(0.6);
  CHECK(pressed.world.vetoes.lobbied[0] == near(0.4 + 0.5 * 0.75 * 0.2));
  CHECK(pressed.world.states.mandate[0] == near(0.475));
  CHECK(pressed.world.vetoes.position[0] == 0.4);
}

TEST_CASE("a message that is worse than no agreement moves no player, bit for bit", "[lobbying]") {
  Pressed pressed;
  set_positions(pressed.world, std::vector{0.37});
  for (const double message : {0.74, 0.8, 1.0}) {
    pressed.lobby_for(message);
    CHECK(pressed.world.vetoes.lobbied[0] == 0.37);
    CHECK(pressed.world.states.mandate[0] == 0.37);
  }
  pressed.lobby_for(0.73);
  CHECK(pressed.world.vetoes.lobbied[0] > 0.37);
}

TEST_CASE("a government that wants no agreement is not moved", "[lobbying]") {
  Pressed pressed;
  set_positions(pressed.world, std::vector{0.0});
  pressed.lobby_for(0.1);
  CHECK(pressed.world.vetoes.lobbied[0] == 0.0);
  // even where the message would serve it by the others' effort, own ideal at q is worth nothing
  pressed.small.now().stake = {10.0};
  pressed.lobby_for(0.1);
  CHECK(pressed.world.vetoes.lobbied[0] == 0.0);
}

TEST_CASE("lobbying never asks a government for less", "[lobbying]") {
  Pressed pressed;
  set_positions(pressed.world, std::vector{0.8});
  pressed.lobby_for(0.3);
  CHECK(pressed.world.vetoes.lobbied[0] == 0.8);
}

TEST_CASE("on some issues a message asks for more and on others for nothing", "[lobbying]") {
  SmallWorld small(1, 3);
  ConferenceFacts& conference = small.add_conference();
  conference.agenda = {0, 1};
  small.scenario.lobbying.strength = std::log(2.0);
  World world = small.world();
  set_positions(world, std::vector<Players>{{{0.4, 0.4, 0.4}}});
  world.pressure.by_channel[0] = 1.0;
  world.voice.message = {0.6, 0.1, 0.9};
  lobby(small.scenario.lobbying, conference,
        make_terms(small.scenario.negotiation, conference, Form::Soft, world, world.states.position), world);
  // (.12 + .16) / (.16 + .16) = 7/8
  CHECK(world.vetoes.lobbied[0] == near(0.4 + 0.5 * 0.875 * 0.2));
  CHECK(world.vetoes.lobbied[1] == 0.4);
  CHECK(world.vetoes.lobbied[2] == 0.4);  // off the agenda
}

TEST_CASE("what is worth more to a government than its own ideal opens the gate no further than wide",
          "[lobbying]") {
  Pressed pressed;
  pressed.small.now().stake = {1.0};
  pressed.small.scenario.negotiation.stake = 1.0;  // the world's depth is worth more than its own loss
  set_positions(pressed.world, std::vector{0.4});
  pressed.lobby_for(0.6);  // .12 + .6 against .16 + .4
  CHECK(pressed.world.vetoes.lobbied[0] == near(0.4 + 0.5 * 0.2));
}

TEST_CASE("the harder the form the less a government can be moved", "[lobbying]") {
  Pressed pressed;
  set_positions(pressed.world, std::vector{0.4});
  pressed.world.states.sovereignty = {0.1};
  pressed.world.voice.message = {0.6};
  for (const auto& [hardness, gate] : {std::pair{0.0, 0.12 / 0.16}, {1.0, (0.12 - 0.06) / (0.16 - 0.04)}}) {
    pressed.small.scenario.negotiation.hardness = {hardness, hardness, hardness};
    pressed.lobby_for(0.6);
    CHECK(pressed.world.vetoes.lobbied[0] == near(0.4 + 0.5 * gate * 0.2));
  }
}

TEST_CASE("every veto player is moved within its own win-set and the executive is the mandate",
          "[lobbying]") {
  Pressed pressed;
  set_positions(pressed.world, std::vector<Players>{{{0.6}, {0.4}, {0.2}}});
  pressed.lobby_for(0.6);
  CHECK(pressed.world.vetoes.lobbied[0] == 0.6);
  CHECK(pressed.world.vetoes.lobbied[1] == near(0.475));
  CHECK(pressed.world.vetoes.lobbied[2] == 0.2);
  CHECK(pressed.world.states.mandate[0] == 0.6);
}

TEST_CASE("lobbying of no strength moves nothing, bit for bit", "[lobbying]") {
  Pressed pressed(2);
  pressed.small.scenario.lobbying.strength = 0;
  set_positions(pressed.world, {0.37, 0.1});
  for (const double gate : {1.0, 0.0}) {
    pressed.small.scenario.lobbying.gate = gate;
    for (const double pressure : {1e6, -1e6}) {
      pressed.world.pressure.by_channel.assign(2 * n_channels, pressure);
      pressed.lobby_for(0.4);
      CHECK(pressed.world.vetoes.lobbied == pressed.world.vetoes.position);
      CHECK(pressed.world.states.mandate == pressed.world.states.position);
    }
  }
}

TEST_CASE("pressure of all channels adds up, and resistance that outweighs it moves mandates back",
          "[lobbying]") {
  Pressed pressed;
  set_positions(pressed.world, std::vector{0.4});
  pressed.world.pressure.by_channel = {0.5, 0.25, 0.25, 0.5, 0.5, -1.0};
  pressed.lobby_for(0.6);
  CHECK(pressed.world.vetoes.lobbied[0] == near(0.475));
  pressed.world.pressure.by_channel = {0.5, 0, 0, 0, 0, -0.5};
  pressed.lobby_for(0.6);
  CHECK(pressed.world.vetoes.lobbied[0] == 0.4);
  pressed.world.status_quo = {0.1};
  pressed.world.pressure.by_channel = {0.5, 0, 0, 0, 0, -1.5};
  pressed.lobby_for(0.6);
  CHECK(pressed.world.vetoes.lobbied[0] == near(0.4 - 0.5 * 0.3));
  CHECK(pressed.world.states.mandate[0] == near(0.25));
}

TEST_CASE("incumbents move no government below the status quo, and none off the agenda", "[lobbying]") {
  SmallWorld small(1, 2);
  ConferenceFacts& conference = small.add_conference();
  conference.agenda = {0};
  small.scenario.lobbying.strength = 10;
  World world = small.world();
  set_positions(world, std::vector<Players>{{{0.2, 0.4}}});
  world.status_quo = {0.3, 0.1};
  world.pressure.by_channel[index(Channel::Counter)] = -1.0;
  world.voice.message = {0.6, 0.6};
  lobby(small.scenario.lobbying, conference,
        make_terms(small.scenario.negotiation, conference, Form::Soft, world, world.states.position), world);
  CHECK(world.states.mandate == std::vector<double>{0.2, 0.4});
}

TEST_CASE("incumbents with a weight of 3 in a captured state press its mandate below its start",
          "[lobbying]") {
  Pressed pressed;
  set_positions(pressed.world, std::vector{0.4});
  pressed.small.now().capture = {0.9};
  pressed.world.states.home_pressure = {0.2};
  const auto mandate_at = [&](double weight) {
    pressed.small.scenario.lobbying.channels[Channel::Counter] = weight;
    gather_pressure(pressed.small.scenario.lobbying, {.firms = 0.1}, pressed.conference, pressed.world);
    pressed.lobby_for(0.6);
    return pressed.world.states.mandate[0];
  };
  CHECK(mandate_at(0.5) > 0.4);
  CHECK(mandate_at(3.0) < 0.4);
}

TEST_CASE("without the weight of the gate a government moves by pressure alone", "[lobbying]") {
  Pressed pressed;
  set_positions(pressed.world, std::vector{0.4});
  double& weight = pressed.small.scenario.lobbying.gate;
  for (weight = 1.0; weight >= 0.0; weight -= 0.25) {
    pressed.lobby_for(0.6);  // a gate of 3/4
    CHECK(pressed.world.vetoes.lobbied[0] == near(0.4 + 0.5 * (weight * 0.75 + 1 - weight) * 0.2));
    pressed.lobby_for(0.9);  // worse than no agreement
    CHECK(pressed.world.vetoes.lobbied[0] == near(0.4 + 0.5 * (1 - weight) * 0.5));
  }
}

TEST_CASE("paralysed and absent states hear nothing", "[lobbying]") {
  Pressed pressed(3);
  set_positions(pressed.world, {0.4, 0.4, 0.4});
  pressed.world.states.paralysed = {1, 0, 0};
  pressed.conference.present = {1, 0, 1};
  pressed.lobby_for(0.6);
  CHECK(pressed.world.vetoes.lobbied[0] == 0.4);
  CHECK(pressed.world.vetoes.lobbied[1] == 0.4);
  CHECK(pressed.world.vetoes.lobbied[2] == near(0.475));
}

TEST_CASE("a paralysed state keeps the mandate of its last conference", "[lobbying]") {
  Pressed pressed;
  set_positions(pressed.world, std::vector{0.4});
  pressed.lobby_for(0.6);
  pressed.world.states.position = pressed.world.vetoes.position = {0.5};
  pressed.world.states.paralysed = {1};
  pressed.lobby_for(0.6);
  CHECK(pressed.world.states.mandate[0] == near(0.475));
  pressed.world.states.paralysed = {0};
  pressed.world.pressure.by_channel[0] = 0;
  pressed.lobby_for(0.6);
  CHECK(pressed.world.states.mandate[0] == 0.5);
}

TEST_CASE("states come to their first conference with their own positions", "[lobbying]") {
  Pressed pressed(2);
  set_positions(pressed.world, {0.3, 0.4});
  pressed.world.states.mandate.clear();
  pressed.world.states.paralysed = {1, 0};
  pressed.world.pressure.by_channel.assign(2 * n_channels, 0.0);
  pressed.lobby_for(0.6);
  CHECK(pressed.world.states.mandate == std::vector<double>{0.3, 0.4});
}

TEST_CASE("lobbying starts from the players' own positions under each form", "[lobbying]") {
  Pressed pressed;
  set_positions(pressed.world, std::vector{0.4});
  pressed.lobby_for(0.6);
  pressed.lobby_for(0.6);
  CHECK(pressed.world.vetoes.lobbied[0] == near(0.475));
}

TEST_CASE("a government below the status quo is asked for nothing that there is already", "[lobbying]") {
  // at q = .5 and y = .3 a text of .6 is worth u (2 (y - q) - u) < 0 to it, and none is worth 0
  Pressed pressed;
  pressed.world.status_quo = {0.5};
  set_positions(pressed.world, std::vector{0.3});
  for (const double message : {0.4, 0.5, 0.6}) {
    pressed.lobby_for(message);
    CHECK(pressed.world.vetoes.lobbied[0] == 0.3);
  }
}

TEST_CASE("the states of a side agreement press each other, each within its win-set", "[lobbying]") {
  Pressed pressed(3);
  pressed.conference.side = {0, 1};
  pressed.small.scenario.lobbying.strength = 0;
  pressed.small.scenario.lobbying.side_pull = 0.5;
  set_positions(pressed.world, {0.4, 0.6, 0.1});
  pressed.lobby_for(0.0);
  // to the first, .6 is worth .6 * .2 = .12 of the .16 that its own ideal is worth
  CHECK(pressed.world.vetoes.lobbied[0] == near(0.4 + 0.5 * 0.75 * 0.2));
  CHECK(pressed.world.states.mandate[0] == near(0.475));
  CHECK(pressed.world.vetoes.lobbied[1] == 0.6);  // has the largest mandate of them
  CHECK(pressed.world.vetoes.lobbied[2] == 0.1);  // is not a party to it
}

TEST_CASE("a side agreement that asks for more than a state could accept does not move it", "[lobbying]") {
  Pressed pressed(2);
  pressed.conference.side = {0, 1};
  pressed.small.scenario.lobbying.strength = 0;
  set_positions(pressed.world, {0.2, 0.9});
  for (const double gate : {1.0, 0.0}) {  // which is about cities
    pressed.small.scenario.lobbying.gate = gate;
    pressed.lobby_for(0.0);
    CHECK(pressed.world.vetoes.lobbied == std::vector<double>{0.2, 0.9});
  }
}

}  // namespace
}  // namespace hansa
