#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "analysis/comparison/comparison.hpp"

namespace hansa {

/// A comparison as text for a terminal of 100 columns: a line per conference where something differs, then
/// networks and action, then the first year in which the arms differ and a summary in words. `other` is the arm's
/// name.
[[nodiscard]] std::string comparison_text(const Comparison& comparison, std::string_view title,
                                          std::string_view other);

/// Members of a JSON object: differences, mean_conference, yearly, first_difference_year; leave_one_out where both arms
/// have single networks. NaN is null.
[[nodiscard]] nlohmann::ordered_json comparison_json(const Comparison& comparison);

/// A difference as "-0.0206+-0.0034*", with a star where the interval excludes 0; "same" where no pair differs,
/// "-" where none applies.
[[nodiscard]] std::string difference_cell(const PairedDifference& difference, int digits);

/// A difference as members of a JSON object: mean, ci95, flipped, n.
[[nodiscard]] nlohmann::ordered_json difference_json(const PairedDifference& difference);

/// The words of a text in rows of at most 100 columns.
[[nodiscard]] std::string fill_rows(const std::string& words);

}  // namespace hansa
