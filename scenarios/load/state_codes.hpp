#pragma once

#include "scenarios/load/load.hpp"
#include "scenarios/tables/tables.hpp"

namespace hansa {

/// Checks that every state that a scenario names (presidencies, absences, shocks, overrides, withdrawals) is
/// in its table of states. Throws ScenarioError with every unknown one.
void check_state_codes(const LoadedScenario& loaded, const Tables& tables);

}  // namespace hansa
