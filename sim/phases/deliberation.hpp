#pragma once

#include "agents/world.hpp"
#include "scenarios/parameters/network_params.hpp"

namespace hansa {

/// Members agree on what their network asks for.
///
///     attention(c) = max(0, 1 - attention_cost * memberships)
///     mean(k, d)   = mean of members' positions by capacity * resources * attention
///     M(k, d)      = mean + message_spread * (focus(k, d) * (issues + 1) - 1) * mean (1 - mean), kept in [0, 1]
///     cohesion(k)  = 1 - 4 * mean over issues of the members' weighted variance
///
/// A network asks for more on what it is about and for less on the rest: a shift in logits to first order.
///
/// Reads:  cities.position, cities.resources, cities.networks, networks.alive, networks.focus,
///         networks.members
/// Writes: cities.attention, networks.message, networks.cohesion
void deliberate(const NetworkParams& params, World& world);

}  // namespace hansa
