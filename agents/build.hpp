#pragma once

#include "agents/facts.hpp"
#include "scenarios/tables.hpp"

namespace hansa {

/// Turns a scenario and its tables into the facts that every realization shares. The scenario must outlive
/// them.
[[nodiscard]] Facts build_facts(const Scenario& scenario, const Tables& tables);

}  // namespace hansa
