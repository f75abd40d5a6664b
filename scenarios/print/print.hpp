#pragma once

#include <string>

#include "scenarios/parameters/scenario.hpp"

namespace hansa {

/// The whole scenario as YAML: every parameter, in the order of the registry, whether it was given or not.
/// Read back it gives an equal scenario and this same text, so its checksum names the scenario on any
/// machine.
std::string print_scenario(Scenario scenario);

}  // namespace hansa
