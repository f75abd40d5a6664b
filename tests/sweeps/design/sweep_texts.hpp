#pragma once

#include "sweeps/design/load_sweep.hpp"
#include "tests/scenarios/load/test_folders.hpp"

namespace hansa::test {

/// The error messages for a sweep of this text, in a file called s.yaml beside a scenario b.yaml; empty if
/// valid.
inline std::string sweep_problems_in(std::string_view text, std::string_view scenario = "name: b\n") {
  const ScratchFolder folder;
  put(folder / "s.yaml", text);
  put(folder / "b.yaml", scenario);
  try {
    const Sweep sweep = load_sweep(folder / "s.yaml", folders());
    check_points(sweep, read_tables(sweep.reference.files));
  } catch (const ScenarioError& error) {
    std::string found;
    for (Problem problem : error.problems()) {
      problem.file = std::filesystem::path(problem.file).filename().string();
      found += (found.empty() ? "" : "\n") + to_text(problem);
    }
    return found;
  }
  return "";
}

/// The sweep of this text, whose scenario is `two-conferences` if it names no other.
inline Sweep sweep_of(std::string text) {
  const ScratchFolder folder;
  if (text.find("scenario:") == std::string::npos) text += "scenario: two-conferences\n";
  put(folder / "s.yaml", "name: s\n" + text);
  return load_sweep(folder / "s.yaml", folders());
}

/// A design point as `gridlock.level=0.3 networks.initial=5`.
inline std::string point_of(const Sweep& sweep, std::size_t point) {
  std::string text;
  for (std::size_t j = 0; j < sweep.parameters.size(); ++j)
    text += (j == 0 ? "" : " ") + sweep.parameters[j].path + "=" + text_at(sweep, point, j);
  return text;
}

}  // namespace hansa::test
