#pragma once

#include <string>
#include <string_view>

#include "analysis/comparison/comparison.hpp"
#include "support/text/text.hpp"

namespace hansa {

/// The named differences in what is agreed, with their sizes, in rows of at most 100 columns; empty for a comparison
/// without conferences. `other` is the arm's name.
[[nodiscard]] Text in_words(const Comparison& comparison, std::string_view other);

}  // namespace hansa
