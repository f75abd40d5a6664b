#pragma once

#include <span>
#include <string>
#include <utility>

#include "sweeps/design/sweep.hpp"

namespace hansa {

/// The whole sweep as YAML, its scenario with every parameter included: all that its results depend on. Read
/// back it gives an equal sweep and this same text, so that its checksum names the sweep. `made_with` are
/// facts from outside: the program's version, the digests of the tables.
[[nodiscard]] std::string print_sweep(const Sweep& sweep,
                                      std::span<const std::pair<std::string, std::string>> made_with);

}  // namespace hansa
