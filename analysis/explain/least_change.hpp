#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/explain/conference_runs.hpp"
#include "analysis/explain/lever.hpp"

namespace hansa {

/// A value of a lever, or none within its bounds.
using LeverValue = std::optional<double>;

/// How far a lever must be moved to turn a text's fate, over the realizations in which the fate is to be turned.
struct LeastChange {
  const Lever* lever = nullptr;
  std::string now;
  LeverRange range;
  std::vector<LeverValue> turned_at;  // (realization to be turned) the nearest value that turns it
  LeverValue median;                  // none: more than half are not turned
  std::array<LeverValue, 2> ci95;     // of the median, by order statistics, the nearer value first
  double turned = 0;                  // share that some value turns                         [0..1]
  std::array<double, 2> turned_ci95;  // Wilson
};

/// For every lever that can be moved towards the aim: the first of twenty values on the way to its bound at which the text
/// under `form` meets the aim, then the first of eight between that one and the one before, realization by realization. A
/// lever may turn a fate back again farther on; what turns it first counts.
[[nodiscard]] std::vector<LeastChange> least_changes(const ConferenceRuns& runs, Form form, Aim aim,
                                                     std::span<const std::size_t> realizations);

}  // namespace hansa
