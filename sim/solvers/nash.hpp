#pragma once

#include <optional>
#include <span>

namespace hansa {

/// The asymmetric Nash bargain on one issue over a reference q:
///
///     max over x of  sum_k w_k log[(q - y_k)^2 - (x - y_k)^2]
///
/// With u = x - q and a = y - q the gain is u (2a - u), and the best u the one root of
/// sum w / u = sum_k w_k / (2 a_k - u) before the least 2a. Nothing where the weighty stand on both sides of q,
/// or one at q: whatever one gains another loses. At least one weight is positive. Source: Nash 1950; Kalai 1977.
[[nodiscard]] std::optional<double> nash_bargain(std::span<const double> position,
                                                 std::span<const double> weight, double reference);

}  // namespace hansa
