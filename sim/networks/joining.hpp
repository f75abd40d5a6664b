#pragma once

#include "agents/world.hpp"
#include "scenarios/parameters/network_params.hpp"

namespace hansa {

/// Networks invite cities, which accept by a logit and consider at most `offers` invitations a year [C5, N7].
///
///     invited(birth) = invitations * communicate * e^(sd * normal);   later: growth * members + 1
///     P(accept) = logistic(intercept + soft_power * S/(1+S) + similarity * communicate * (1 - mean |z - M|)
///                          - memberships * attention_cost * memberships held)
///
/// Networks take turns in random order. The cities invited are drawn by capacity * resources * home rule. Known
/// members join in their year or, if only an observation is known, after a lag from the founding that is
/// exponential of mean `join_lag` and cut at the observation:
///
///     P(joined by year y) = (1 - e^(-(y - founded + 1) / join_lag)) / (1 - e^(-(observed - founded + 1) / join_lag))
///
/// A network all of whose members are in the tables invites no others.
void invite(const NetworkParams& params, World& world);

/// Members leave at a constant rate; known members stay.
void leave_networks(const NetworkParams& params, World& world);

/// Makes a city a member; returns false if it was one already.
bool join(World& world, CityId city, NetworkId network);

/// Ends a membership.
void leave(World& world, CityId city, NetworkId network);

}  // namespace hansa
