#pragma once

#include <vector>

namespace hansa {

/// Where labels stand that want to be at given heights, none nearer to the next than `gap`: as near to their wishes as
/// can be (least squares), in the order of wishes, the first no lower than `least` and, while there is room, the last
/// no higher than `most`.
[[nodiscard]] std::vector<double> place_labels(const std::vector<double>& wishes, double gap, double least,
                                               double most);

/// Round values within a scale, at most `n` steps apart: multiples of 1, 2 or 5 times a power of ten.
[[nodiscard]] std::vector<double> round_ticks(double least, double most, int n);

}  // namespace hansa
