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
/// Known networks merge by policy only, because the table has their other mergers.
void merge(const NetworkParams& params, World& world);

/// Ends networks: known ones in the year of their merger in the table, generated ones at random, or if they
/// have fewer than two members after the years of grace.
void end_networks(const NetworkParams& params, World& world);

}  // namespace hansa
