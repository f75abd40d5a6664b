#include <cmath>
#include <numeric>

#include <catch2/catch.hpp>

#include "sim/phases/lobbying.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::add_network;
using test::near;
using test::Players;
using test::SmallWorld;
using test::stand;

/// States on one issue at q = 0, each under a pressure that moves it half of the way; a text u is worth u (2 y - u).
struct Pressed {
  SmallWorld small;
  World world;
  ConferenceFacts& conference;
  explicit Pressed(std::size_t n_states = 1)
      : small(n_states), world(small.world()), conference(small.add_conference()) {
    small.scenario.lobbying = {
        .strength = std::log(2.0), .channels = {1, 1, 1, 1, 1, 0.5}, .closed_below = 0.15};
    world.pressure.by_channel.assign(n_states * n_channels, 0.0);
    for (std::size_t i = 0; i < n_states; ++i) world.pressure.by_channel[i * n_channels] = 1.0;
  }
  void lobby_for(double message) {
    world.voice.message = {message};
    lobby(small.scenario.lobbying, conference,
          make_terms(conference, Form::Soft, world, world.states.position), world);
  }
};

TEST_CASE("a government is moved as far as the message lies in its win-set", "[lobbying]") {
  Pressed pressed;
  stand(pressed.world, std::vector{0.4});
  // the message is worth .6 * .2 = .12 and its own ideal .16: the gate is 3/4
  pressed.lobby_for(0.6);
  CHECK(pressed.world.vetoes.lobbied[0] == near(0.4 + 0.5 * 0.75 * 0.2));
  CHECK(pressed.world.states.mandate[0] == near(0.475));
  CHECK(pressed.world.vetoes.position[0] == 0.4);
}

TEST_CASE("a message that is worse than no agreement moves nobody, bit for bit", "[lobbying]") {
  Pressed pressed;
  stand(pressed.world, std::vector{0.37});
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
  stand(pressed.world, std::vector{0.0});
  pressed.lobby_for(0.1);
  CHECK(pressed.world.vetoes.lobbied[0] == 0.0);
  // even where the message would serve it by the others' effort, own ideal at q is worth nothing
  pressed.small.now().stake = {10.0};
  pressed.lobby_for(0.1);
  CHECK(pressed.world.vetoes.lobbied[0] == 0.0);
}

TEST_CASE("lobbying never asks a government for less", "[lobbying]") {
  Pressed pressed;
  stand(pressed.world, std::vector{0.8});
  pressed.lobby_for(0.3);
  CHECK(pressed.world.vetoes.lobbied[0] == 0.8);
}

TEST_CASE("on some issues a message asks for more and on others for nothing", "[lobbying]") {
  SmallWorld small(1, 3);
  ConferenceFacts& conference = small.add_conference();
  conference.agenda = {0, 1};
  small.scenario.lobbying.strength = std::log(2.0);
  World world = small.world();
  stand(world, std::vector<Players>{{{0.4, 0.4, 0.4}}});
  world.pressure.by_channel[0] = 1.0;
  world.voice.message = {0.6, 0.1, 0.9};
  lobby(small.scenario.lobbying, conference, make_terms(conference, Form::Soft, world, world.states.position),
        world);
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
  stand(pressed.world, std::vector{0.4});
  pressed.lobby_for(0.6);  // .12 + .6 against .16 + .4
  CHECK(pressed.world.vetoes.lobbied[0] == near(0.4 + 0.5 * 0.2));
}

TEST_CASE("the harder the form the less a government can be moved", "[lobbying]") {
  Pressed pressed;
  stand(pressed.world, std::vector{0.4});
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
  stand(pressed.world, std::vector<Players>{{{0.6}, {0.4}, {0.2}}});
  pressed.lobby_for(0.6);
  CHECK(pressed.world.vetoes.lobbied[0] == 0.6);
  CHECK(pressed.world.vetoes.lobbied[1] == near(0.475));
  CHECK(pressed.world.vetoes.lobbied[2] == 0.2);
  CHECK(pressed.world.states.mandate[0] == 0.6);
}

TEST_CASE("lobbying of no strength moves nothing, bit for bit", "[lobbying]") {
  Pressed pressed(2);
  pressed.small.scenario.lobbying.strength = 0;
  stand(pressed.world, {0.37, 0.1});
  pressed.world.pressure.by_channel.assign(2 * n_channels, 1e6);
  pressed.lobby_for(0.4);
  CHECK(pressed.world.vetoes.lobbied == pressed.world.vetoes.position);
  CHECK(pressed.world.states.mandate == pressed.world.states.position);
}

TEST_CASE("pressure of all channels adds up and resistance takes away no more than there is", "[lobbying]") {
  Pressed pressed;
  stand(pressed.world, std::vector{0.4});
  pressed.world.pressure.by_channel = {0.5, 0.25, 0.25, 0.5, 0.5, -1.0};
  pressed.lobby_for(0.6);
  CHECK(pressed.world.vetoes.lobbied[0] == near(0.475));
  pressed.world.pressure.by_channel = {0.5, 0, 0, 0, 0, -1.0};
  pressed.lobby_for(0.6);
  CHECK(pressed.world.vetoes.lobbied[0] == 0.4);
}

TEST_CASE("paralysed and absent states hear nothing", "[lobbying]") {
  Pressed pressed(3);
  stand(pressed.world, {0.4, 0.4, 0.4});
  pressed.world.states.paralysed = {1, 0, 0};
  pressed.conference.present = {1, 0, 1};
  pressed.lobby_for(0.6);
  CHECK(pressed.world.vetoes.lobbied[0] == 0.4);
  CHECK(pressed.world.vetoes.lobbied[1] == 0.4);
  CHECK(pressed.world.vetoes.lobbied[2] == near(0.475));
}

TEST_CASE("a paralysed state keeps the mandate of its last conference", "[lobbying]") {
  Pressed pressed;
  stand(pressed.world, std::vector{0.4});
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
  stand(pressed.world, {0.3, 0.4});
  pressed.world.states.mandate.clear();
  pressed.world.states.paralysed = {1, 0};
  pressed.world.pressure.by_channel.assign(2 * n_channels, 0.0);
  pressed.lobby_for(0.6);
  CHECK(pressed.world.states.mandate == std::vector<double>{0.3, 0.4});
}

TEST_CASE("lobbying begins anew under each form from where the players stand", "[lobbying]") {
  Pressed pressed;
  stand(pressed.world, std::vector{0.4});
  pressed.lobby_for(0.6);
  pressed.lobby_for(0.6);
  CHECK(pressed.world.vetoes.lobbied[0] == near(0.475));
}

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
  press_at_home({.strength = std::log(2.0)}, world);
  CHECK(world.states.home_pressure[0] == near(1.5 * (0.2 * 0.5 * 0.8 + 0.4 * 0.25 * 0.9 * 0.7)));
  CHECK(world.states.home_pressure[1] == 0.0);  // its city is in no network
  CHECK(world.pressure.influence == near(0.5));
  press_at_home({.strength = 0}, world);
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
  press_at_home({}, world);  // a new year
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

/// A voice of coverage .5, coherence .8 (.6 without pooling), overhead .5, access .4, half of which declared.
struct Heard : Pressed {
  Heard() : Pressed(3) {
    world.voice = {.coverage = 0.5,
                   .coherence = 0.8,
                   .uncoordinated = 0.6,
                   .overhead = 0.5,
                   .access = 0.4,
                   .declared = 0.5,
                   .message = {0.5}};
    world.states.home_pressure = {0.1, 0.0, 0.0};
    conference.club = {0, 1, 0};
  }
  double channel(std::size_t i, std::string_view name) {
    gather_pressure(small.scenario.lobbying, conference, world);
    for (std::size_t k = 0; k < n_channels; ++k) {
      if (channel_names[k] == name) return world.pressure.by_channel[i * n_channels + k];
    }
    return std::nan("");
  }
};

TEST_CASE("cities reach delegations by six channels", "[lobbying]") {
  Heard heard;
  CHECK(heard.channel(0, "home") == 0.1);
  CHECK(heard.channel(1, "home") == 0.0);
  CHECK(heard.channel(0, "conference") == near(0.25 * 0.6 * 0.4));
  CHECK(heard.channel(0, "coordination") == near(0.25 * 0.2 * 0.4));
  CHECK(heard.channel(0, "summit") == near(0.25 * 0.8 * 0.5));
  CHECK(heard.channel(0, "emulation") == 0.0);
  CHECK(heard.channel(1, "emulation") == near(0.1));  // the club
  CHECK(heard.channel(0, "counter") == 0.0);          // nobody has captured it
}

TEST_CASE("incumbents answer cities' effort beyond what is not worth an answer", "[lobbying]") {
  Heard heard;
  heard.small.now().capture = {0.5, 0.5, 0.5};
  heard.small.scenario.lobbying.counter_cost = 0.02;
  heard.small.scenario.lobbying.channels[5] = 1;
  CHECK(heard.channel(0, "counter") == near(-0.5 * (0.1 + 0.06 - 0.02)));
  CHECK(heard.channel(1, "counter") == near(-0.5 * (0.06 - 0.02)));
  heard.small.scenario.lobbying.counter_cost = 0.06;
  CHECK(heard.channel(1, "counter") == 0.0);
}

TEST_CASE("a closed delegation is reached at home and from outside but not in the corridors", "[lobbying]") {
  Heard heard;
  heard.small.now().openness = {0.1, 1.0, 1.0};
  CHECK(heard.channel(0, "conference") == 0.0);
  CHECK(heard.channel(0, "coordination") == 0.0);
  CHECK(heard.channel(0, "home") == 0.1);
  CHECK(heard.channel(0, "summit") > 0.0);
  heard.small.now().openness[0] = 0.15;
  CHECK(heard.channel(0, "conference") > 0.0);
}

TEST_CASE("each channel has its weight, and coordination its own in the voice itself", "[lobbying]") {
  Heard heard;
  heard.world.states.home_pressure[1] = 0.1;
  std::vector<double> plain;
  heard.small.scenario.lobbying.channels.fill(1);
  for (const std::string_view name : channel_names) plain.push_back(heard.channel(1, name));
  heard.small.scenario.lobbying.channels = {2, 3, 4, 5, 6, 7};
  for (std::size_t k = 0; k < 5; ++k) {
    const double weight = k == 2 ? 1.0 : static_cast<double>(k + 2);
    CHECK(plain[k] > 0);
    CHECK(heard.channel(1, channel_names[k]) == near(weight * plain[k]));
  }
}

TEST_CASE("incumbents answer what they feel of a channel", "[lobbying]") {
  Heard heard;
  heard.small.now().capture = {0.5, 0.5, 0.5};
  heard.small.scenario.lobbying.counter_cost = 0.02;
  heard.small.scenario.lobbying.channels = {2, 3, 1, 1, 1, 7};
  CHECK(heard.channel(0, "counter") == near(-7 * 0.5 * (2 * 0.1 + 3 * 0.06 - 0.02)));
  heard.small.scenario.lobbying.channels = {0, 0, 1, 1, 1, 7};  // nobody answers what is switched off
  CHECK(heard.channel(0, "counter") == 0.0);
}

TEST_CASE("a government below the status quo is asked for nothing that there is already", "[lobbying]") {
  // at q = .5 and y = .3 a text of .6 is worth u (2 (y - q) - u) < 0 to it, and none is worth 0
  Pressed pressed;
  pressed.world.status_quo = {0.5};
  stand(pressed.world, std::vector{0.3});
  for (const double message : {0.4, 0.5, 0.6}) {
    pressed.lobby_for(message);
    CHECK(pressed.world.vetoes.lobbied[0] == 0.3);
  }
}

TEST_CASE("a state that stays away is not pressed at all", "[lobbying]") {
  Heard heard;
  heard.conference.present = {0, 1, 1};
  for (const std::string_view name : channel_names) CHECK(heard.channel(0, name) == 0.0);
}

TEST_CASE("firms among the allies take the edge off the incumbents' answer [N6]", "[lobbying]") {
  const auto counter = [](double firms) {
    SmallWorld small(1);
    small.add_city(0);
    small.now().capture = {0.5};
    small.scenario.networks.allies.firms = firms;
    ConferenceFacts& conference = small.add_conference();
    World world = small.world();
    world.states.home_pressure = {0.3};
    gather_pressure({.channels = {1, 1, 1, 1, 1, 1}, .counter_cost = 0.1, .closed_below = 0}, conference,
                    world);
    return world.pressure.by_channel[5];
  };
  CHECK(counter(0) == near(-0.5 * 0.2));
  CHECK(counter(0.4) == near(-0.6 * 0.5 * 0.2));
  CHECK(counter(1) == 0.0);
}

TEST_CASE("the states of a side agreement press each other, each within its win-set", "[lobbying]") {
  Pressed pressed(3);
  pressed.conference.side = {0, 1};
  pressed.small.scenario.lobbying.strength = 0;
  pressed.small.scenario.lobbying.side_pull = 0.5;
  stand(pressed.world, {0.4, 0.6, 0.1});
  pressed.lobby_for(0.0);
  // to the first, .6 is worth .6 * .2 = .12 of the .16 that its own ideal is worth
  CHECK(pressed.world.vetoes.lobbied[0] == near(0.4 + 0.5 * 0.75 * 0.2));
  CHECK(pressed.world.states.mandate[0] == near(0.475));
  CHECK(pressed.world.vetoes.lobbied[1] == 0.6);  // wants the most of them
  CHECK(pressed.world.vetoes.lobbied[2] == 0.1);  // is no party to it
}

TEST_CASE("a side agreement that asks for more than a state could accept does not move it", "[lobbying]") {
  Pressed pressed(2);
  pressed.conference.side = {0, 1};
  pressed.small.scenario.lobbying.strength = 0;
  stand(pressed.world, {0.2, 0.9});
  pressed.lobby_for(0.0);
  CHECK(pressed.world.vetoes.lobbied == std::vector<double>{0.2, 0.9});
}

}  // namespace
}  // namespace hansa
