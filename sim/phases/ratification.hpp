#pragma once

#include <span>

#include "agents/world.hpp"
#include "scenarios/parameters/event_params.hpp"
#include "scenarios/parameters/treaty_params.hpp"

namespace hansa {

/// States join the treaties that are open, month by month, and treaties enter into force [S4].
///
///     yearly logit = constant + hard h + supermajority + public_good + assistance + gdp ln GDP
///                    + polity Polity + ratifiers n + region n_region + time t + time_squared t^2
///                    + home_pressure * influence * home_weight * cities' pressure
///     P(join in a month) = 1 - (1 - P(year))^(1/12)
///
/// but only if no veto player loses more than tolerated_loss against staying out, since a state has the
/// benefit of the others' actions either way. A treaty enters into force a delay after enough parties with
/// enough emissions have joined. The EU joins once most of its members have; it is not counted. Source:
/// Spilker and Koubi 2016.
///
/// Reads:  states.home_pressure, states.sovereignty, vetoes.first, vetoes.position, agreements,
///         pressure.influence
/// Writes: agreements.joined, agreements.barred, agreements.entered_force
void ratify(const RatificationParams& params, double home_weight,
            std::span<const WithdrawalParams> withdrawals, World& world);

}  // namespace hansa
