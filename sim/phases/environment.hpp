#pragma once

#include <span>

#include "agents/world.hpp"
#include "scenarios/parameters/event_params.hpp"
#include "scenarios/parameters/state_params.hpp"

namespace hansa {

/// The problem grows, events shift positions, and obligations lapse.
///
///     logit(i, d)  = logit from covariates + residual + trend * (year - trend_from) + displacement + shocks
///     displacement = displacement * max(0, year - trend_from) on issues about displaced people [C4], else 0
///     q_d  = status_quo * power-weighted mean position, in the first year, unless the scenario states it
///     q_d <- q_d - min(1, lapse_d * lapse * (1 + neglect * shortfall)) (q_d - held_d)   from the second on
///
/// What nothing holds up lapses as the problem outgrows it; otherwise the status quo could only rise, until no
/// text passes. held: what treaties in force deliver.
///
/// Reads:  states.residual, agreements, status_quo, shortfall
/// Writes: states.logit, states.society, season, status_quo
void update_environment(const EnvironmentParams& params, std::span<const ShockParams> shocks, World& world);

/// Shift of states' positions by displaced people in a year, on issues about displacement.  [logit]
[[nodiscard]] double displacement(const EnvironmentParams& params, int year);

/// How much further they shift cities' positions.  [logit]
[[nodiscard]] double urban_displacement(const EnvironmentParams& params, int year);

}  // namespace hansa
