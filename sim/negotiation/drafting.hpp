#pragma once

#include "sim/negotiation/rounds.hpp"

namespace hansa {

/// The chair redrafts towards the standing of the texts, less and less as the deadline nears, and never below the
/// floor for which the conference was called:
///
///     x += eta_r (sum_t standing_t text_t - x),  eta_r = chair_step (1 - chair_fade r / rounds)
///
/// Where the standing of the texts does not converge the chair has nothing to go by, and its text stays.
void redraft(const NegotiationParams& params, int round, Negotiation& negotiation);

/// The chair moves to what the objectors could accept:
///
///     x += pull * sum_i w_i L_i tau_i (t_i - x) / sum_i w_i L_i
///
/// t_i is the ideal of i's worst player if all of i's accept it, else no agreement; tau_i the least share of the
/// way at which i accepts, misjudged by what the chair does not know of i.
void pull_to_objectors(const NegotiationParams& params, Negotiation& negotiation);

/// Raises the chair's text to the floor of its depth, along the gradient of depth, as far as it can.
void raise_to_floor(Negotiation& negotiation);

}  // namespace hansa
