#pragma once

#include "scenarios/assign.hpp"
#include "scenarios/problem_list.hpp"
#include "scenarios/scenario.hpp"

namespace hansa {

/// What no single value shows: names that must exist, be given or be unique, years in their order. Values
/// that are already reported are passed over.
void check_scenario(const Scenario& scenario, const Given& given, ProblemList& problems);

}  // namespace hansa
