#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "scenarios/problem.hpp"
#include "scenarios/scenario.hpp"
#include "scenarios/world_files.hpp"

namespace hansa {

/// A scenario that has passed every check.
struct LoadedScenario {
  Scenario scenario;  // paths in it stand as they were written, so that its text is the same on every machine
  WorldFiles files;   // what these paths lead to here
  std::string source;  // the path of the file that was read
};

/// Reads a scenario: any path, or the bare name of one in the library; then lays `settings` over it, each a
/// `key.path=value` as behind `--set`, the last one winning. Throws ScenarioError with all that is wrong.
[[nodiscard]] LoadedScenario load_scenario(const std::filesystem::path& file,
                                           std::span<const std::string> settings, const DataFolders& folders);

}  // namespace hansa
