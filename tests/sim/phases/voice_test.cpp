#include <array>
#include <cmath>
#include <numeric>

#include <catch2/catch.hpp>

#include "sim/phases/voice.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::add_network;
using test::near;
using test::SmallWorld;

/// Cities of capacity 1 in one state on two issues, heard on both by a conference open to all.
struct Cities {
  SmallWorld small{1, 2};
  World world;
  std::vector<char> present = {1};
  std::vector<std::size_t> agenda = {0, 1};
  Access admitted = Access::Drafting;
  explicit Cities(int n) : world(small.world()) {
    for (int c = 0; c < n; ++c) small.add_city(0);
    small.scenario.networks.attention_cost = 0;
    small.scenario.networks.coordination_from = SmallWorld::year;
    world = small.world();
  }
  const Voice& voice() {
    for (std::size_t c = 0; c < small.facts.n_cities; ++c) {
      const double spent =
          small.scenario.networks.attention_cost * static_cast<double>(world.cities.networks[c].size());
      world.cities.attention[c] = std::max(0.0, 1.0 - spent);
    }
    measure_voice(small.scenario.voice, {.present = present, .agenda = agenda, .admitted = admitted}, world);
    return world.voice;
  }
};

TEST_CASE("one network that all cities belong to speaks with all the voice there is", "[voice]") {
  Cities cities(4);
  add_network(cities.world, {0, 1, 2, 3});
  const Voice& voice = cities.voice();
  CHECK(voice.coherence == near(1.0));
  CHECK(voice.coverage == near(1.0));
  CHECK(voice.overhead == 1.0);
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

TEST_CASE("what lies off the agenda is one thing in common", "[voice]") {
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
  CHECK(cities.voice().overhead == near(0.75 * 0.8 + 0.25 * 0.6));
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

/// Concentration of a voice whose networks have these numbers of members.
double concentration_of(const std::vector<int>& sizes) {
  Cities cities(std::accumulate(sizes.begin(), sizes.end(), 0));
  int next = 0;
  for (const int size : sizes) {
    std::vector<int> members(static_cast<std::size_t>(size));
    std::iota(members.begin(), members.end(), next);
    next += size;
    add_network(cities.world, members);
  }
  return cities.voice().concentration;
}

TEST_CASE("the concentration of the voice has the value of its closed form", "[voice]") {
  CHECK(concentration_of({4, 3, 2, 1}) == Approx(0.30).epsilon(0).margin(1e-9));
  CHECK(1 / concentration_of({4, 3, 2, 1}) == Approx(3.333333333).epsilon(0).margin(1e-9));
  std::vector<int> sizes(61, 1);  // one of nine tenths and sixty that share the rest
  sizes[0] = 540;
  CHECK(concentration_of(sizes) == Approx(0.810166667).epsilon(0).margin(1e-9));
  CHECK(1 / concentration_of(sizes) == Approx(1.2343).epsilon(0).margin(5e-5));
}

/// Cities of all sizes that belong to some of many networks, which speak of all kinds of things.
struct Many : Cities {
  explicit Many(std::uint32_t number) : Cities(60) {
    const Draws draws(3, number);
    std::uint64_t n_drawn = 0;
    const auto some = [&] { return draws.uniform(Purpose::Residual, 0, n_drawn++); };
    for (double& capacity : small.facts.city_capacity) capacity = 2 * some();
    small.scenario.networks.attention_cost = number % 3 == 0 ? 0.0 : 0.3 * some();
    small.scenario.networks.allies.regions = number % 2 == 0 ? 0.0 : some();
    small.scenario.voice.saturation = 0.5 + 5 * some();
    world.status_quo = {some(), some()};
    const auto n_networks = static_cast<std::size_t>(1 + 20 * some());
    for (std::size_t k = 0; k < n_networks; ++k) {
      std::vector<int> members;
      const double share = some();
      for (int c = 0; c < 60; ++c) {
        if (some() < share * share) members.push_back(c);
      }
      add_network(world, members);
      const double a = some(), b = some();
      world.networks.focus[k * 3] = std::min(a, b);
      world.networks.focus[k * 3 + 1] = std::abs(a - b);
      world.networks.focus[k * 3 + 2] = 1 - std::max(a, b);
      world.networks.message[k * 2] = some();
      world.networks.message[k * 2 + 1] = some();
      world.networks.soft_power[k] = 4 * some();
    }
  }
};

TEST_CASE("coherence is sqrt(HHI + rho (1 - HHI)) with rho the mean correlation of all pairs of messages",
          "[voice]") {
  for (std::uint32_t number = 0; number < 40; ++number) {
    Many cities(number);
    const Voice& voice = cities.voice();
    const NetworkStore& networks = cities.world.networks;
    const auto direction = [&](std::size_t k) {
      return std::array{
          std::sqrt(networks.focus[k * 3]) * (networks.message[k * 2] - cities.world.status_quo[0]),
          std::sqrt(networks.focus[k * 3 + 1]) * (networks.message[k * 2 + 1] - cities.world.status_quo[1]),
          std::sqrt(networks.focus[k * 3 + 2])};
    };
    const auto product = [](const std::array<double, 3>& a, const std::array<double, 3>& b) {
      return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    };
    double squares = 0, pairs = 0, weight = 0;
    for (std::size_t k = 0; k < networks.size(); ++k) {
      squares += networks.share[k] * networks.share[k];
      for (std::size_t j = 0; j < networks.size(); ++j) {
        if (j == k) continue;
        const auto a = direction(j), b = direction(k);
        const double cosine = product(a, b) / std::sqrt(product(a, a) * product(b, b));
        pairs += networks.share[j] * networks.share[k] * cosine;
        weight += networks.share[j] * networks.share[k];
      }
    }
    CAPTURE(number, networks.size());
    CHECK(voice.concentration == Approx(squares).epsilon(0).margin(1e-9));
    if (weight < 1e-9) continue;  // one network alone
    const double rho = pairs / weight;
    CHECK(voice.correlation == Approx(rho).epsilon(0).margin(1e-9));
    CHECK(voice.coherence == Approx(std::sqrt(squares + rho * (1 - squares))).epsilon(0).margin(1e-9));
  }
}

TEST_CASE("coverage and overhead of any networks have the values of their closed forms", "[voice]") {
  for (std::uint32_t number = 0; number < 40; ++number) {
    Many cities(number);
    const Voice& voice = cities.voice();
    double engaged = 0, attentive = 0;
    for (std::size_t c = 0; c < 60; ++c) {
      const std::size_t n = cities.world.cities.networks[c].size();
      if (n == 0) continue;
      const double capacity = cities.small.facts.city_capacity[c];
      engaged += capacity;
      attentive += capacity *
                   std::max(0.0, 1 - cities.small.scenario.networks.attention_cost * static_cast<double>(n));
    }
    REQUIRE(engaged > 0);
    const double k = cities.small.scenario.voice.saturation;
    const double share = std::min(1.0, cities.small.scenario.networks.allies.reach() * engaged / 60);
    CAPTURE(number, engaged);
    CHECK(voice.coverage == Approx((1 - std::exp(-k * share)) / (1 - std::exp(-k))).epsilon(0).margin(1e-9));
    CHECK(voice.overhead == Approx(attentive / engaged).epsilon(0).margin(1e-9));
    CHECK(std::accumulate(cities.world.networks.share.begin(), cities.world.networks.share.end(), 0.0) ==
          near(1.0));
    CHECK((voice.strength() >= 0 && voice.strength() <= 1));
  }
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
  measure_voice({.saturation = 3}, {.present = present, .agenda = agenda}, world);
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
  cities.small.scenario.lobbying.channels[2] = 0.5;
  CHECK(cities.voice().coherence == near(std::sqrt(0.5 + 0.5 * 0.6)));
  // a weight above 1 pools no further than all the way
  cities.small.scenario.lobbying.channels[2] = 2;
  CHECK(cities.voice().coherence == near(1.0));
}

TEST_CASE("before there is a coordinating body nobody pools", "[voice]") {
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

TEST_CASE("access is the nearness of the voice to the table, as far as doors are open", "[voice]") {
  Cities cities(4);
  add_network(cities.world, {0, 1, 2});
  add_network(cities.world, {3});
  cities.world.networks.access = {Access::Consultative, Access::Drafting};
  CHECK(cities.voice().access == near(0.75 * 0.4 + 0.25 * 1.0));
  CHECK(cities.voice().drafting == near(0.25));
  cities.admitted = Access::Observer;
  CHECK(cities.voice().access == near(0.2));
  cities.small.scenario.feedback.nearness[2] = 0.3;
  CHECK(cities.voice().access == near(0.3));
  CHECK(cities.voice().drafting == 0.0);
}

TEST_CASE("a new measure of voice forgets the declarations of the last", "[voice]") {
  Cities cities(2);
  add_network(cities.world, {0, 1});
  cities.world.voice.declared = 0.5;
  CHECK(cities.voice().declared == 0.0);
}

TEST_CASE(
    "the coordinating body stands on the rung that a conference grants it, the others on their own [N4]",
    "[voice]") {
  Cities cities(4);
  add_network(cities.world, {0, 1});
  add_network(cities.world, {2, 3});
  cities.world.networks.coordinated = {1, 0};
  cities.world.networks.access = {Access::Observer, Access::Consultative};
  const auto hear = [&](Access body) {
    cities.world.cities.attention.assign(4, 1.0);
    measure_voice(
        cities.small.scenario.voice,
        {.present = cities.present, .agenda = cities.agenda, .admitted = Access::Advisory, .body = body},
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
    measure_voice(small.scenario.voice, {.present = present, .agenda = agenda, .admitted = admitted}, world);
    return world.voice.access;
  };
  CHECK(access(Access::None) == 0.0);
  // half of those who can be there are invited; the city of the state that stays away is not, however open it is
  CHECK(access(Access::Invited) == near(0.5 * 0.1));
  CHECK(world.voice.access_of[0] == near(0.05));
  CHECK(world.voice.access_of[1] == 0.0);
  CHECK(world.voice.access_of[2] == 0.0);
  world.networks.access = {Access::Consultative};  // who has standing needs no invitation
  CHECK(access(Access::Drafting) == near(0.4));
  CHECK(access(Access::Invited) == near(0.1));
}

}  // namespace
}  // namespace hansa
