#pragma once

#include <filesystem>
#include <vector>

#include "scenarios/parameters/issue_params.hpp"
#include "scenarios/tables/world_files.hpp"
#include "support/input/problem.hpp"

namespace hansa {

/// The issues of a table such as data/issues.csv, in the order of their first rows: columns issue, key, value,
/// source; a row sets one key of `preferences.ISSUE`, a key without a row keeps the default of a new issue.
/// Refuses unknown and repeated keys, values out of bounds, rows without a source, and issues without a
/// coefficient of their position. Empty where the table cannot be read; the reason is then among the problems.
[[nodiscard]] std::vector<IssueParams> read_issues(const std::filesystem::path& path, ProblemList& problems);

/// The issues that come with the program. Throws ScenarioError.
[[nodiscard]] std::vector<IssueParams> shipped_issues(const DataFolders& folders);

}  // namespace hansa
