#pragma once

#include "agents/facts.hpp"
#include "scenarios/tables/tables.hpp"

namespace hansa {

/// Fills facts.networks and facts.initial_networks from the tables: founding and merging years, accreditation, the
/// issue a network's domain falls under, and its known members. Needs the issues and cities of `facts`.
void build_known_networks(const Scenario& scenario, const Tables& tables, Facts& facts);

}  // namespace hansa
