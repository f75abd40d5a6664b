#pragma once

#include <functional>

#include "agents/world.hpp"

namespace hansa {

/// The world without the members of network k, all else as it is: attention, messages and positions remain.
[[nodiscard]] World without_network(const World& world, std::size_t k);

/// Calls visit(row, less) for every network of the tables that has members: its row there, and the world without it as
/// without_network gives it. The visitor may measure the voice of that world and let its networks deliberate.
/// Time: that of one copy of the world and, for each network, of its members' lists.
void for_each_left_out(const World& world, const std::function<void(std::size_t row, World& less)>& visit);

}  // namespace hansa
