#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "analysis/explain/conference_runs.hpp"

namespace hansa {

/// A set of states in whose absence the text passes.
struct Absence {
  std::vector<std::size_t> states;    // rows
  double passes = 0;                  // share of all realizations                           [0..1]
  std::array<double, 2> passes_ci95;  // Wilson
};

/// A small set of states in whose absence the text passes in at least half of the realizations, all others judging anew:
/// one by one, that of the most frequent objectors stays away whose absence leaves most texts passed or else fewest
/// objections in the first sixteen realizations; then each is let back in that is not needed. No state of the set can be
/// spared, though a smaller set may exist. nullopt: not with sixty states.
[[nodiscard]] std::optional<Absence> least_absence(const ConferenceRuns& runs, Form form);

}  // namespace hansa
