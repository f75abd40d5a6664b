#pragma once

#include <string>

namespace hansa {

/// The JSON Schema (draft-07) of a scenario file, for editors that complete and check while one types. It
/// knows keys, types, bounds and words; what only the whole scenario shows is left to load_scenario.
std::string scenario_schema();

}  // namespace hansa
