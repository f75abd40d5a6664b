#pragma once

#include "agents/facts.hpp"
#include "scenarios/tables/tables.hpp"

namespace hansa {

/// How many of a network's members are among the cities of the tables: 2.1 * members^.61, least squares of logarithms over
/// the 58 networks all of whose members are known.
[[nodiscard]] double members_among_cities(double members);

/// Fills facts.networks and facts.initial_networks from the tables: years of founding and merger,
/// standing in forums, issue, and known members. Needs the issues and cities of `facts`.
void build_known_networks(const Scenario& scenario, const Tables& tables, Facts& facts);

}  // namespace hansa
