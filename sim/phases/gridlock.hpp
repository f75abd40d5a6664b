#pragma once

#include "agents/world.hpp"
#include "scenarios/parameters/state_params.hpp"

namespace hansa {

/// Gridlock and sovereignty narrow what states can agree to [S1, S2]: one dial with three effects.
///
///     y(i, v, d)     = logistic(logit(i, d) + spread * level * polarisation * shift(i, v, d) + common(d)),
///                      shift = 0 for the executive
///     veto player k  exists if its draw < level * polarisation * (vetoes + vetoes_pluralism * pluralism)
///     paralysed      if its draw < paralysis_rate * level * paralysis
///     sovereignty(i) = sigma * level * sovereignty_cost * relative cost of state i
///
/// Draws of veto players are fixed in a realization, so that a higher level only adds players; the common
/// shock and paralysis are drawn each year. Source of the form: Tsebelis 2002 (veto players); sizes:
/// assumption.
///
/// Reads:  states.logit, vetoes.threshold, vetoes.shift
/// Writes: states.position, states.paralysed, states.sovereignty, vetoes.first, vetoes.position
void harden(const GridlockParams& params, World& world);

}  // namespace hansa
