#pragma once

#include <string_view>

#include "agents/facts.hpp"
#include "scenarios/tables/tables.hpp"

namespace hansa {

/// Builds the facts that all realizations share. They keep a pointer to the scenario.
[[nodiscard]] Facts build_facts(const Scenario& scenario, const Tables& tables);

/// Whether build_facts reads the parameter at this path, or one below it: true for power.gdp, false for
/// gridlock.level.
[[nodiscard]] bool shapes_facts(std::string_view path);

/// The same facts for a scenario that differs only in parameters that do not shape facts. They keep a pointer
/// to it, and none to the first scenario.
[[nodiscard]] Facts with_scenario(const Facts& facts, const Scenario& scenario);

/// Makes facts point to such a scenario, where they are.
void turn_to(const Scenario& scenario, Facts& facts);

}  // namespace hansa
