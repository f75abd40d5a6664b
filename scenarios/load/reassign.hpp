#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "scenarios/load/load.hpp"

namespace hansa {

/// A value for a parameter.
struct Reassigned {
  std::string_view path;  // gridlock.level
  const Node* value;
};

/// The scenario with other values for some of its parameters, the later one winning: what reading its tree with these
/// values gives, in a fraction of the time. nullopt if only reading can tell: for names and files, on which other parts
/// of a scenario depend, for networks where single ones are changed, for paths that the scenario does not have, and for whatever is invalid.
[[nodiscard]] std::optional<Scenario> reassign(const LoadedScenario& loaded,
                                               std::span<const Reassigned> values);

}  // namespace hansa
