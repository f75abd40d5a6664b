#pragma once

#include "agents/world.hpp"
#include "scenarios/parameters/state_params.hpp"

namespace hansa {

/// Gridlock and sovereignty narrow what states can agree to [S1, S2]: one dial with three effects. It scales what the
/// table has of a state in the year, V veto players (at most 5) and the polarisation between them (0 to 2): at level
/// .5 these are as observed, at 0 the executive decides alone, at 1 both are doubled.
///
///     player k       of k = 1..4 exists if k - 1 + threshold(i, k) < 2 level * polarisation * (V(i) - 1)
///     y(i, k, d)     = logistic(logit(i, d) + spread * 2 level * polarisation * polarisation(i) / 2 * shift(i, k, d)
///                               + common(d)),   shift = 0 for the executive
///     pivot(i, d)    = logistic(logit(i, d) + spread * 2 level * polarisation * polarisation(i) / 2 * z + common(d)),
///                      z = the normal quantile of 1 - the majority that treaties need in i's legislature; 0: no rule
///     paralysed      if its draw < paralysis_rate * level * paralysis * V(i) / mean V of heads
///     sovereignty(i) = sigma * level * sovereignty_cost * relative cost of state i
///
/// A higher level only adds players; thresholds decide where their number is not whole. Players without polarisation
/// want what their executive wants. Thresholds and shifts are fixed in a realization; the common shock and paralysis
/// are drawn each year. Source of the form: Tsebelis 2002 (veto players); that a government of many players is
/// paralysed more often, and sizes: assumption.
///
/// Reads:  states.logit, vetoes.threshold, vetoes.shift
/// Writes: states.position, states.pivot, states.paralysed, states.sovereignty, vetoes.first, vetoes.position
void harden(const GridlockParams& params, World& world);

}  // namespace hansa
