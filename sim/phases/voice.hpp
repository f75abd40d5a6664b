#pragma once

#include <span>

#include "agents/world.hpp"
#include "scenarios/parameters/network_params.hpp"

namespace hansa {

/// Where the networks speak.
struct Hearing {
  std::span<const char> present;            // (state) whose cities can take part
  std::span<const std::size_t> agenda;      // issues on the table
  Access admitted = Access::Drafting;       // highest rung that is open
  Access coordinating_body = Access::None;  // its rung
};

/// With whom the networks speak.
struct Alliance {
  double reach = 1;           // city capacity engaged per unit of the members', allies included  [1]
  bool coordinating = false;  // whether the coordinating body exists
  double pooling = 1;         // how far its networks' messages are moved to a common one       [0..1]
  double invites_from = 1;    // openness from which a state takes its own cities along          [0..1]
};

/// How much of one voice the networks have at a conference [N5, N7].
///
///     reach(k)  = (1 + S/(1+S)) / 2 * sum over members present of capacity * resources / memberships
///     p_k       = share of reach
///     coverage  = (1 - e^(-s R)) / (1 - e^-s),  R = share of the world's city capacity engaged, with allies' reach
///     coherence = | sum_k p_k d_k |,  d_k the unit vector of sqrt(focus) (M_k - q) over the agenda and "all else"
///     attention_left = mean attention that memberships leave, by capacity
///     strength  = coverage * coherence * attention_left
///
/// Coherence is a mean resultant length: it equals sqrt(HHI + rho (1 - HHI)) with rho the measured mean correlation.
/// Networks of the coordinating body pool their messages first. A duplicate of a message costs
/// nothing but attention; whether many networks dilute the voice is a result.
///
/// access = share-weighted nearness of each network's rung, as far as the conference admits it, or of the rung that it
/// grants to the coordinating body; where a conference admits
/// the invited, cities that their own open state takes along are at least that, whatever their network [N4].
///
/// Reads:  cities.resources, cities.networks, cities.attention, networks, status_quo
/// Writes: networks.share, voice
void measure_voice(const VoiceParams& params, const Alliance& alliance, const Hearing& hearing, World& world);

}  // namespace hansa
