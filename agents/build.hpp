#pragma once

#include <string_view>

#include "agents/facts.hpp"
#include "scenarios/tables/tables.hpp"

namespace hansa {

/// Turns a scenario and its tables into the facts that every realization shares. The scenario must outlive
/// them.
[[nodiscard]] Facts build_facts(const Scenario& scenario, const Tables& tables);

/// Whether build_facts reads a parameter, or some below this path: power.gdp does shape facts, gridlock.level
/// does not.
[[nodiscard]] bool shapes_facts(std::string_view path);

/// The same facts for a scenario that differs from theirs in parameters alone that do not shape facts. It must
/// outlive them; theirs need not.
[[nodiscard]] Facts with_scenario(const Facts& facts, const Scenario& scenario);

}  // namespace hansa
