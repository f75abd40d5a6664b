#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/ready_scenario.hpp"
#include "cli/run_options.hpp"

namespace hansa {

/// What `hansa compare` is told beside the options of a run; one of the four is given.
struct CompareOptions : RunOptions {
  std::optional<std::string> other, without, attribute;
  std::vector<std::string> with;
};

/// One arm of a comparison, ready to run.
struct ReadyArm {
  std::string name;
  std::vector<std::string> settings;  // that make it from the scenario
  std::string folder;                 // below that of the comparison
  ReadyScenario ready;
};

/// The arms that are asked for: the scenario as it is first, then the other or others. Throws ScenarioError
/// with all that is wrong.
[[nodiscard]] std::vector<ReadyArm> ready_arms(const CompareOptions& options);

}  // namespace hansa
