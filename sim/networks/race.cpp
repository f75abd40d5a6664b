#include "sim/networks/race.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

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

}  // namespace

std::vector<CityId> first_in_race(const World& world, std::size_t network, std::size_t n) {
  const Facts& facts = *world.facts;
  const std::vector<double> of_state = rates_of_states(world, network);
  const double sum =
      std::inner_product(of_state.begin(), of_state.end(), world.cities.joining_of_state.begin(), 0.0);
  // The pair's draw mixes the network's with the city's key, which costs a tenth of a draw of its own. A clock rings
  // no sooner than (1 - U) / rate: the logarithm is for those that may ring in time.
  const std::uint64_t drawn = world.draws.word(Purpose::Joining, 1, world.networks.key[network]);
  std::vector<std::pair<double, CityId>> rung;
  for (double time = 1.5 * static_cast<double>(n + 4) / sum; sum > 0;) {
    rung.clear();
    std::size_t n_able = 0;
    for (std::size_t c = 0; c < facts.n_cities; ++c) {
      const double rate = world.cities.joining[c] * of_state[index(facts.city_state[c])];
      const double past = unit_interval(entity_key(drawn, facts.city_key[c]));  // 1 - U
      n_able += rate > 0 ? 1U : 0U;
      if (past > time * rate) continue;
      const double rings = -real_log(1.0 - past) / rate;
      if (rings <= time) rung.emplace_back(rings, static_cast<CityId>(c));
    }
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
