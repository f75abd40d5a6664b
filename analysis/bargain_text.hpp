#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/solvers/bargain.hpp"

namespace hansa {

/// What the solvers make of a table, and from where to where the actors move under each that takes turns.
[[nodiscard]] std::string bargain_text(std::string_view title, const BargainTable& table,
                                       const std::vector<BargainOutcome>& outcomes);

}  // namespace hansa
