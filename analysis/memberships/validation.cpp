#include "analysis/memberships/validation.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "analysis/memberships/census.hpp"
#include "support/numbers/parallel.hpp"
#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

std::vector<std::size_t> up_to(std::size_t n) {
  std::vector<std::size_t> numbers(n);
  std::iota(numbers.begin(), numbers.end(), std::size_t{0});
  return numbers;
}

/// The probabilities of all pairs. (network x city)
std::vector<double> probabilities_of(const Pairs& pairs, const MembershipFit& fit) {
  std::vector<double> values = weights_of(pairs, fit);
  for (std::size_t k = 0; k < pairs.n_networks(); ++k)
    for (std::size_t c = 0; c < pairs.n_cities(); ++c)
      values[pairs.pair(k, c)] = logistic(fit.constants[k] + values[pairs.pair(k, c)]);
  return values;
}

Spread spread_of(const Pairs& pairs, std::span<const std::size_t> cities, const MembershipFit& fit) {
  return {fit_dispersion(degrees_of(pairs, cities, fit)),
          fit_dispersion(degrees_of(pairs, cities_in(pairs, cities, true), fit)),
          fit_dispersion(degrees_of(pairs, cities_in(pairs, cities, false), fit))};
}

/// Predictions of each network by the fit to all others, without and with propensities. (network x city)
struct OthersSay {
  std::vector<double> fit, propensity;
};

OthersSay left_out(const Pairs& pairs, const MembershipFit& all, std::size_t n_threads) {
  OthersSay found{std::vector<double>(pairs.member.size(), undefined),
                  std::vector<double>(pairs.member.size(), undefined)};
  const std::vector<std::size_t> cities = up_to(pairs.n_cities());
  for_each_index(pairs.n_networks(), n_threads, [&](std::size_t k) {
    std::vector<std::size_t> others = up_to(pairs.n_networks());
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(k));
    const MembershipFit fit = fit_memberships(pairs, cities, others, model_pulls, &all);
    const Degrees degrees = degrees_of(pairs, cities, fit);
    const double alpha = fit_dispersion(degrees).alpha;
    for (const std::size_t c : cities) {
      const double weight = fit.weight(pairs.pulls_of(k, c));
      found.fit[pairs.pair(k, c)] = weight;
      found.propensity[pairs.pair(k, c)] = weight + propensity(degrees.held[c], degrees.expected[c], alpha);
    }
  });
  return found;
}

LeftOutNetworks score_left_out(const Pairs& pairs, const OthersSay& predicted,
                               std::span<const std::size_t> cities, std::uint64_t seed) {
  const std::vector<double> fit = areas_within(pairs, predicted.fit, cities);
  const std::vector<double> with = areas_within(pairs, predicted.propensity, cities);
  std::vector<double> fits, withs, gains;
  for (std::size_t k = 0; k < pairs.n_networks(); ++k) {
    if (std::isnan(fit[k])) continue;
    fits.push_back(fit[k]);
    withs.push_back(with[k]);
    gains.push_back(with[k] - fit[k]);
  }
  return {mean_score(fits, seed), mean_score(withs, seed), mean_score(gains, seed)};
}

}  // namespace

MembershipBacktest test_memberships(const DataFolders& folders, std::uint64_t seed, std::size_t n_threads) {
  const Pairs pairs = read_census(folders);
  const std::vector<std::size_t> cities = up_to(pairs.n_cities()), networks = up_to(pairs.n_networks());
  const std::vector<std::size_t> fitted = cities_of(pairs, false), held = cities_of(pairs, true);
  MembershipBacktest found;
  found.n_cities = cities.size();
  found.n_held = held.size();
  found.n_networks = networks.size();
  found.n_memberships = static_cast<std::size_t>(
      std::count_if(pairs.member.begin(), pairs.member.end(), [](char m) { return m != 0; }));
  found.half = fit_memberships(pairs, fitted, networks, model_pulls);
  found.all = fit_memberships(pairs, cities, networks, model_pulls, &found.half);
  found.half_spread = spread_of(pairs, fitted, found.half);
  found.all_spread = spread_of(pairs, cities, found.all);

  constexpr std::array population = {Pull::Population}, capacity = {Pull::Capacity};
  std::vector<std::vector<double>> predictions;
  for (const std::span<const Pull> pulls :
       {std::span<const Pull>{}, std::span<const Pull>(population), std::span<const Pull>(capacity)})
    predictions.push_back(probabilities_of(pairs, fit_memberships(pairs, fitted, networks, pulls)));
  predictions.push_back(probabilities_of(pairs, found.half));
  found.held_out = {{"share of members", {}}, {"population", {}}, {"capacity x home rule", {}}, {"fit", {}}};
  const std::vector<std::size_t> europe = cities_in(pairs, held, true),
                                 elsewhere = cities_in(pairs, held, false);
  const std::vector<double>&model = predictions[3], &invited = predictions[2];
  for_each_index(7, n_threads, [&](std::size_t task) {
    if (task < 4) found.held_out[task].scores = score_pairs(pairs, predictions[task], held, seed);
    if (task == 4) found.lead = lead_within(pairs, model, invited, held, seed);
    if (task == 5) found.lead_europe = lead_within(pairs, model, invited, europe, seed);
    if (task == 6) found.lead_elsewhere = lead_within(pairs, model, invited, elsewhere, seed);
  });

  const OthersSay others = left_out(pairs, found.all, n_threads);
  found.world = score_left_out(pairs, others, cities, seed);
  found.europe = score_left_out(pairs, others, cities_in(pairs, cities, true), seed);
  found.elsewhere = score_left_out(pairs, others, cities_in(pairs, cities, false), seed);
  found.drawn =
      draw_memberships(pairs, weights_of(pairs, found.half), found.half_spread.world.alpha, seed, n_threads);
  return found;
}

}  // namespace hansa
