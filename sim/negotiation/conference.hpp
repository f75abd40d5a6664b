#pragma once

#include <cstddef>
#include <span>

#include "agents/world.hpp"
#include "scenarios/parameters/negotiation_params.hpp"
#include "scenarios/parameters/network_params.hpp"
#include "sim/negotiation/actor_gain.hpp"
#include "sim/negotiation/seats.hpp"

// What a conference of the world brings to a negotiation.

namespace hansa {

/// The terms of a conference under a form. `mandates` (state x issue) are the delegations' positions as they arrive.
/// cover = share of the power present that the text would bind.
[[nodiscard]] Terms make_terms(const NegotiationParams& params, const ConferenceFacts& conference, Form form,
                               const World& world, std::span<const double> mandates);

/// State i at a conference, or one of its veto players, with the given position.
[[nodiscard]] Actor actor_at(const World& world, const ConferenceFacts& conference, std::size_t i,
                             std::span<const double> position);

/// Seats the delegations of a conference, one a state: mandates as demands, gains by the terms; the chair opens with
/// the power-weighted mean demand.
///
/// A state's power is split over its blocs' texts and, if it is one of the `large_states` strongest present, its own.
/// Networks act by influence * voice in three functions: a draft at weight draft_weight * negotiate * the share of
/// the voice that sits at the drafting table, costlier lone objections (prevent_conflict), and a chair that misjudges
/// states less (inform). The floor counts depth in words: under pledges, the states' own contributions at full force.
[[nodiscard]] Seats seat_conference(const NegotiationParams& params, const FunctionParams& functions,
                                    const ConferenceFacts& conference, const Terms& terms,
                                    const World& world);

}  // namespace hansa
