#pragma once

#include <vector>

#include "agents/world.hpp"
#include "scenarios/parameters/network_params.hpp"

namespace hansa {

/// Founds the networks that exist before the first year: all known ones, then generated ones up to the counts.
void found_initial_networks(const NetworkParams& params, World& world);

/// Networks are born, are joined and left, merge, end and are accredited [N1, N2, N4, N7].
///
///     births ~ Poisson(growth * networks of the year before + event * (1 in an event year, 1/2 beside one))
///
/// Known networks are founded in their year; generated ones make up the number. Steps, in order: births, mergers
/// of the tables, joining, leaving, other mergers, endings, accreditation (sim/networks/).
///
/// Reads:  cities.joining, cities.joining_of_state, cities.networks, networks
/// Writes: cities.networks, networks
void form_networks(const NetworkParams& params, const std::vector<int>& event_years, World& world);

}  // namespace hansa
