#pragma once

#include "agents/world.hpp"
#include "scenarios/parameters/network_params.hpp"

namespace hansa {

/// Merges networks with common members and similar messages; `consolidation` is a policy of mergers [N7].
///
///     P(merge) = min(1, merger + consolidation) * overlap * (1 - distance of messages)
///
/// Each year a network meets one other through a random member of its own, so that the chance of meeting
/// already rises with overlap = common members / members of the smaller. The larger takes over the smaller.
/// Known networks merge by policy only, because the table has their other mergers (sim/networks/succession.hpp).
void merge(const NetworkParams& params, World& world);

/// Ends generated networks, at random, or if they have fewer than two members after the years of grace. Known
/// ones end by merger alone.
void end_networks(const NetworkParams& params, World& world);

}  // namespace hansa
