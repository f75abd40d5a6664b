#pragma once

#include <string>
#include <string_view>

#include "analysis/summary.hpp"

namespace hansa {

/// The summary as text for a terminal: a line a conference, then networks at a few years, then treaties.
[[nodiscard]] std::string summary_table(const Summary& summary, std::string_view title);

}  // namespace hansa
