#pragma once

#include "analysis/memberships/pairs.hpp"
#include "support/numbers/draws.hpp"
#include "support/numbers/reals.hpp"

namespace hansa::test {

/// Pairs of which each is a membership with the odds of its weight and its network's constant, by population, democracy
/// and distance alone. Cities lie in ten countries; every second one is held out; the first half is in Europe.
inline Pairs made_pairs(std::size_t n_cities, const By<Pull, double>& truth,
                        const std::vector<double>& constants) {
  Pairs pairs;
  const Draws draws(7, 0);
  for (std::size_t c = 0; c < n_cities; ++c) {
    pairs.city.push_back(static_cast<std::int64_t>(c));
    pairs.country.push_back(c % 10);
    pairs.europe.push_back(c < n_cities / 2 ? 1 : 0);
    pairs.held.push_back(c % 2 != 0 ? 1 : 0);
  }
  for (std::size_t k = 0; k < constants.size(); ++k) {
    pairs.network.push_back("network-" + std::to_string(k));
    for (std::size_t c = 0; c < n_cities; ++c) {
      By<Pull, double> pulls;
      pulls[Pull::Population] = draws.normal(Purpose::Uncertainty, 0, c);
      pulls[Pull::Democracy] = draws.uniform(Purpose::Uncertainty, 1, c);
      pulls[Pull::RegionalDistance] = 7 + draws.normal(Purpose::Uncertainty, 2, k * n_cities + c);
      double logit = constants[k];
      for (const Pull pull : each<Pull>) logit += truth[pull] * pulls[pull];
      pairs.pulls.insert(pairs.pulls.end(), pulls.begin(), pulls.end());
      pairs.member.push_back(draws.uniform(Purpose::Joining, 0, k * n_cities + c) < logistic(logit) ? 1 : 0);
    }
  }
  return pairs;
}

}  // namespace hansa::test
