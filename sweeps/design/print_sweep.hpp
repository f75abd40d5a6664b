#pragma once

#include <span>
#include <string>
#include <utility>

#include "sweeps/design/sweep.hpp"

namespace hansa {

/// The resolved sweep as YAML, with every parameter of its scenario: all that its results depend on. Loading
/// this text gives an equal sweep, which prints as the same text, so that its checksum identifies the sweep.
/// `made_with`: the program's version and the digests of the tables.
[[nodiscard]] std::string print_sweep(const Sweep& sweep,
                                      std::span<const std::pair<std::string, std::string>> made_with);

}  // namespace hansa
