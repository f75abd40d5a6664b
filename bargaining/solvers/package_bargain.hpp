#pragma once

#include <string>

#include "bargaining/solvers/bargain.hpp"

namespace hansa {

/// What a solver lacks to be applied to the packages of a table; empty if it lacks nothing.
[[nodiscard]] std::string lack_of_packages(const BargainTable& table, BargainSolver solver,
                                           const BargainRules& rules);

/// Solves each package of a table by itself. Positions and texts of packages that end earlier stay as they are.
[[nodiscard]] BargainOutcome solve_packages(const BargainTable& table, BargainSolver solver,
                                            const BargainRules& rules);

}  // namespace hansa
