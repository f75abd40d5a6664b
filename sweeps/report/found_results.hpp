#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "scenarios/tables/world_files.hpp"
#include "support/text/text.hpp"

namespace hansa {

/// A folder of results.
struct FoundResult {
  std::filesystem::path folder;
  std::string kind;     // run, comparison, explanation, sweep
  std::string made;     // 2026-11-22T18:29:00Z, or empty
  std::string command;  // that made it, or empty
  std::string state;    // complete, or what is missing
  bool is_complete = true;
  std::uintmax_t n_bytes = 0;
};

/// The folders of results below a folder, the newest first. None is opened further than its run.json or sweep.yaml.
[[nodiscard]] std::vector<FoundResult> find_results(const std::filesystem::path& folder,
                                                    const DataFolders& data);

/// One line for each.
[[nodiscard]] Text results_text(const std::vector<FoundResult>& results);

}  // namespace hansa
