#pragma once

#include "agents/world.hpp"
#include "scenarios/parameters/network_params.hpp"

namespace hansa {

/// Attention that m memberships leave of a city's, by the size of its office (of mean 1):
///
///     budget      office / (office + attention_cost m)
///     hyperbolic  1 / (1 + attention_cost m)
///     linear      max(0, 1 - attention_cost m)
///
/// A budget takes the same part of the attention of a large city in many networks as of a small one in few.  [0..1]
[[nodiscard]] double attention_left(const NetworkParams& params, double office, std::size_t m);

/// Members agree on their network's message.
///
///     attention(c) = attention_left(capacity * resources, memberships)
///     mean(k, d)   = mean of members' positions by capacity * resources * attention
///     M(k, d)      = mean + message_spread * (focus(k, d) * (issues + 1) - 1) * mean (1 - mean),  in [0, 1]
///     cohesion(k)  = 1 - 4 * mean over issues of the members' weighted variance
///
/// A network asks for more on its own subjects and for less on others: to first order, a shift in logits.
///
/// Reads:  cities.position, cities.resources, cities.networks, networks.alive, networks.focus,
///         networks.members
/// Writes: cities.attention, networks.message, networks.cohesion
void deliberate(const NetworkParams& params, World& world);

}  // namespace hansa
