#pragma once

#include "agents/world.hpp"
#include "scenarios/parameters/city_params.hpp"

namespace hansa {

/// Cities take their positions; states devolve power to them, or take it back [C1, C2, C3].
///
///     z(c, d)  = logistic(society(i, d) + pragmatism + urban interest + spread + displaced)
///     autonomy <- autonomy + drift * (home rule - autonomy)
///     hazard   = logistic(-hazard + divergence * |z - m| * visibility + capture * capture_i - home_rule * home rule_i
///                         + retaliation * influence * pressure at home a year ago, for members of networks)
///
/// visibility is the city's share of its state's people, or of the people of an average unit of the tier between, |z - m| the mean over issues. A preempted city loses the share
/// `effect` of its autonomy and the share `funding` of its resources, which come back slowly. `displaced`:
/// how much further displaced people have moved cities than their state, on issues about them alone [C4].  [logit]
///
/// Reads:  states.logit, states.society, states.home_pressure, cities, pressure.influence
/// Writes: states.preempted, cities.position, cities.autonomy, cities.resources
void devolve(const DevolutionParams& params, double displaced, World& world);

}  // namespace hansa
