#pragma once

#include <optional>
#include <vector>

#include "agents/world.hpp"

namespace hansa {

/// The living network that stands for a slot: itself, or the last of those that took it over; nullopt if the last
/// has ended.
[[nodiscard]] std::optional<std::size_t> standing_for(const World& world, std::size_t network);

/// A network takes over another: its members, soft power, access and place in the coordinating body.
void take_over(World& world, std::size_t into, std::size_t from);

/// Known networks that have merged by this year, according to the tables, go over to their successor, or to who
/// stands for it by now. A network whose successor has not been founded goes on until it has.
void hand_over(World& world);

/// The known networks whose members belong to one network: its own, and those that it took over.
using Rolls = std::vector<const KnownNetwork*>;

/// (network) Rolls of the living; none for the others.
[[nodiscard]] std::vector<Rolls> rolls_by_network(const World& world);

/// Those of some cities, ascending, that none of these rolls lists, whatever the year.
[[nodiscard]] std::vector<CityId> off_rolls(const Rolls& rolls, std::vector<CityId> cities);

}  // namespace hansa
