#pragma once

#include "scenarios/negotiation_params.hpp"
#include "sim/negotiation/table.hpp"

namespace hansa {

/// The chair redrafts towards the standing of the texts, less and less as the deadline nears, and never below the
/// floor for which the conference was called:
///
///     x += eta_r (sum_t standing_t text_t - x),  eta_r = chair_step (1 - chair_fade r / rounds)
///
/// Throws ExpectationFailure if the standing of the texts does not converge.
void redraft(const NegotiationParams& params, int round, Table& table);

/// The chair moves to what the objectors could accept:
///
///     x += pull * sum_i w_i L_i tau_i (t_i - x) / sum_i w_i L_i
///
/// t_i is the ideal of i's worst veto player if all of i's accept it, else no agreement; tau_i the least share of the
/// way at which i accepts, misjudged by what the chair does not know of i.
void pull_to_objectors(const NegotiationParams& params, Table& table);

/// Raises the chair's text to a depth over the status quo, along the gradient of depth, as far as it can.
/// Under pledges what counts is what the states' own contributions amount to at full force.
void raise_to_floor(double floor, Table& table);

}  // namespace hansa
