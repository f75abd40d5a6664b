#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/prepared_scenario.hpp"

namespace hansa {

/// Which scenarios to compare; one of `other`, `without`, `merge`, `with` and `attribute` is given.
struct ComparisonRequest {
  std::string scenario;
  std::vector<std::string> settings;     // applied to every arm
  std::optional<std::string> other;      // another scenario
  std::optional<std::string> without;    // see absences()
  std::optional<std::string> merge;      // see arm_merging()
  std::vector<std::string> with;         // settings of the other arm only
  std::optional<std::string> attribute;  // "channels": one arm without each channel, and one without all
};

/// One arm of a comparison.
struct PreparedArm {
  std::string name;
  std::vector<std::string> settings;  // by which it differs from the scenario
  std::string folder;                 // within the folder of the comparison
  PreparedScenario prepared;

  [[nodiscard]] const Scenario& scenario() const { return prepared.scenario(); }
};

/// Prepares the arms: the scenario itself first, then the other or others. Throws ScenarioError with every problem.
[[nodiscard]] std::vector<PreparedArm> prepare_arms(const ComparisonRequest& request,
                                                    const DataFolders& folders);

/// Returns a warning for each mismatch of two scenarios: different last years, conferences that only one has,
/// conferences in different years.
[[nodiscard]] std::vector<std::string> mismatches(const Scenario& full, const Scenario& other);

}  // namespace hansa
