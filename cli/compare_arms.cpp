#include "cli/compare_arms.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "scenarios/arm.hpp"
#include "scenarios/problem.hpp"
#include "scenarios/suggest.hpp"
#include "scenarios/vocabulary.hpp"

namespace hansa {
namespace {

[[noreturn]] void refuse(std::string file, std::string key, std::string message) {
  throw ScenarioError(
      {Problem{.file = std::move(file), .key = std::move(key), .message = std::move(message)}});
}

/// The name of an arm, fit for a folder.
std::string folder_of(const std::string& name) {
  constexpr std::size_t longest = 60;
  std::string folder;
  for (const char c : name.substr(0, longest)) {
    const bool fits = std::isalnum(static_cast<unsigned char>(c)) != 0 ||
                      std::string_view("._=").find(c) != std::string_view::npos;
    if (fits)
      folder += c;
    else if (!folder.empty() && folder.back() != '-')
      folder += '-';
  }
  while (folder.ends_with('-')) folder.pop_back();
  return folder;
}

/// An arm made from the scenario by settings, which `option` gave.
ReadyArm make_arm(const Arm& arm, const std::string& option, const CompareOptions& options) {
  std::vector<std::string> settings = settings_of(options);
  settings.insert(settings.end(), arm.settings.begin(), arm.settings.end());
  try {
    return {arm.name, arm.settings, folder_of(arm.name), make_ready(options.scenario, settings)};
  } catch (const ScenarioError& error) {  // the scenario itself has been read without one
    std::vector<Problem> problems = error.problems();
    for (Problem& problem : problems) {
      if (problem.file == "--set") problem.file = option;
    }
    throw ScenarioError(problems);
  }
}

Arm arm_with(const std::vector<std::string>& settings) {
  return {fmt::format("with {}", fmt::join(settings, " ")), settings};
}

/// Another scenario with the seed and the realizations of the first.
ReadyArm other_scenario(const ReadyScenario& full, const CompareOptions& options) {
  std::vector<std::string> settings = options.settings;
  settings.push_back(fmt::format("realizations={}", full.scenario().realizations));
  settings.push_back(fmt::format("seed={}", full.scenario().seed));
  ReadyScenario ready = make_ready(*options.other, settings);
  const std::string name = ready.scenario().name == "full" ? "other" : ready.scenario().name;
  return {name, {}, folder_of(name), std::move(ready)};
}

void check_pair(const ReadyScenario& full, const ReadyScenario& other, const std::string& source) {
  const Scenario &one = full.scenario(), &two = other.scenario();
  if (one.seed != two.seed)
    refuse(source, "seed", "is the same in all arms, so that realizations are pairs; --seed sets it");
  if (one.realizations != two.realizations)
    refuse(source, "realizations", "is the same in all arms; --realizations sets it");
  if (std::max(one.years.from, two.years.from) > std::min(one.years.to, two.years.to))
    refuse(source, "years", fmt::format("none in common with {}", one.name));
  if (one.conferences.empty() && two.conferences.empty()) return;
  const bool any = std::any_of(one.conferences.begin(), one.conferences.end(), [&](const auto& conference) {
    return std::any_of(two.conferences.begin(), two.conferences.end(),
                       [&](const auto& twin) { return twin.name == conference.name; });
  });
  if (!any) refuse(source, "conferences", fmt::format("none has the name of one of {}", one.name));
}

}  // namespace

std::vector<ReadyArm> ready_arms(const CompareOptions& options) {
  std::vector<ReadyArm> arms;
  if (options.attribute && *options.attribute != "channels") {
    const std::string_view known[] = {"channels"};
    refuse("--attribute", *options.attribute,
           "nothing of this name can be attributed" + suggest(*options.attribute, known));
  }
  arms.push_back({"full", {}, "full", make_ready(options.scenario, settings_of(options))});
  if (options.attribute && arms.front().ready.scenario().conferences.empty())
    refuse(options.scenario, "conferences", "there is none to attribute anything at");
  if (options.without) arms.push_back(make_arm(arm_without(*options.without), "--without", options));
  if (!options.with.empty()) arms.push_back(make_arm(arm_with(options.with), "--with", options));
  if (options.other) arms.push_back(other_scenario(arms.front().ready, options));
  if (options.attribute) {
    for (const std::string_view channel : channel_names)
      arms.push_back(make_arm(arm_without(channel), "--attribute", options));
    arms.push_back(make_arm(arm_without("lobbying"), "--attribute", options));
  }
  const std::string source = options.other.value_or("--with");
  for (const ReadyArm& arm : arms) check_pair(arms.front().ready, arm.ready, source);
  return arms;
}

}  // namespace hansa
