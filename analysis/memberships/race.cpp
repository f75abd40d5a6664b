#include "analysis/memberships/race.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "analysis/memberships/pair_scores.hpp"
#include "support/numbers/draws.hpp"
#include "support/numbers/parallel.hpp"
#include "support/numbers/quantile.hpp"
#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

using Named = std::pair<std::string_view, double>;

/// The share of cities that are members, and what members hold.
std::vector<Named> degrees(const Pairs& pairs, const std::vector<char>& member,
                           std::span<const std::size_t> cities) {
  std::vector<double> held;
  for (const std::size_t c : cities) {
    double n = 0;
    for (std::size_t k = 0; k < pairs.n_networks(); ++k) n += member[pairs.pair(k, c)] != 0 ? 1 : 0;
    if (n > 0) held.push_back(n);
  }
  const auto n_members = static_cast<double>(held.size());
  return {{"members", n_members / static_cast<double>(cities.size())},
          {"mean", std::accumulate(held.begin(), held.end(), 0.0) / n_members},
          {"q25", quantile(held, .25)},
          {"q50", quantile(held, .5)},
          {"q75", quantile(held, .75)},
          {"q90", quantile(held, .9)},
          {"q99", quantile(held, .99)}};
}

/// Members of a network among the cities.
std::vector<Named> sizes(const Pairs& pairs, const std::vector<char>& member,
                         std::span<const std::size_t> cities) {
  std::vector<double> sizes;
  for (std::size_t k = 0; k < pairs.n_networks(); ++k) {
    sizes.push_back(0);
    for (const std::size_t c : cities) sizes.back() += member[pairs.pair(k, c)] != 0 ? 1 : 0;
  }
  return {{"mean", std::accumulate(sizes.begin(), sizes.end(), 0.0) / static_cast<double>(sizes.size())},
          {"q50", quantile(sizes, .5)},
          {"q75", quantile(sizes, .75)},
          {"q90", quantile(sizes, .9)}};
}

/// The figures of the cities held out.
std::vector<Drawn> describe(const Pairs& pairs, const std::vector<char>& member) {
  const std::vector<std::size_t> world = cities_of(pairs, true);
  const std::vector<std::size_t> europe = cities_in(pairs, world, true);
  const std::vector<std::size_t> elsewhere = cities_in(pairs, world, false);
  std::vector<Drawn> figures;
  const auto add = [&](std::string_view of, const std::vector<Named>& found) {
    for (const auto& [figure, value] : found) figures.push_back({of, figure, value, 0, {}});
  };
  add("networks held, Europe", degrees(pairs, member, europe));
  add("networks held, elsewhere", degrees(pairs, member, elsewhere));
  add("networks held, world", degrees(pairs, member, world));
  add("members of a network, Europe", sizes(pairs, member, europe));
  add("members of a network, elsewhere", sizes(pairs, member, elsewhere));
  return figures;
}

}  // namespace

std::vector<char> race(const Pairs& pairs, std::span<const double> rates, double alpha, std::uint64_t seed,
                       std::uint32_t draw) {
  const Draws draws(seed, draw);
  std::vector<double> factors;
  for (const std::int64_t city : pairs.city) {
    const double z = draws.normal(Purpose::CityFactor, 0, static_cast<std::uint64_t>(city));
    factors.push_back(std::max(alpha * gamma_quantile(1 / alpha, z), 1e-300));
  }
  std::vector<char> joined(pairs.member.size(), 0);
  std::vector<std::pair<double, std::size_t>> clocks(pairs.n_cities());
  for (std::size_t k = 0; k < pairs.n_networks(); ++k) {
    const auto first = pairs.member.begin() + static_cast<std::ptrdiff_t>(pairs.pair(k, 0));
    const auto n_members = std::count_if(first, first + static_cast<std::ptrdiff_t>(pairs.n_cities()),
                                         [](char m) { return m != 0; });
    for (std::size_t c = 0; c < pairs.n_cities(); ++c) {
      const double u =
          draws.uniform(Purpose::Joining, static_cast<int>(k), static_cast<std::uint64_t>(pairs.city[c]));
      clocks[c] = {-real_log(u) / (rates[pairs.pair(k, c)] * factors[c]), c};
    }
    std::nth_element(clocks.begin(), clocks.begin() + n_members, clocks.end());
    for (auto one = clocks.begin(); one != clocks.begin() + n_members; ++one)
      joined[pairs.pair(k, one->second)] = 1;
  }
  return joined;
}

bool Drawn::close() const {
  constexpr double within = .15;
  return std::abs(drawn - census) <= within * std::abs(census);
}

std::vector<Drawn> draw_memberships(const Pairs& pairs, std::span<const double> weights, double alpha,
                                    std::uint64_t seed, std::size_t n_threads) {
  std::vector<double> rates;
  for (const double weight : weights) rates.push_back(real_exp(weight));
  std::vector<std::vector<Drawn>> draws(n_draws);
  for_each_index(n_draws, n_threads, [&](std::size_t draw) {
    draws[draw] = describe(pairs, race(pairs, rates, alpha, seed, static_cast<std::uint32_t>(draw)));
  });
  std::vector<Drawn> figures = describe(pairs, pairs.member);
  for (std::size_t row = 0; row < figures.size(); ++row) {
    std::vector<double> values;
    for (const auto& draw : draws) values.push_back(draw[row].census);
    figures[row].drawn = std::accumulate(values.begin(), values.end(), 0.0) / n_draws;
    figures[row].ci95 = {quantile(values, .025), quantile(values, .975)};
  }
  return figures;
}

}  // namespace hansa
