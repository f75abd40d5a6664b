#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/comparison/overlap.hpp"
#include "analysis/prepared_scenario.hpp"

namespace hansa {

/// Which scenarios to compare; one of `other`, `without`, `merge`, `with` and `attribute` is given.
struct ComparisonRequest {
  std::string scenario;
  std::vector<std::string> settings;   // applied to every arm
  std::optional<std::string> other;    // another scenario
  std::optional<std::string> without;  // see absences()
  std::optional<std::string> merge;    // see arm_merging()
  std::vector<std::string> with;       // settings of the other arm only
  std::optional<std::string>
      attribute;      // "channels": one arm without each, without the functions, and without all
  bool split = true;  // `without` lobbying: by channels and functions
};

/// One arm of a comparison.
struct PreparedArm {
  std::string name;
  std::vector<std::string> settings;  // by which it differs from the scenario
  std::string folder;                 // within the folder of the comparison
  PreparedScenario prepared;
  std::string part = {};  // of lobbying, which this arm alone leaves out: a channel, "channels", "functions"
  Overlap overlap = {};   // of the first arm and this one, before both were cut to the same last year

  [[nodiscard]] const Scenario& scenario() const { return prepared.scenario(); }
};

/// Prepares the arms: the scenario itself first, then the other, then those without a part of what the other leaves out;
/// to attribute, those without a part, then the one without all. Arms that end in different years are played to the
/// earlier one. Throws ScenarioError with every problem.
///
/// The functions of a split are what networks do at conferences beside the channels as far as lobbying is strong:
/// networks.functions.negotiate, inform, prevent_conflict. Without them and the channels states decide as without
/// lobbying.
[[nodiscard]] std::vector<PreparedArm> prepare_arms(const ComparisonRequest& request,
                                                    const DataFolders& folders);

}  // namespace hansa
