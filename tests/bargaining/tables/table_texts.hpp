#pragma once

#include <functional>
#include <string>

#include "bargaining/tables/bargain_table.hpp"
#include "tests/support/files/scratch_folder.hpp"

namespace hansa::test {

/// The table in a file with this text.
inline BargainTable read_table(const std::string& text) {
  const ScratchFolder folder;
  put(folder / "t.csv", text);
  return read_bargain_table(folder / "t.csv");
}

/// The problems for which a table is refused, in a file called t, joined by bars; empty if it is read.
inline std::string refusal_of(const std::function<void()>& read) {
  std::string joined;
  try {
    read();
  } catch (const ScenarioError& error) {
    for (Problem problem : error.problems()) {
      problem.file = "t";
      joined += (joined.empty() ? "" : "|") + to_text(problem);
    }
  }
  return joined;
}
inline std::string problems_with(const std::string& text) {
  return refusal_of([&] { static_cast<void>(read_table(text)); });
}

/// What was assumed in reading a table, joined by bars.
inline std::string assumed_in(const std::string& text) {
  std::string joined;
  for (const std::string& one : read_table(text).assumptions) joined += (joined.empty() ? "" : "|") + one;
  return joined;
}

}  // namespace hansa::test
