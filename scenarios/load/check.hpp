#pragma once

#include <span>

#include "scenarios/load/assign.hpp"
#include "scenarios/parameters/scenario.hpp"
#include "support/input/problem.hpp"

namespace hansa {

/// Checks what no single value shows: names that must exist, be given or be unique, and the order of years.
/// Skips values that are already reported.
///
/// `known_issues`: those with coefficients in the table of issues; empty if it could not be read. Any other
/// issue needs coefficients in `preferences`, since without them all states want the same.
void check_scenario(const Scenario& scenario, std::span<const IssueParams> known_issues, const Given& given,
                    ProblemList& problems);

}  // namespace hansa
