#include "sim/networks/race.hpp"

#include <algorithm>
#include <memory>
#include <numeric>
#include <span>
#include <utility>

#include "sim/kernel/processor.hpp"
#include "sim/networks/race_loop.hpp"
#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

/// What a state adds to the rates of its cities. (state)
std::vector<double> rates_of_states(const World& world, std::size_t network) {
  const Facts& facts = *world.facts;
  std::vector<double> rates = facts.at(std::max(world.networks.founded[network], facts.first_year)).joining;
  if (const int base = world.networks.base[network]; base >= 0) {
    const std::vector<double>& pull = facts.bases[static_cast<std::size_t>(base)];
    for (std::size_t i = 0; i < rates.size(); ++i) rates[i] *= pull[i];
  }
  return rates;
}

/// By the loop that is fastest here; a loop takes at least as many cities as it has lanes.
std::size_t find_early(const RaceClocks& clocks, double time, CityId* early) {
  if (clocks.n_cities < Eight::lanes) return find_early_reference(clocks, time, early);
  return (prefers_eight_lanes() ? eight_lane_race_loop() : four_lane_race_loop())(clocks, time, early);
}

}  // namespace

std::vector<CityId> first_in_race(const World& world, std::size_t network, std::size_t n) {
  const Facts& facts = *world.facts;
  const std::vector<double> of_state = rates_of_states(world, network);
  const double sum =
      std::inner_product(of_state.begin(), of_state.end(), world.cities.joining_of_state.begin(), 0.0);
  // The pair's draw mixes the network's with the city's key, which costs a tenth of a draw of its own. A clock rings
  // no sooner than (1 - U) / rate: the logarithm is for those that may ring in time.
  const RaceClocks clocks{.n_cities = facts.n_cities,
                          .drawn = world.draws.word(Purpose::Joining, 1, world.networks.key[network]),
                          .keys = facts.city_key.data(),
                          .states = facts.city_state.data(),
                          .joining = world.cities.joining.data(),
                          .of_state = of_state.data()};
  const auto rate_of = [&](std::size_t c) {
    return world.cities.joining[c] * of_state[index(facts.city_state[c])];
  };
  const auto early = std::make_unique_for_overwrite<CityId[]>(facts.n_cities);
  std::vector<std::pair<double, CityId>> rung;
  for (double time = 1.5 * static_cast<double>(n + 4) / sum; sum > 0;) {
    rung.clear();
    const std::size_t n_early = find_early(clocks, time, early.get());
    for (const CityId city : std::span(early.get(), n_early)) {
      const double past = unit_interval(entity_key(clocks.drawn, facts.city_key[index(city)]));
      const double rings = -real_log(1.0 - past) / rate_of(index(city));
      if (rings <= time) rung.emplace_back(rings, city);
    }
    if (rung.size() >= n) break;
    std::size_t n_able = 0;
    for (std::size_t c = 0; c < facts.n_cities; ++c) n_able += rate_of(c) > 0 ? 1U : 0U;
    const std::size_t n_first = std::min(n, n_able);
    if (rung.size() >= n_first) break;
    time *= std::clamp(1.5 * static_cast<double>(n_first) / static_cast<double>(rung.size() + 1), 2.0, 16.0);
  }
  std::sort(rung.begin(), rung.end());
  if (rung.size() > n) rung.resize(n);
  std::vector<CityId> first;
  for (const auto& [rings, city] : rung) first.push_back(city);
  return first;
}

}  // namespace hansa
