#pragma once

#include <vector>

#include "agents/world.hpp"

namespace hansa {

/// The first n cities in a network's race: every city has a clock that rings after
///
///     -ln(U) / (joining of the city * joining of its state in the network's first year * pull of the base on the state),
///
/// and joins when it rings. U is a draw of the pair of network and city, the same at every call, so that another rate
/// of one city moves no other's clock. Ascending in time; fewer than n if fewer cities have a rate above 0.
[[nodiscard]] std::vector<CityId> first_in_race(const World& world, std::size_t network, std::size_t n);

}  // namespace hansa
