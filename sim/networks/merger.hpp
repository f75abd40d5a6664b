#pragma once

#include "agents/world.hpp"
#include "scenarios/parameters/network_params.hpp"

namespace hansa {

/// Networks with common members and messages merge; consolidation is the policy that makes them [N7].
///
///     P(merge) = min(1, merger + consolidation) * overlap * (1 - distance of messages)
///
/// Each year a network meets one other, found through a member that both share, so that the chance of meeting already
/// rises with overlap; overlap = common members / members of the smaller. The larger takes over the smaller. Networks that
/// the table knows merge by policy alone: what they did of their own accord is in the table.
void merge(const NetworkParams& params, World& world);

}  // namespace hansa
