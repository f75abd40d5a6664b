#pragma once

#include <cstddef>
#include <span>

#include "support/text/table.hpp"

namespace hansa {

/// The values as a row of bars, from 0 to the largest, a blank where there is none (NaN).
[[nodiscard]] TableCell bars(std::span<const double> values);

/// A stretch of numbers drawn on `n` characters.
struct Scale {
  double from = 0, to = 1;
  std::size_t n = 21;
};

/// An interval with its middle on a scale, with a line at 0 if the scale has one inside.
[[nodiscard]] TableCell drawn_interval(double lo, double middle, double hi, const Scale& scale);

}  // namespace hansa
