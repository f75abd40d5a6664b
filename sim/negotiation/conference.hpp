#pragma once

#include <cstddef>
#include <span>

#include "agents/world.hpp"
#include "scenarios/parameters/negotiation_params.hpp"
#include "scenarios/parameters/network_params.hpp"
#include "scenarios/parameters/treaty_params.hpp"
#include "sim/negotiation/actor_gain.hpp"
#include "sim/negotiation/seats.hpp"

namespace hansa {

/// The terms of a conference under a form. `mandates` (state x issue): delegations' positions on arrival.
/// States' efforts count by their share of the power present.
[[nodiscard]] Terms make_terms(const NegotiationParams& params, const ConferenceFacts& conference, Form form,
                               const World& world, std::span<const double> mandates);

/// State i, or one of its veto players with the given position, faced with a text on these terms.
[[nodiscard]] Actor actor_at(const World& world, const Terms& terms, std::size_t i,
                             std::span<const double> position);

/// The world's level under the terms, from what each state would contribute.
void sum_contributions(Terms& terms);

/// Writes the gains of all delegations and players at the table.
void write_gains(const Terms& terms, const World& world, Seats& seats);

/// Seats the delegations of a conference, one per state: mandates as demands, gains by the terms; the chair
/// opens with the power-weighted mean demand. Shell and hard texts are judged by executives alone if
/// `at_table` says so.
///
/// A state's power is split over its blocs' texts and, for the `large_states` strongest present, a text of
/// its own. Networks act through influence * voice in three functions: a draft of weight draft_weight *
/// negotiate * share of the voice at the drafting table, and times their access with delegations whose openness
/// is at least `closed_below`: dearer objections (prevent_conflict), a better informed chair (inform). The floor is
/// on the depth of words: under pledges, of states' own contributions at full force. A text tables the urban role if
/// its content on it is `consulted_from` or more.
[[nodiscard]] Seats seat_conference(
    const NegotiationParams& params, const FunctionParams& functions, double closed_below,
    const ConferenceFacts& conference, const Terms& terms, const World& world,
    double consulted_from = FeedbackParams{}.places[UrbanPlace::Consultation]);

}  // namespace hansa
