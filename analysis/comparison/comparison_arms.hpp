#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/prepared_scenario.hpp"

namespace hansa {

/// Which scenarios to compare; one of `other`, `without`, `with` and `attribute` is given.
struct ComparisonRequest {
  std::string scenario;
  std::vector<std::string> settings;     // of every arm
  std::optional<std::string> other;      // another scenario
  std::optional<std::string> without;    // see absences()
  std::vector<std::string> with;         // settings of the other arm alone
  std::optional<std::string> attribute;  // "channels": an arm without each channel, and one without all
};

/// One arm of a comparison.
struct PreparedArm {
  std::string name;
  std::vector<std::string> settings;  // that make it from the scenario
  std::string folder;                 // below that of the comparison
  PreparedScenario prepared;

  [[nodiscard]] const Scenario& scenario() const { return prepared.scenario(); }
};

/// The arms: the scenario itself first, then the other or others. Throws ScenarioError with every problem.
[[nodiscard]] std::vector<PreparedArm> prepare_arms(const ComparisonRequest& request,
                                                    const DataFolders& folders);

/// A message for each way in which two scenarios do not match: last year, conferences that only one has or that
/// differ in year.
[[nodiscard]] std::vector<std::string> mismatches(const Scenario& full, const Scenario& other);

}  // namespace hansa
