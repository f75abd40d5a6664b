#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "scenarios/load/load.hpp"
#include "support/input/problem.hpp"
#include "tests/places.hpp"
#include "tests/support/files/scratch_folder.hpp"

namespace hansa::test {

inline const std::filesystem::path source = source_dir();

/// The shipped tables, and the small library of these tests.
inline DataFolders folders() { return {{source / "scenarios/data"}, {source / "tests/scenarios/library"}}; }

/// The problems of a scenario, one `PLACE: KEY: message` per line without the folder of its file; empty if it
/// is accepted.
inline std::string problems_of(const std::filesystem::path& file,
                               const std::vector<std::string>& settings = {}) {
  try {
    static_cast<void>(load_scenario(file, settings, folders()));
  } catch (const ScenarioError& error) {
    std::string text;
    for (Problem problem : error.problems()) {
      problem.file = std::filesystem::path(problem.file).filename().string();
      text += (text.empty() ? "" : "\n") + to_text(problem);
    }
    return text;
  }
  return "";
}

/// The same for a scenario with this text, in a file called a.yaml.
inline std::string problems_in(std::string_view text, const std::vector<std::string>& settings = {}) {
  const ScratchFolder folder;
  put(folder / "a.yaml", text);
  return problems_of(folder / "a.yaml", settings);
}

/// The scenario with this text.
inline Scenario scenario_of(std::string_view text, const std::vector<std::string>& settings = {}) {
  const ScratchFolder folder;
  put(folder / "a.yaml", text);
  return load_scenario(folder / "a.yaml", settings, folders()).scenario;
}

}  // namespace hansa::test
