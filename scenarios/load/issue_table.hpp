#pragma once

#include <filesystem>
#include <vector>

#include "scenarios/parameters/issue_params.hpp"
#include "scenarios/tables/world_files.hpp"
#include "support/input/problem.hpp"

namespace hansa {

/// The issues of a table such as data/issues.csv, in the order of their first rows: columns issue, key,
/// value, source; a row sets one key of `preferences.ISSUE`, and a key without a row keeps the default of a
/// new issue. Reports unknown and repeated keys, values out of bounds, rows without a source, and issues
/// without any coefficient of their position. Empty, with a problem, if the table cannot be read.
[[nodiscard]] std::vector<IssueParams> read_issues(const std::filesystem::path& path, ProblemList& problems);

/// The issues shipped with the program. Throws ScenarioError.
[[nodiscard]] std::vector<IssueParams> shipped_issues(const DataFolders& folders);

}  // namespace hansa
