#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace hansa {

/// One round of the model's own contest and standing with the actors' positions as texts: each text is supported by
/// the power of its actors, every actor votes by power times gain, and the outcome is the mean of the texts by
/// standing. Only actors with power and salience put texts forward. Empty if there are none, or the standings do not
/// converge.
/// Shapes, row-major: power (actor), salience and position (actor x issue); positions in [0..1].
[[nodiscard]] std::vector<double> contest_of_positions(std::size_t n_issues, std::span<const double> power,
                                                       std::span<const double> salience,
                                                       std::span<const double> position);

}  // namespace hansa
