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

/// Concentration of the voice of networks of these sizes.
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

/// Cities of random sizes in random networks with random messages.
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

TEST_CASE("coverage and attention left of any networks have the values of their closed forms", "[voice]") {
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
    CHECK(voice.attention_left == Approx(attentive / engaged).epsilon(0).margin(1e-9));
    CHECK(std::accumulate(cities.world.networks.share.begin(), cities.world.networks.share.end(), 0.0) ==
          near(1.0));
    CHECK((voice.strength() >= 0 && voice.strength() <= 1));
  }
}

}  // namespace
}  // namespace hansa
