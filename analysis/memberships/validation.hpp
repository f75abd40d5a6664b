#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/memberships/membership_fit.hpp"
#include "analysis/memberships/pair_scores.hpp"
#include "analysis/memberships/propensity.hpp"
#include "analysis/memberships/race.hpp"
#include "scenarios/tables/world_files.hpp"

namespace hansa {

/// How well one set of terms, fitted to half of the cities, predicts the other half.
struct HeldOutScores {
  std::string name;
  PairScores scores;
};

/// Areas under the ROC curve within networks that did not enter the fit, means over networks; intervals from a bootstrap
/// of networks.
struct LeftOutNetworks {
  Score fit;         // weights of the fit to the others
  Score propensity;  // the same and cities' propensities to hold the others
  Score gain;        // of the propensity
};

/// The dispersion of cities about a fit: of all of them, and what it is in Europe and elsewhere alone.
struct Spread {
  Dispersion world, europe, elsewhere;
};

struct MembershipBacktest {
  std::size_t n_cities = 0, n_held = 0, n_networks = 0, n_memberships = 0;
  MembershipFit half, all;                  // fitted to the cities not held out, to all
  Spread half_spread, all_spread;           // of cities about these
  std::vector<HeldOutScores> held_out;      // naive predictions, then the fit
  Score lead, lead_europe, lead_elsewhere;  // of the fit over capacity x home rule, within networks
  LeftOutNetworks world, europe, elsewhere;
  std::vector<Drawn> drawn;
};

/// Fits who is a member of what to one half of the cities, scores it on the other and on each network in turn. Throws
/// ScenarioError for invalid tables.
[[nodiscard]] MembershipBacktest test_memberships(const DataFolders& folders, std::uint64_t seed,
                                                  std::size_t n_threads);

}  // namespace hansa
