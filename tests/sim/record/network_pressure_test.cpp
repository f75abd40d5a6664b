#include <catch2/catch.hpp>

#include "sim/phases/formation.hpp"
#include "sim/phases/lobbying.hpp"
#include "sim/phases/voice.hpp"
#include "sim/record/network_pressure.hpp"
#include "sim/run.hpp"
#include "sim/year.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/laws/library_world.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::add_network;
using test::near;
using test::SmallWorld;

/// Two states of two cities each. Network 0 has the first three cities, 1 the last two, 2 the last alone; 1 sits at the
/// table, the others are shut out; 0 and 2 sign a declaration.
struct ThreeNetworks {
  SmallWorld small{2, 2};
  World world;
  ConferenceFacts* conference;
  std::vector<char> declared = {1, 0, 1};

  ThreeNetworks() : world(small.world()) {
    for (const std::size_t state : {0U, 0U, 1U, 1U}) small.add_city(state);
    small.scenario.lobbying.channels.fill(1);
    small.scenario.lobbying.invites_from = 2;  // nobody is taken along
    small.scenario.networks.coordination_from = SmallWorld::year;
    small.now().capture = {0.5, 0};
    conference = &small.add_conference({.name = "COP", .year = SmallWorld::year, .access = Access::Drafting});
    conference->club = {1, 0};
    world = small.world();
    world.year = SmallWorld::year;
    add_network(world, {0, 1, 2});
    add_network(world, {2, 3});
    add_network(world, {3});
    world.networks.focus = {1, 0, 0, 0.5, 0.5, 0, 0.5, 0.5, 0};
    world.networks.message = {0.5, 0.5, 0.9, 0.1, 0.1, 0.9};
    test::set_rung(world, 1, Access::Drafting);
    world.networks.coordinated = {0, 1, 1};
    world.cities.attention = {1, 1, 1, 0.5};
    world.networks.cohesion = {1, 0.5, 1};
    press_at_home(small.scenario.lobbying, small.scenario.networks.allies, world);
    measure_voice(
        small.scenario.voice, alliance_of(small.scenario, world.year),
        {.present = conference->present, .agenda = conference->agenda, .admitted = Access::Drafting}, world);
    for (std::size_t k = 0; k < 3; ++k) world.voice.declared += declared[k] ? world.networks.share[k] : 0.0;
    world.voice.proclaimed = world.voice.emulated = world.voice.declared;
    gather_pressure(small.scenario.lobbying, small.scenario.networks.allies, *conference, world);
  }
  [[nodiscard]] double share(std::size_t k, std::size_t state, Channel channel) const {
    const double whole = world.pressure.by_channel[state * n_channels + index(channel)];
    REQUIRE(whole != 0);
    return PressureParts(world, *conference, declared).of(k)[index(channel) * 2 + state] / whole;
  }
};

TEST_CASE("at home a network presses by what its own members press", "[network_pressure]") {
  const ThreeNetworks three;
  CHECK(three.share(0, 0, Channel::Home) == 1);
  // city 2: half for network 0 at cohesion 1, half for network 1 at .5; city 3, of attention .5: half for 1, half for 2
  CHECK(three.share(0, 1, Channel::Home) == near(0.5 / (0.75 + 0.375)));
  CHECK(three.share(1, 1, Channel::Home) == near((0.25 + 0.125) / (0.75 + 0.375)));
  CHECK(three.share(2, 1, Channel::Home) == near(0.25 / (0.75 + 0.375)));
}

TEST_CASE("in the corridors a network presses by its reach and the doors of its members",
          "[network_pressure]") {
  const ThreeNetworks three;
  // capacity engaged: 2.5, 1 and .5 of 4, all of the same soft power; cities 2 and 3 have the door of network 1
  CHECK(three.world.voice.access == near((0.5 + 1 + 0.5) / 4));
  CHECK(three.share(0, 0, Channel::Conference) == near(0.25));
  CHECK(three.share(1, 0, Channel::Conference) == near(0.5));
  CHECK(three.share(2, 1, Channel::Conference) == near(0.25));
}

TEST_CASE("what a body and declarations add belongs to its networks and to signatories by reach",
          "[network_pressure]") {
  const ThreeNetworks three;
  CHECK(three.share(1, 0, Channel::Coordination) == near(1 / 1.5));
  CHECK(three.share(2, 0, Channel::Coordination) == near(0.5 / 1.5));
  CHECK(three.share(0, 1, Channel::Summit) == near(2.5 / 3));
  CHECK(three.share(1, 1, Channel::Summit) == 0);
  CHECK(three.share(0, 0, Channel::Emulation) == near(2.5 / 3));
}

TEST_CASE("incumbents answer a network by its part in what they answer", "[network_pressure]") {
  const ThreeNetworks three;
  const double *whole = three.world.pressure.by_channel.data(), home = whole[index(Channel::Home)],
               there = whole[index(Channel::Conference)];
  CHECK(three.share(0, 0, Channel::Counter) == near((home + 0.25 * there) / (home + there)));
  CHECK(three.share(1, 0, Channel::Counter) == near(0.5 * there / (home + there)));
}

/// The greatest gap between the sum of all networks' parts and the pressure, over channels and states; and the pressure.
std::pair<double, double> gap_of(const Turn& turn, const std::vector<char>& declared) {
  const World& world = turn.world;
  const std::size_t n_states = world.facts->n_states;
  const PressureParts parts(world, world.facts->conferences[turn.conference], declared);
  std::vector<double> sum(n_channels * n_states, 0.0);
  for (std::size_t k = 0; k < world.networks.size(); ++k) {
    const std::vector<double> part = parts.of(k);
    for (std::size_t j = 0; j < sum.size(); ++j) sum[j] += part[j];
  }
  double gap = 0, most = 0, access = 0;
  for (std::size_t i = 0; i < n_states; ++i) {
    for (std::size_t c = 0; c < n_channels; ++c) {
      const double whole = world.pressure.by_channel[i * n_channels + c];
      gap = std::max(gap, std::abs(sum[c * n_states + i] - whole));
      most = std::max(most, std::abs(whole));
    }
  }
  for (const double part : parts.access()) access += part;
  CHECK(access == near(world.voice.access));
  return {gap, most};
}

/// Plays a scenario and checks every conference. Returns how often some channel presses.
int check_parts(const Scenario& scenario, const Facts& facts) {
  World world = make_world(facts, Draws(scenario.seed, 1));
  RunRecord record = make_record(facts);
  found_initial_networks(scenario.networks, world);
  std::vector<std::int32_t> before;
  int n_pressed = 0;
  const auto check = [&](const Phase& phase, const Turn& turn) {
    if (phase.verb == "measure_voice") before = turn.world.networks.declarations;
    if (phase.verb != "gather_pressure") return;
    std::vector<char> declared;
    for (std::size_t k = 0; k < before.size(); ++k)
      declared.push_back(turn.world.networks.declarations[k] > before[k] ? 1 : 0);
    const auto [gap, most] = gap_of(turn, declared);
    CHECK(gap <= 1e-12);
    n_pressed += most > 0.01 ? 1 : 0;
  };
  for (world.year = scenario.years.from; world.year <= scenario.years.to; ++world.year)
    play_year(scenario, world, record, check);
  return n_pressed;
}

TEST_CASE("the parts of all networks sum to the pressure, by state and channel, at every conference",
          "[network_pressure][laws]") {
  Scenario scenario = test::law_scenario();
  scenario.lobbying.channels.fill(1);
  CHECK(check_parts(scenario, build_facts(scenario, test::law_tables())) > 3);
  const std::vector<std::string> dials = {
      "lobbying.channels.counter=1", "networks.iclei.channels.conference=0.5",
      "networks.eurocities.channels.home=0", "networks.climate-alliance.channels.summit=0"};
  for (const auto& settings : {std::vector<std::string>{dials[0]}, dials}) {
    const test::LibraryWorld paris("paris-2015", settings);
    CHECK(check_parts(paris.loaded.scenario, build_facts(paris.loaded.scenario, paris.tables)) > 3);
  }
}

TEST_CASE("a network that is muted in a channel has no part in it", "[network_pressure][laws]") {
  const test::LibraryWorld at_home("iclei-at-home", {"years.to=2015"});
  const Scenario& scenario = at_home.loaded.scenario;
  const Facts facts = build_facts(scenario, at_home.tables);
  const NetworkRecord networks = watch_realization(facts, scenario.seed, 0).networks;
  const auto iclei = static_cast<std::size_t>(std::ranges::find(facts.networks, "iclei", &KnownNetwork::id) -
                                              facts.networks.begin());
  const std::size_t n_states = facts.n_states, n_conferences = facts.conferences.size();
  By<Channel, double> sum;
  for (std::size_t conference = 0; conference < n_conferences; ++conference) {
    for (const Channel channel : each<Channel>) {
      const std::size_t row = ((iclei * n_conferences + conference) * n_channels + index(channel)) * n_states;
      for (std::size_t i = 0; i < n_states; ++i) sum[channel] += networks.network_state_pressure[row + i];
    }
  }
  CHECK(sum[Channel::Home] > 0);
  for (const Channel channel :
       {Channel::Conference, Channel::Coordination, Channel::Summit, Channel::Emulation})
    CHECK(sum[channel] == 0);
}

}  // namespace
}  // namespace hansa
