#pragma once

#include "sim/negotiation/table.hpp"

namespace hansa {

/// Delegations concede towards the chair's text, and listen to their blocs.
///
///     risk  = (g(own demand) - g(chair's text)) / g(own demand), 1 if g(own demand) <= 0         Zeuthen 1930
///     p_i  += min(concession (1 - risk), first veto player's limit) (x - p_i)
///     p_i   = (1 - influence) p_i + influence * mean of its blocs' texts                         Friedkin and Johnsen 1990
///
/// Demands feed the texts of the next round, never acceptance. Paralysed delegations stay where they are.
void concede(const NegotiationParams& params, Table& table);

}  // namespace hansa
