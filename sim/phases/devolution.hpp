#pragma once

#include "agents/world.hpp"
#include "scenarios/parameters/city_params.hpp"

namespace hansa {

/// Cities take positions; states devolve power to them or preempt them [C1, C2, C3].
///
///     z(c, d)  = logistic(society(i, d) + pragmatism + urban interest + spread + displaced)
///     autonomy <- autonomy + drift * (home rule - autonomy)
///     h = hazard * exp(visibility * ln(100 share) + divergence * |z - m| + united * united_i
///                      + capture * capture_i - home_rule * home rule_i
///                      + retaliation * influence * home_weight * last year's home pressure [network members])
///     P(preempted in a year) = 1 - exp(-h)
///
/// a proportional hazard (Cox 1972). share is the city's share of its state's people, or of those of an average unit of
/// the middle tier, between a millionth and 1; |z - m| the mean distance from the executive over issues; united_i is .5
/// for a united government, -.5 for a divided one, 0 where unknown. A preempted city loses the share `effect` of
/// its autonomy and the share `funding` of its resources, which recover slowly. `displaced` is how much
/// further displaced people move cities than their states, on issues about displacement [C4].  [logit]
/// `home_weight` is that of the channel: a state answers to what presses it.
///
/// Reads:  states.logit, states.society, states.home_pressure, cities.odds_shift, cities.autonomy,
///         cities.resources, cities.networks, pressure.influence
/// Writes: states.preemptions, cities.position, cities.autonomy, cities.resources
void devolve(const DevolutionParams& params, double displaced, double home_weight, World& world);

}  // namespace hansa
