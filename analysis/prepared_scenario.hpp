#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "agents/facts.hpp"
#include "analysis/results/result_set.hpp"
#include "analysis/size_estimate.hpp"
#include "scenarios/load/load.hpp"
#include "sim/run.hpp"

namespace hansa {

/// A scenario that was read, checked, combined with its tables and found small enough to run.
struct PreparedScenario {
  std::shared_ptr<const LoadedScenario> loaded;  // facts points into it
  Facts facts;
  std::string text, sha256;        // resolved, as YAML, and its digest
  std::vector<std::string> notes;  // on what of its tables is ignored

  [[nodiscard]] const Scenario& scenario() const { return loaded->scenario; }
};

/// Prepares a scenario, given by file or by name in the library, with `settings` (`key.path=value`) applied.
/// Throws ScenarioError with every problem.
[[nodiscard]] PreparedScenario prepare(const std::string& scenario, std::span<const std::string> settings,
                                       const DataFolders& folders);

/// Prepares a scenario from its complete text, as a result keeps it. Problems name `shown_as`, beside which its own
/// tables are searched before the shipped ones. Throws ScenarioError with every problem.
[[nodiscard]] PreparedScenario prepare_text(const std::string& text, const std::filesystem::path& shown_as,
                                            const DataFolders& folders);

/// The same scenario with an earlier last year: without the conferences after it, and withdrawals from their treaties.
/// Whatever happens up to then is the same.
[[nodiscard]] PreparedScenario cut_to(const PreparedScenario& prepared, int last_year);

/// The number of missing table values that were filled by rule.
[[nodiscard]] int count_filled(const Facts& facts);

struct FinishedRun {
  std::size_t n_done = 0;           // realizations
  std::optional<ResultSet> result;  // nullopt: stopped early
};

/// Runs all realizations on at most n_threads threads. Prints nothing; `watch` reports progress and can stop the run.
/// `detail`: Networks adds what single networks and cities did, and takes several times as long. Throws ScenarioError
/// if the memory that takes is not there.
[[nodiscard]] FinishedRun run(const PreparedScenario& prepared, std::size_t n_threads,
                              const Watch& watch = {}, Detail detail = Detail::Usual);

}  // namespace hansa
