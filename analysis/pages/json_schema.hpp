#pragma once

#include <string>

namespace hansa {

/// The JSON Schema (draft-07) of a scenario file, for completion and checks in editors: keys, types, bounds and
/// choices. Checks across parameters are left to load_scenario.
[[nodiscard]] std::string scenario_schema();

}  // namespace hansa
