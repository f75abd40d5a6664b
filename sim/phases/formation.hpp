#pragma once

#include <vector>

#include "agents/world.hpp"
#include "scenarios/parameters/network_params.hpp"

namespace hansa {

/// The networks that exist before the first year: those the table knows, and as many generated ones as the counts need.
void found_initial_networks(const NetworkParams& params, World& world);

/// Networks are born, invite cities, are joined and left, merge and end [N1, N2, N7].
///
///     births ~ Poisson(base + event * (1 in a summit year, 1/2 beside one) + communication * bell(year))
///
/// Networks that the table knows are founded in their year; generated ones make up the number. The steps, in order:
/// births, invitations, leaving, mergers, deaths; each stands in sim/networks/.
///
/// Reads:  cities.position, cities.resources, cities.networks, networks
/// Writes: cities.networks, cities.offers, networks
void form_networks(const NetworkParams& params, const std::vector<int>& event_years, World& world);

}  // namespace hansa
