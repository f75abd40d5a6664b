#pragma once

#include "agents/world.hpp"
#include "scenarios/parameters/state_params.hpp"

namespace hansa {

/// Elections move governments, not their societies: an executive of the left wants more, one of the right less [S2].
///
///     logit(i, d) += turnover * swing(i),   swing = 1 on the left, -1 on the right, else 0, less its mean over years
///
/// so that a state's average does not move. The case is the United States from 1993 to 2021: in, out, in. Form and size:
/// assumption; 0 by default.
///
/// Reads:  states.logit
/// Writes: states.logit
void turn_over(const GridlockParams& params, World& world);

}  // namespace hansa
