#pragma once

#include <optional>
#include <span>

namespace hansa {

/// The compromise model: sum w x / sum w, with w = power * salience. Source: Van den Bos 1991; Achen 2006.
/// At least one weight is positive.
[[nodiscard]] double weighted_mean(std::span<const double> position, std::span<const double> weight);

/// The position that beats every other if all vote by weight for the nearer one: half of the weight is on either
/// side. If two positions split the weight evenly, their midpoint. Source: Black 1948.
/// At least one weight is positive.
[[nodiscard]] double weighted_median(std::span<const double> position, std::span<const double> weight);

/// The asymmetric Nash bargain on one issue over a reference q:
///
///     max over x of  sum_k w_k log[(q - y_k)^2 - (x - y_k)^2]
///
/// With u = x - q and a = y - q the gain is u (2a - u), and the best u the one root of
/// sum w / u = sum_k w_k / (2 a_k - u) below the least 2a. nullopt if positions with weight are on both sides of q, or
/// one is at q: then one's gain is another's loss. At least one weight is positive. Source: Nash 1950; Kalai 1977.
[[nodiscard]] std::optional<double> nash_bargain(std::span<const double> position,
                                                 std::span<const double> weight, double reference);

}  // namespace hansa
