#pragma once

#include <span>

#include "agents/world.hpp"
#include "scenarios/parameters/event_params.hpp"
#include "scenarios/parameters/treaty_params.hpp"

namespace hansa {

/// States join the treaties that are open, month by month, and treaties enter into force [S4].
///
///     yearly logit = constant + habit_i habit + democracy z_democracy + population z_ln_population + eu [member]
///                    + region share_of_region + parties share_of_all + time_log ln(1 + 12 t) + time t
///                    + home_pressure * influence * home_weight * cities' pressure + spread * Z_treaty
///                    + own_payoff * own + others_payoff * others
///     P(join in a month) = 1 - (1 - P(year))^(1/12)
///
/// with the shares of states that joined by the month before, t years since opening and Z standard normal, one for
/// each treaty. own and others are the two parts of the gain from joining (sim/negotiation/actor_gain.hpp) of the
/// veto player who gains least. For a state without whose emissions the treaty cannot enter into force, because the
/// others that have joined or gain by joining lack them, all of the others' effort hangs on its joining, and others
/// counts like own. Where a rule is known (two thirds of the Senate in the United States), no state joins hard law by
/// which the legislator whose vote decides loses. A treaty enters into force a delay after enough parties with enough emissions have joined. The
/// EU joins once most of its members have; it is not counted. Coefficients: `hansa backtest ratification`, a panel of
/// 14 treaties by the same formula.
///
/// Reads:  states.home_pressure, states.pivot, states.sovereignty, vetoes.first, vetoes.position, agreements,
///         pressure.influence
/// Writes: agreements.own_gain, agreements.others_gain, agreements.joined, agreements.barred,
///         agreements.entered_force
void ratify(const RatificationParams& params, double home_weight,
            std::span<const WithdrawalParams> withdrawals, World& world);

}  // namespace hansa
