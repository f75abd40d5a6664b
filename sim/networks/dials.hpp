#pragma once

#include <optional>

#include "agents/world.hpp"
#include "scenarios/parameters/network_params.hpp"

// What a scenario sets for single networks of the tables (agents/network_dials.hpp).

namespace hansa {

/// The factor on a network's part in a channel of lobbying; 1 for generated ones.
[[nodiscard]] double part_in(const World& world, std::size_t network, Channel channel);

/// The rung that a network holds at every conference; nullopt if forums decide.
[[nodiscard]] std::optional<Access> seat_of(const World& world, std::size_t network);

/// Gives networks the rungs that the scenario sets for them, in all forums.
void take_seats(World& world);

/// Ends networks that do not exist from this year on; their members leave, and nobody succeeds them.
void end_absent(World& world);

/// The number of known networks from before the first year that are gone by their dials. None takes their place.
[[nodiscard]] int n_places_kept(const World& world);

/// In each of `merge_domains`, from the end of `merge_from` on, the known network with the most members, at equal
/// numbers the first of the table, takes over all others that live. Its subjects stay its own.
void merge_domains(const NetworkParams& params, World& world);

}  // namespace hansa
