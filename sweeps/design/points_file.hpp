#pragma once

#include <string>

#include "sweeps/design/sweep.hpp"

namespace hansa {

/// Largest points file that is read [bytes].
inline constexpr std::size_t largest_points_file = std::size_t{1} << 30;

/// The points of a sweep that reads them from a file, as CSV: a line of paths, then a line a point. Numbers have the
/// fewest digits that give the same value, so that equal points have equal text.
[[nodiscard]] std::string print_points(const Sweep& sweep);

/// The name of the file with these points in the folder of a sweep; it begins their digest.
[[nodiscard]] std::string points_file_name(const Sweep& sweep);

}  // namespace hansa
