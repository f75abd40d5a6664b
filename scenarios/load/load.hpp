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
  Scenario scenario;  // with paths as written, so that its text is the same on every machine
  WorldFiles files;   // the files that these paths lead to here
  std::vector<IssueParams> known_issues;  // of the table of issues, whether the scenario has them or not
  std::string source;                     // path of the file that was read
  Given given;                            // the places of its values, in the files of `files_read`
  ProblemList files_read;
};

/// A scenario before its values are read: the tree of its file, merged over those of the files that it
/// extends.
struct ScenarioTree {
  Node tree;
  std::filesystem::path path;  // of the file
};

/// The path of a file given on a command line: any path, or the bare name of a library scenario. Throws
/// ScenarioError.
[[nodiscard]] std::filesystem::path find_input(const std::filesystem::path& file, const DataFolders& folders,
                                               ProblemList& problems);

/// Whether a map is a sweep rather than a scenario: it has the key `design` or `scenario`.
[[nodiscard]] bool is_sweep(const Node& map);

/// The same for a file or a bare library name. False if it cannot be read.
[[nodiscard]] bool is_sweep(const std::filesystem::path& file, const DataFolders& folders);

/// What a list of files says of a scenario or a sweep.
struct FileTitle {
  std::string title;
  bool is_sweep = false;
};

/// Reads the title of a file or a bare library name, and nothing else of it: its other keys may be wrong. A scenario
/// without a title has that of the one it extends. Throws ScenarioError if the file cannot be read as a map.
[[nodiscard]] FileTitle read_title(const std::filesystem::path& file, const DataFolders& folders);

/// Reads the tree of a scenario; nullopt, and problems, if it cannot be read.
[[nodiscard]] std::optional<ScenarioTree> read_scenario_tree(const std::filesystem::path& file,
                                                             const DataFolders& folders,
                                                             ProblemList& problems);

/// The scenario of a tree, with every check except those of its tables of facts. `known_issues` are those of
/// its table of issues, which are the defaults of `preferences`.
[[nodiscard]] Scenario read_scenario(const Node& tree, const std::vector<IssueParams>& known_issues,
                                     Given& given, ProblemList& problems);

/// The same with its tables located. `settings_file` is the file number of settings outside any file, such as
/// `--set`.
[[nodiscard]] LoadedScenario resolve_scenario(const ScenarioTree& tree, int settings_file,
                                              const DataFolders& folders, ProblemList& problems);

/// Loads a scenario from a path or a bare library name, then applies `settings`, each a `key.path=value` as
/// for `--set`; the last one wins. Throws ScenarioError with every problem.
[[nodiscard]] LoadedScenario load_scenario(const std::filesystem::path& file,
                                           std::span<const std::string> settings, const DataFolders& folders);

}  // namespace hansa
