#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "scenarios/load/issue_table.hpp"
#include "tests/places.hpp"

namespace hansa::test {

/// An issue of scenarios/data/issues.csv, which must be there.
inline IssueParams shipped_issue(std::string_view name) {
  static const std::vector<IssueParams> issues =
      shipped_issues({.data = {source_dir() / "scenarios/data"}, .library = {}});
  return *std::find_if(issues.begin(), issues.end(), [&](const auto& issue) { return issue.name == name; });
}

}  // namespace hansa::test
