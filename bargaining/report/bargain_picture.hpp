#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bargaining/solvers/bargain.hpp"

namespace hansa {

/// A picture (SVG) of the actors' positions over the turns: one panel per issue and solver with a line per actor, as
/// thick as its power, the reference, the chair's texts and the outcome. Shows the solvers that take turns, or all if
/// none does. Lines end in their actors' names; of more than 40 actors, those with most power are named. Works on light
/// and dark backgrounds. The same table and outcomes give the same bytes.
[[nodiscard]] std::string bargain_picture(std::string_view title, const BargainTable& table,
                                          const std::vector<BargainOutcome>& outcomes);

}  // namespace hansa
