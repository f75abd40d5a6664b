#pragma once

#include "sim/negotiation/rounds.hpp"

namespace hansa {

/// The chair redrafts towards the standing-weighted mean of the texts, less and less as the deadline nears,
/// and not below the floor of the conference:
///
///     x += eta_r (sum_t standing_t text_t - x),  eta_r = chair_step (1 - chair_fade r / rounds)
///
/// The text stays if the standing does not converge.
void redraft(const NegotiationParams& params, int round, Negotiation& negotiation);

/// The chair moves towards texts that the objectors could accept:
///
///     x += pull * sum_i w_i L_i tau_i (t_i - x) / sum_i w_i L_i
///
/// t_i is the ideal of i's worst player if all players of i accept it, else no agreement; tau_i the least
/// share of the way at which i accepts, less the share by which the chair misjudges i.
void pull_to_objectors(const NegotiationParams& params, Negotiation& negotiation);

/// Raises the chair's text along the gradient of depth to its floor, as far as the bounds allow.
void raise_to_floor(Negotiation& negotiation);

}  // namespace hansa
