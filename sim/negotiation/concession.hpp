#pragma once

#include "sim/negotiation/rounds.hpp"

namespace hansa {

/// Delegations concede towards the chair's text, and listen to their blocs.
///
///     risk = (g(o_i) - g(chair's text)) / g(o_i), 1 if g(o_i) <= 0                Zeuthen 1930
///     o_i += min(concession (1 - risk), first veto player's limit) (x - o_i)
///     p_i  = (1 - influence) o_i + influence * mean of its blocs' texts           Friedkin and Johnsen 1990
///
/// o_i is the delegation's own demand, p_i its demand after hearing its blocs, whose texts are those of the
/// round. Delegations stay anchored at o_i: without concessions, demands converge to (1 - L W)^-1 (1 - L) o,
/// with W the blocs' weights and L the influence, not to consensus. Demands feed the texts of the next round,
/// never acceptance. Paralysed delegations do not move.
void concede(const NegotiationParams& params, Negotiation& negotiation);

}  // namespace hansa
