#pragma once

#include <optional>
#include <span>

#include "agents/world.hpp"
#include "scenarios/parameters/network_params.hpp"

namespace hansa {

/// The occasion on which networks speak.
struct Hearing {
  std::span<const char> present;            // (state) whether its cities can take part
  std::span<const std::size_t> agenda;      // issues on the agenda
  std::optional<Forum> forum = {};          // whose accreditation counts; none given: any forum's
  Access admitted = Access::Drafting;       // highest rung admitted
  Access coordinating_body = Access::None;  // rung granted to it
};

/// Allies, coordination and access of the networks.
struct Alliance {
  double reach = 1;                  // city capacity engaged per unit of the members', allies included  [1]
  bool coordinating = false;         // whether the coordinating body exists
  double pooling = 1;                // share of the way of its networks' messages to their mean      [0..1]
  double invites_from = 1;           // openness from which a state brings its own cities along         [0..1]
  By<Access, double> nearness = {};  // of each rung to the drafting table                    [0..1]
};

/// Measures the networks' voice at a conference: how large and how united it is [N5, N7].
///
///     reach(k)  = (1 + S/(1+S)) / 2 * sum over members present of capacity * resources / memberships
///     p_k       = share of reach
///     coverage  = (1 - e^(-s R)) / (1 - e^-s),  R = engaged share of the world's city capacity, with allies
///     coherence = | sum_k p_k d_k |, d_k unit vector of sqrt(focus) (M_k - q) on the agenda and "all else"
///     attention_left = mean attention that memberships leave, by capacity
///     strength  = coverage * coherence * attention_left
///
/// Coherence is a mean resultant length: it equals sqrt(HHI + rho (1 - HHI)) with rho the mean correlation.
/// Networks of the coordinating body pool their messages first. A duplicate of a message costs nothing but
/// attention: dilution by many networks is a result, not an assumption.
///
/// access = mean over member cities, by their part in the reach, of the nearness of their best door: the highest
/// rung among their networks in the conference's forum, each up to the highest that the conference admits; at least the rung granted to the
/// coordinating body for its networks, and at least invited for cities that an open state brings along, if the
/// conference admits the invited [N4]. A network's dials (sim/networks/dials.hpp) may fix its rung, whatever the
/// conference admits, scale its pooling, and scale or end its part in `speaking`, the access of the networks that
/// speak at the conference, equal to `access` by default.
///
/// Reads:  cities.resources, cities.networks, cities.attention, networks, status_quo
/// Writes: networks.share, voice
void measure_voice(const VoiceParams& params, const Alliance& alliance, const Hearing& hearing, World& world);

}  // namespace hansa
