#pragma once

#include <optional>
#include <vector>

#include "agents/world.hpp"
#include "sim/negotiation/offered_text.hpp"

namespace hansa {

/// The highest level of an issue at which a state loses nothing from a text over no agreement, the other issues as in the
/// text, by whichever of its veto players at the table loses first; 1 if it would take the most ambitious level.
/// nullopt: no level of this issue alone would do.
using Ceiling = std::optional<double>;

/// The ceilings of a state, by issue of the agenda. `judged`: the text, in lifts over the status quo.
[[nodiscard]] std::vector<Ceiling> ceilings_of(std::size_t state, const OfferedText& offered,
                                               const std::vector<double>& judged, const World& world);

/// The levels at which constant + linear u + square u^2, with square at most 0, is at least 0; nullopt: nowhere. Where it
/// is everywhere the bounds are infinite.
struct Levels {
  double from, to;
};
[[nodiscard]] std::optional<Levels> without_loss(double constant, double linear, double square);

/// The text that a state judged at the end of a negotiation, in lifts: one that fails is moved towards its objectors once
/// more, though nobody judges it then.
[[nodiscard]] const std::vector<double>& judged_text(const OfferedText& offered);

}  // namespace hansa
