#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hansa {

/// One arm of a comparison or a sweep: a name and the settings that derive it from the scenario.
struct Arm {
  std::string name;                   // "full", "without-lobbying", "with gridlock.level=0.3"
  std::vector<std::string> settings;  // each a `key.path=value`, as for `--set`
};

/// What an arm can leave out: lobbying, networks, cities, and each channel of lobbying.
[[nodiscard]] std::vector<std::string_view> absences();

/// The arm without one of these. Throws ScenarioError for an unknown word, suggesting the nearest known one.
[[nodiscard]] Arm arm_without(std::string_view what);

}  // namespace hansa
