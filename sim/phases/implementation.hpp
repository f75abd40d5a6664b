#pragma once

#include "agents/world.hpp"
#include "scenarios/parameters/treaty_params.hpp"

namespace hansa {

/// Obligations are carried out, or not; cities act on their own [C6, N6].
///
///     compliance(i) = logistic(intercept + sanction enforcement h + voters democracy - depth_cost loss - reciprocity shortfall)
///     delivery(i)   = the same + delivery * cities' action in i
///     action(i)     = action * sum over cities of share of people * autonomy * resources * distance ahead
///     shortfall    <- power-weighted mean of 1 - compliance over the states that agreements in force mean to bind;
///                     one that has not joined, or has left, misses all of that agreement
///
/// `lapse`: share of an obligation that the problem outgrows in a year. h and loss (of the executive, against staying out) are means over the agreements in force for the state, by depth and
/// age. Ahead: sum of depth weight * max(0, z - q * (1 - missed)),
/// missed: the share of its obligations that the state leaves undone, all of what it has not joined or has left. Cities' action is recorded apart, so that substitution
/// shows; it never enters `shortfall`, and so reaches no conference.
///
/// hard_power and soft_power of a state: how many texts are in force for it, split by their hardness [N5].
///
/// Reads:  states.position, states.sovereignty, cities.position, cities.autonomy, cities.resources,
///         agreements, status_quo, shortfall
/// Writes: states.compliance, states.delivery, states.city_action, states.hard_power, states.soft_power,
///         shortfall
void implement(const ImplementationParams& params, double lapse, World& world);

}  // namespace hansa
