#pragma once

#include <span>

namespace hansa {

/// The compromise model: sum w x / sum w, with w = power * salience. Source: Van den Bos 1991; Achen 2006.
/// At least one weight is positive.
[[nodiscard]] double weighted_mean(std::span<const double> position, std::span<const double> weight);

}  // namespace hansa
