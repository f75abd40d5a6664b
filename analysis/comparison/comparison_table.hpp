#pragma once

#include <string>
#include <string_view>

#include "analysis/comparison/comparison.hpp"

namespace hansa {

/// A comparison as text for a terminal of 100 columns: a line a conference where something differs, then
/// networks and action, then from when the arms differ and what it all says. `other` is the arm's name.
[[nodiscard]] std::string comparison_table(const Comparison& comparison, std::string_view title,
                                           std::string_view other);

/// A difference as "-0.0206+-0.0034*", the star where the interval leaves out 0; "same" where no pair differs,
/// "-" where none applies.
[[nodiscard]] std::string difference_cell(const PairedDifference& difference, int digits);

/// The words of a text in rows of 100 columns.
[[nodiscard]] std::string fill_rows(const std::string& words);

}  // namespace hansa
