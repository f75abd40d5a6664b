#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "analysis/paired_difference.hpp"

// Which differences a report names.

namespace hansa {

/// The smallest difference that is named unless a user says otherwise, as a share of the outcome's scale: one conference
/// or one state in a hundred, 1 % of the depth of a text. Chosen, not estimated.
inline constexpr double default_smallest = 0.01;

/// What a difference of an outcome is measured by: 1 for a share (adopted, participation), else the mean in full.
[[nodiscard]] double scale_of(std::string_view metric, double mean_in_full);

/// P-values adjusted for their number: where one of them is 5 % or less, the probability that chance alone made any such
/// is at most 5 %. NaN stays and does not count. Source: Holm 1979.
[[nodiscard]] std::vector<double> holm(std::span<const double> p);

/// A difference to be named or not.
struct Candidate {
  PairedDifference* difference;
  double scale;
};

/// Adjusts the p-values of differences for their number, and names those that are then beyond chance at 5 % and at least
/// `smallest` of their scale.
void name_differences(std::span<const Candidate> candidates, double smallest);

}  // namespace hansa
