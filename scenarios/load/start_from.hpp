#pragma once

#include <filesystem>

#include "scenarios/load/assign.hpp"
#include "scenarios/parameters/scenario.hpp"
#include "scenarios/tables/world_files.hpp"
#include "support/input/problem.hpp"
#include "support/input/yaml_tree.hpp"

namespace hansa {

/// Replaces `start_from: SCENARIO@YEAR` by that year and the complete tree of the scenario: a file below the folder of the
/// file that names it, a folder with the scenario.yaml of a run, or a name in the library; where the command line gives it
/// (`settings_file`), any path. The tree takes over what belongs to the start: seed, realizations, first year, tables,
/// issues, and the conferences up to that year. A tree without the key, or with one that is replaced, stays as it is.
/// `path`: of the scenario's file.
void find_start(Node& tree, const std::filesystem::path& path, int settings_file, const DataFolders& folders,
                ProblemList& problems);

/// The start of a scenario from the node that find_start leaves.
[[nodiscard]] StartFrom read_start(const Node& start, const std::vector<IssueParams>& known_issues,
                                   Given& given, ProblemList& problems);

/// Checks that a scenario can go on from its start: the same world, later years, and nothing of its own before.
void check_start(const Scenario& scenario, const Given& given, ProblemList& problems);

}  // namespace hansa
