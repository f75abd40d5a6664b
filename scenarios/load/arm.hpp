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

/// What an arm can leave out: lobbying, networks, cities, each channel of lobbying, and network:NAME, one network.
[[nodiscard]] std::vector<std::string_view> absences();

/// The arm without one of these. Throws ScenarioError for an unknown word, suggesting the nearest known one.
/// Whether there is such a network shows with the tables.
[[nodiscard]] Arm arm_without(std::string_view what);

/// Whether arm_without() knows this word.
[[nodiscard]] bool can_leave_out(std::string_view what);

/// The arm in which networks, their ids separated by commas, are one: the last takes over the others. Throws
/// ScenarioError for less than two.
[[nodiscard]] Arm arm_merging(std::string_view networks);

}  // namespace hansa
