#pragma once

#include <string>
#include <vector>

#include "scenarios/load/load.hpp"
#include "support/text/text.hpp"

namespace hansa {

/// A parameter with different values in two scenarios.
struct ParameterDifference {
  std::string path, one, other, unit;  // one, other: empty where the scenario has no such parameter
};

/// Every parameter that differs, defaults included, in the order of declaration; then those that one scenario lacks, an
/// absent conference as one difference; then the tables of facts whose contents differ, with the begin of each file's
/// SHA-256. Conferences are matched by name.
[[nodiscard]] std::vector<ParameterDifference> find_differences(const LoadedScenario& one,
                                                                const LoadedScenario& other);

/// These as a table under the names that the user gave, or one line if there are none.
[[nodiscard]] Text differences_text(const std::vector<ParameterDifference>& differences,
                                    const std::string& one, const std::string& other);

}  // namespace hansa
