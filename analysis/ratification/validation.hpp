#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/ratification/added_terms.hpp"
#include "analysis/ratification/evidence.hpp"
#include "analysis/scores.hpp"

namespace hansa {

/// How well a treaty is predicted by the fit to all others: states that joined, in order of their dates.
struct TreatyForecast {
  std::string treaty;
  bool atmosphere = false;  // climate and ozone
  Score order;              // Spearman of expected and actual dates
  Score habit, democracy;   // of one of these alone
  Score pairs;              // concordance, of all states
};

/// Means over treaties on which every prediction is defined; intervals from a bootstrap of treaties.
struct MeanForecast {
  Score order, habit, democracy;
  Score lead;  // order less habit
};

struct RatificationBacktest {
  HazardFit fit;                 // what the model uses
  HazardFit with_home_pressure;  // the same terms and what cities press at home
  std::vector<TreatyForecast> treaties;
  MeanForecast all, atmosphere;
  std::vector<AddedTerms> veto_players;  // by themselves, then also where joining is costly
};

/// Fits the hazard to the shipped treaties, then to all but each in turn. Throws ScenarioError for invalid tables.
[[nodiscard]] RatificationBacktest test_ratification(const DataFolders& folders, std::uint64_t seed,
                                                     std::size_t n_threads);

}  // namespace hansa
