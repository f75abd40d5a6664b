#pragma once

#include <vector>

namespace hansa {

/// Places labels at least `gap` apart, as near as possible to the heights they wish for (least squares) and in that
/// order: the first not below `least` and, if there is room, the last not above `most`.
[[nodiscard]] std::vector<double> place_labels(const std::vector<double>& wishes, double gap, double least,
                                               double most);

/// Round values on a scale with at most about `n` steps between them: multiples of 1, 2 or 5 times a power of ten.
[[nodiscard]] std::vector<double> round_ticks(double least, double most, int n);

}  // namespace hansa
