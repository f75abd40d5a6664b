#pragma once

#include <string>
#include <vector>

#include "analysis/export/tidy_table.hpp"

namespace hansa {

/// The lists of a comparison, from the text of its compare.json: differences, mean_conference, yearly, split, or
/// attribution and mean_attribution. Parts within parts become columns joined by `_`, an interval two columns. Throws
/// ScenarioError, naming `shown_as`, if the text is not a comparison.
[[nodiscard]] std::vector<TidyTable> comparison_tables(const std::string& text, const std::string& shown_as);

}  // namespace hansa
