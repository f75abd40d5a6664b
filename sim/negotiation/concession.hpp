#pragma once

#include "sim/negotiation/rounds.hpp"

namespace hansa {

/// Delegations concede towards the chair's text, and listen to their blocs.
///
///     risk = (g(o_i) - g(chair's text)) / g(o_i), 1 if g(o_i) <= 0                             Zeuthen 1930
///     o_i += min(concession (1 - risk), first veto player's limit) (x - o_i)
///     p_i  = (1 - influence) o_i + influence * mean of its blocs' texts                        Friedkin and Johnsen 1990
///
/// o_i is what the delegation asks for by itself, p_i its demand. The blocs' texts are those of the round, made of the
/// demands before it. A delegation thus stays tied to what it came for: where nobody concedes, demands settle at
/// (1 - L W)^-1 (1 - L) o with W the blocs' weights and L the influence, and never at one common demand.
/// Demands feed the texts of the next round, never acceptance. Paralysed delegations stay where they are.
void concede(const NegotiationParams& params, Negotiation& negotiation);

}  // namespace hansa
