#pragma once

#include <vector>

namespace hansa {

/// The quantile p in [0, 1] of values, between two of them by linear interpolation; NaN: no value, or one is NaN.
[[nodiscard]] double quantile(std::vector<double> values, double p);

}  // namespace hansa
