#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "analysis/comparison/comparison.hpp"
#include "support/text/text.hpp"

namespace hansa {

/// A comparison as text: how the scenarios fail to match, a line per conference where
/// something differs, the split of lobbying, networks and action, the first year in which the arms differ, and the named
/// differences in words. `other` is the arm's name.
[[nodiscard]] Text comparison_text(const Comparison& comparison, std::string_view title,
                                   std::string_view other);

/// Members of a JSON object: overlap, smallest, differences, mean_conference, yearly, first_difference_year; split where
/// there is one, leave_one_out where both arms have single networks. NaN is null.
[[nodiscard]] nlohmann::ordered_json comparison_json(const Comparison& comparison);

/// A difference as "-0.0206+-0.0034*", with a star where it is named; "same" where no pair differs, "-" where none
/// applies.
[[nodiscard]] std::string difference_cell(const PairedDifference& difference, int digits);

/// Strong for a named difference, quiet where no pair differs.
[[nodiscard]] Tone tone_of(const PairedDifference& difference);

/// A difference as members of a JSON object: mean, ci95, p, p_adjusted, named, flipped, n.
[[nodiscard]] nlohmann::ordered_json difference_json(const PairedDifference& difference);

/// What a star means, for outcomes compared at `n_conferences` conferences.
[[nodiscard]] Text naming_text(double smallest, std::size_t n_conferences);

}  // namespace hansa
