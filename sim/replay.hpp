#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "agents/world.hpp"
#include "sim/negotiation/offered_text.hpp"

namespace hansa {

/// The world of a realization in the year of a conference, before its dial of gridlock acts: what play_conference starts
/// from.
[[nodiscard]] World before_conference(const Facts& facts, std::uint64_t seed, std::uint32_t realization,
                                      std::size_t conference);

/// Plays the rest of the year up to this conference, and the conference, in the world of before_conference: the texts put
/// to the decision, of which the last may be adopted. `facts`: those of that world, which give what the run gives, or
/// others with the same states, cities, networks and issues, under which it is played instead with the same draws.
[[nodiscard]] std::vector<OfferedText> play_conference(const Facts& facts, std::size_t conference,
                                                       World& world);

}  // namespace hansa
