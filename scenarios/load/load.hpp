#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "scenarios/load/assign.hpp"
#include "scenarios/parameters/scenario.hpp"
#include "scenarios/tables/world_files.hpp"
#include "support/input/problem.hpp"
#include "support/input/yaml_tree.hpp"

namespace hansa {

/// A scenario that has passed every check.
struct LoadedScenario {
  Scenario scenario;  // paths in it stand as they were written, so that its text is the same on every machine
  WorldFiles files;   // what these paths lead to here
  std::vector<IssueParams> known_issues;  // of the table of issues, whether the scenario has them or not
  std::string source;                     // the path of the file that was read
  Given given;                            // where its values stand, in the files that `files_read` knows
  ProblemList files_read;
};

/// A scenario before its values are read: the tree of its file, laid over those of the files that it extends.
struct ScenarioTree {
  Node tree;
  std::filesystem::path path;  // of the file
};

/// The path of a file that a command line names: any path, or a bare name from the library. Throws ScenarioError.
[[nodiscard]] std::filesystem::path find_input(const std::filesystem::path& file, const DataFolders& folders,
                                               ProblemList& problems);

/// Whether a file's map is that of a sweep rather than of a scenario: by its keys `design` and `scenario`.
[[nodiscard]] bool is_sweep(const Node& map);

/// The same for a file, or what a bare name means. False where it cannot be read.
[[nodiscard]] bool is_sweep(const std::filesystem::path& file, const DataFolders& folders);

/// Reads that tree; nothing, and problems, where there is none.
[[nodiscard]] std::optional<ScenarioTree> read_scenario_tree(const std::filesystem::path& file,
                                                             const DataFolders& folders,
                                                             ProblemList& problems);

/// The scenario that a tree tells, with every check but those of its tables of facts. `known_issues` are those of its
/// table of issues, and the defaults of `preferences`.
[[nodiscard]] Scenario read_scenario(const Node& tree, const std::vector<IssueParams>& known_issues,
                                     Given& given, ProblemList& problems);

/// The same with its tables found. `settings_file` is the number of what stands in no file, such as `--set`.
[[nodiscard]] LoadedScenario resolve_scenario(const ScenarioTree& tree, int settings_file,
                                              const DataFolders& folders, ProblemList& problems);

/// Reads a scenario: any path, or the bare name of one in the library; then lays `settings` over it, each a
/// `key.path=value` as behind `--set`, the last one winning. Throws ScenarioError with all that is wrong.
[[nodiscard]] LoadedScenario load_scenario(const std::filesystem::path& file,
                                           std::span<const std::string> settings, const DataFolders& folders);

}  // namespace hansa
