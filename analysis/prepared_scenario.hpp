#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "agents/facts.hpp"
#include "analysis/results/result_set.hpp"
#include "scenarios/load/load.hpp"
#include "sim/ensemble.hpp"
#include "support/files/output_folder.hpp"

namespace hansa {

/// A scenario that is read, checked, joined with its tables and small enough to run.
struct PreparedScenario {
  std::shared_ptr<const LoadedScenario> loaded;  // the facts point to it
  Facts facts;
  std::string text, sha256;  // resolved, as YAML, and its digest

  [[nodiscard]] const Scenario& scenario() const { return loaded->scenario; }
};

/// Prepares a scenario file, or one of the library by its name, with `settings` (`key.path=value`) on top of it.
/// Throws ScenarioError with every problem.
[[nodiscard]] PreparedScenario prepare(const std::string& scenario, std::span<const std::string> settings,
                                       const DataFolders& folders);

/// The number of values that the tables lack and the stated rules filled.
[[nodiscard]] int count_filled(const Facts& facts);

struct FinishedRun {
  std::size_t n_done = 0;           // realizations
  std::optional<ResultSet> result;  // nullopt: stopped before the last one
};

/// Runs all realizations on at most n_threads threads. Prints nothing: `watch` reports progress and may stop it.
[[nodiscard]] FinishedRun run(const PreparedScenario& prepared, std::size_t n_threads,
                              const Watch& watch = {});

/// A file that was written, and its SHA-256.
using FileDigest = std::pair<std::string, std::string>;

/// Writes result.h5 and scenario.yaml to a folder, under `prefix`.
std::vector<FileDigest> add_result(const ResultSet& result, const std::string& scenario_text,
                                   const std::string& prefix, OutputFolder& folder);

}  // namespace hansa
