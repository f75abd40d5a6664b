#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "agents/facts.hpp"
#include "cli/run_options.hpp"
#include "scenarios/load.hpp"
#include "sim/record/result_set.hpp"

namespace hansa {

/// A scenario that is read, checked, joined with its tables and not too large to be run.
struct ReadyScenario {
  std::shared_ptr<const LoadedScenario> loaded;  // the facts point to it
  Facts facts;
  std::string text, sha256;  // resolved, as YAML, and its digest

  [[nodiscard]] const Scenario& scenario() const { return loaded->scenario; }
};

/// Throws ScenarioError with all that is wrong.
[[nodiscard]] ReadyScenario make_ready(const std::string& scenario, std::span<const std::string> settings);

/// The result of all realizations. Nothing if it was stopped, which it tells; `name` is what it calls the run.
[[nodiscard]] std::optional<ResultSet> run_ready(const ReadyScenario& ready, const std::string& name,
                                                 const RunOptions& options, const std::atomic<bool>& stop);

/// Writes result.h5 and scenario.yaml to a folder, under `prefix`, and returns their names and digests.
std::vector<std::pair<std::string, std::string>> add_result(const ReadyScenario& ready,
                                                            const ResultSet& result,
                                                            const std::string& prefix, OutputFolder& folder);

}  // namespace hansa
