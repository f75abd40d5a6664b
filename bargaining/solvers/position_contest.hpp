#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace hansa {

/// One round of the model's own contest and standing over the actors' positions as texts: every position is a
/// text with its actors' power behind it, every actor votes by power with what it would gain, and the outcome
/// is the mean of the texts by standing. Texts behind which nobody with power cares are not put forward; if
/// that is all, or the standings do not settle, the outcome is empty.
/// Shapes, row-major: power (actor), salience and position (actor x issue); positions in [0..1].
[[nodiscard]] std::vector<double> contest_of_positions(std::size_t n_issues, std::span<const double> power,
                                                       std::span<const double> salience,
                                                       std::span<const double> position);

}  // namespace hansa
