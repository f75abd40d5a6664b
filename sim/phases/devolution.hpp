#pragma once

#include "agents/world.hpp"

namespace hansa {

/// Cities take their positions; states devolve power to them, or take it back [C1, C2, C3].
///
///     z(c, d)  = logistic(logit(i, d) + pragmatism + urban interest + spread)
///     autonomy <- autonomy + drift * (home rule - autonomy)
///     hazard   = logistic(-hazard + divergence * |z - m| * visibility + capture * capture_i - home_rule * home rule_i)
///
/// visibility is the city's share of its state's people, |z - m| the mean over issues. A preempted city loses the share
/// `effect` of its autonomy and half that share of its resources, which come back slowly.
///
/// Reads:  states.logit, facts
/// Writes: cities.position, cities.autonomy, cities.resources, cities.preemptions
void devolve(const DevolutionParams& params, World& world);

}  // namespace hansa
