#pragma once

#include "agents/world.hpp"
#include "scenarios/parameters/network_params.hpp"

namespace hansa {

/// Known members join in their year or, if only an observation is known, after a lag from the founding that is
/// exponential of mean `join_lag` and cut at the observation:
///
///     P(joined by year y) = (1 - e^(-(y - founded + 1) / join_lag)) / (1 - e^(-(observed - founded + 1) / join_lag))
///
/// A network all of whose members are in the tables has no others. Any other has min(size, max(founders, size * grown))
/// members, rounded, where `grown` is that probability, with the year of its own count for the observation, or without
/// the cut if there is no count. The next in line joins, also in place of one that left (first_in_race).
void join_networks(const NetworkParams& params, World& world);

/// Members leave at a constant rate; known members stay.
void leave_networks(const NetworkParams& params, World& world);

/// Makes a city a member; returns false if it was one already.
bool join(World& world, CityId city, NetworkId network);

/// Ends a membership.
void leave(World& world, CityId city, NetworkId network);

}  // namespace hansa
