#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bargaining/solvers/bargain.hpp"

namespace hansa {

/// A picture (SVG) of the actors' positions over the turns: a panel an issue and solver, a line an actor as thick as
/// its power, the reference, the chair's texts and the outcome. Of several solvers, those that take turns; of none
/// that does, all. The end of a line has its actor's name; where there are more than 40, those with most power.
/// Fit for light and dark backgrounds. The same table and outcomes give the same bytes.
[[nodiscard]] std::string bargain_picture(std::string_view title, const BargainTable& table,
                                          const std::vector<BargainOutcome>& outcomes);

}  // namespace hansa
