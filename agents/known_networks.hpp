#pragma once

#include "agents/facts.hpp"
#include "scenarios/tables/tables.hpp"

namespace hansa {

/// Fills facts.networks and facts.initial_networks from the tables: years of founding and merger,
/// standing in forums, issue, and known members. Needs the issues and cities of `facts`.
void build_known_networks(const Scenario& scenario, const Tables& tables, Facts& facts);

}  // namespace hansa
