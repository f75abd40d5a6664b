#pragma once

#include <string>

#include "scenarios/parameters/scenario.hpp"

namespace hansa {

/// The complete scenario as YAML: every parameter in the order of declaration, given or not. Reading it back
/// yields an equal scenario and the same text, so its checksum identifies the scenario on any machine.
std::string print_scenario(Scenario scenario);

}  // namespace hansa
