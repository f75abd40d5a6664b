#pragma once

#include "agents/world.hpp"
#include "scenarios/parameters/treaty_params.hpp"

namespace hansa {

/// States comply with their obligations or not; cities act on their own [C6, N6].
///
///     compliance(i) = logistic(intercept + sanction enforcement h + voters democracy
///                              - depth_cost loss - reciprocity shortfall)
///     delivery(i)   = the same + delivery * cities' action in i, inside the logistic
///     action(i)     = action * sum over cities of share of people * autonomy * resources * distance ahead
///     ahead(c)      = sum over issues of depth weight * max(0, z - q * (1 - missed))
///     shortfall    <- power-weighted mean of missed(i) over the states that agreements in force mean to bind
///
/// The status quo moves by what agreements in force deliver: sum over those who joined of share * compliance *
/// contribution. A decision acts once, in its year; a treaty as long as it is in force, more as states join and
/// less as they leave.
///
/// h and loss (of the executive, against staying out) are means over the agreements in force for the state,
/// weighted by depth * (1 - lapse)^age; `lapse` is the share of an obligation that the problem outgrows in a
/// year. missed is the share of its obligations that a state does not meet: 1 - compliance for agreements
/// that it has joined, 1 for those that it has not joined or has left. Cities' action is recorded separately,
/// to show substitution; it never enters the shortfall, so it affects no conference. hard_power and
/// soft_power count the texts in force for a state by their hardness [N5].
///
/// Reads:  states.position, states.sovereignty, cities.position, cities.autonomy, cities.resources,
///         agreements, status_quo, shortfall
/// Writes: states.compliance, states.delivery, states.city_action, states.hard_power, states.soft_power,
///         agreements.delivered, status_quo, shortfall
void implement(const ImplementationParams& params, double lapse, World& world);

}  // namespace hansa
