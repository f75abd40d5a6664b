#pragma once

#include <span>

namespace hansa {

/// The position that beats every other where all vote by weight for the nearer one: half of the weight lies on
/// either side. Between two positions that split the weight evenly, their middle. Source: Black 1948.
/// At least one weight is positive.
[[nodiscard]] double weighted_median(std::span<const double> position, std::span<const double> weight);

}  // namespace hansa
