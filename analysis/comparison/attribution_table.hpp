#pragma once

#include <string>
#include <string_view>

#include "analysis/comparison/attribution.hpp"

namespace hansa {

/// An attribution as text for a terminal: a table an outcome, a line a conference where any part contributes.
[[nodiscard]] std::string attribution_table(const Attribution& attribution, std::string_view title);

}  // namespace hansa
