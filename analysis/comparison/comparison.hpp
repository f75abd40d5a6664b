#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/comparison/attribution.hpp"
#include "analysis/comparison/first_difference.hpp"
#include "analysis/comparison/network_comparison.hpp"
#include "analysis/comparison/overlap.hpp"
#include "analysis/naming.hpp"
#include "analysis/paired_difference.hpp"
#include "analysis/results/result_set.hpp"

namespace hansa {

/// One outcome in two arms. Where it does not apply in every realization, the means of the arms and the difference
/// are over different realizations, so the means need not subtract to the difference.
struct OutcomeDifference {
  std::string metric;
  double full, other;  // mean in each arm over the realizations in which it applies; NaN: in none
  PairedDifference difference;
};

using OutcomeDifferences = std::vector<OutcomeDifference>;

/// One conference of both arms.
struct ConferenceComparison {
  std::string name;
  int year = 0;
  OutcomeDifferences outcomes;
};

/// Two arms with the same seed: realization r of one and realization r of the other are a pair.
struct Comparison {
  std::size_t n_pairs = 0;
  double smallest = 0;  // difference that is named, as a share of the outcome's scale
  Overlap overlap;
  std::vector<ConferenceComparison> conferences;  // those in both arms, by name, in the years of both
  OutcomeDifferences mean_conference;             // mean over these conferences, in each pair
  int last_year = 0;                              // of both arms
  OutcomeDifferences at_last_year;
  OutcomeDifferences mean_year;  // mean over the years of both arms, in each pair
  FirstDifference first_difference;
  std::vector<NetworkDifference> networks;  // in the last year; empty unless both arms have single networks
  std::optional<Attribution> split;         // of lobbying: channels, functions; see comparison_arms.hpp
};

/// Compares two arms; a difference is other minus full. Requires a common year; what is settled in the last year, such
/// as participation, is comparable only if both end in the same. An outcome's differences at conferences are adjusted
/// for their number, those of networks too, all others stand by themselves.
[[nodiscard]] Comparison compare(const ResultSet& full, const ResultSet& other,
                                 double smallest = default_smallest);

/// The outcome of this name; nullptr if there is none.
[[nodiscard]] const OutcomeDifference* find_outcome(const OutcomeDifferences& outcomes,
                                                    std::string_view metric);

}  // namespace hansa
