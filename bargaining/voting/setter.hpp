#pragma once

#include <cstddef>
#include <span>

#include "bargaining/voting/voters.hpp"
#include "scenarios/parameters/decision_rule.hpp"

namespace hansa {

/// What an agenda setter proposes on one issue, take it or leave it: of the texts that the rule lets pass over the
/// reference the nearest to its own position. An actor is for a text that is no farther from its position than the
/// reference, or if it has no salience. The reference itself if no other text passes that the setter prefers.
/// With a median voter m above the reference q it is min(setter, 2 m - q). Source: Romer & Rosenthal 1978.
[[nodiscard]] double setter_proposal(std::size_t setter, const Voters& voters,
                                     std::span<const double> position, std::span<const double> salience,
                                     double reference, const DecisionRule& rule);

}  // namespace hansa
