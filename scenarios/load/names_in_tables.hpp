#pragma once

#include "scenarios/load/load.hpp"
#include "scenarios/tables/tables.hpp"

namespace hansa {

/// Checks that every state that a scenario names (presidencies, absences, shocks, overrides, withdrawals) and every
/// network that it changes (`networks.NAME`) is in its tables, and that no networks merge in a circle, the same in its start. Throws
/// ScenarioError with every problem.
void check_names(const LoadedScenario& loaded, const Tables& tables);

}  // namespace hansa
