#pragma once

#include "agents/world.hpp"
#include "scenarios/parameters/network_params.hpp"

namespace hansa {

/// Merges networks with common members, subjects and messages; `consolidation` is a policy of mergers [N7].
///
///     P(merge) = min(1, merger + consolidation) * overlap * cos(focus, focus)^2 * (1 - distance of messages)
///     overlap  = members of both / members of either (Jaccard)
///
/// Each year a network meets one other through a random member of its own, so that the chance of meeting already
/// rises with overlap. A small network whose members all belong to a large one overlaps little with it: it is a
/// part, no duplicate. The cosine is over the issues and all else. The larger takes over the smaller. Known
/// networks merge by policy only, because the table has their other mergers (sim/networks/succession.hpp).
void merge(const NetworkParams& params, World& world);

/// Ends generated networks, at random, or if they have fewer than two members after the years of grace. Known
/// ones end by merger alone.
void end_networks(const NetworkParams& params, World& world);

}  // namespace hansa
