#include "analysis/comparison/comparison_arms.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "scenarios/load/arm.hpp"
#include "scenarios/parameters/vocabulary.hpp"
#include "support/input/problem.hpp"
#include "support/input/suggest.hpp"

namespace hansa {
namespace {

[[noreturn]] void refuse(std::string file, std::string key, std::string message) {
  throw ScenarioError(
      {Problem{.file = std::move(file), .key = std::move(key), .message = std::move(message)}});
}

/// The name of an arm as a folder name.
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

/// Prepares the scenario with the settings of an arm. Problems with these name their source, such as "--with".
PreparedArm make_arm(const Arm& arm, const std::string& source, const ComparisonRequest& request,
                     const DataFolders& folders) {
  std::vector<std::string> settings = request.settings;
  settings.insert(settings.end(), arm.settings.begin(), arm.settings.end());
  try {
    return {arm.name, arm.settings, folder_of(arm.name), prepare(request.scenario, settings, folders)};
  } catch (const ScenarioError& error) {  // the scenario itself is valid
    std::vector<Problem> problems = error.problems();
    for (Problem& problem : problems) {
      if (problem.file == "--set") problem.file = source;
    }
    throw ScenarioError(problems);
  }
}

Arm arm_with(const std::vector<std::string>& settings) {
  return {fmt::format("with {}", fmt::join(settings, " ")), settings};
}

/// Another scenario with the seed and the realizations of the first.
PreparedArm other_scenario(const PreparedScenario& full, const ComparisonRequest& request,
                           const DataFolders& folders) {
  std::vector<std::string> settings = request.settings;
  settings.push_back(fmt::format("realizations={}", full.scenario().realizations));
  settings.push_back(fmt::format("seed={}", full.scenario().seed));
  PreparedScenario prepared = prepare(*request.other, settings, folders);
  const std::string name = prepared.scenario().name == "full" ? "other" : prepared.scenario().name;
  return {name, {}, folder_of(name), std::move(prepared)};
}

void check_pair(const Scenario& one, const Scenario& two, const std::string& source) {
  if (one.seed != two.seed)
    refuse(source, "seed",
           "must be the same in all arms, so that realizations are pairs; set it with --seed");
  if (one.realizations != two.realizations)
    refuse(source, "realizations", "must be the same in all arms; set it with --realizations");
  if (std::max(one.years.from, two.years.from) > std::min(one.years.to, two.years.to))
    refuse(source, "years", fmt::format("no year in common with {}", one.name));
  if (one.conferences.empty() && two.conferences.empty()) return;
  const bool any = std::any_of(one.conferences.begin(), one.conferences.end(), [&](const auto& conference) {
    return std::any_of(two.conferences.begin(), two.conferences.end(),
                       [&](const auto& twin) { return twin.name == conference.name; });
  });
  if (!any) refuse(source, "conferences", fmt::format("no conference in common with {}", one.name));
}

}  // namespace

std::vector<PreparedArm> prepare_arms(const ComparisonRequest& request, const DataFolders& folders) {
  std::vector<PreparedArm> arms;
  if (request.attribute && *request.attribute != "channels") {
    const std::string_view known[] = {"channels"};
    refuse("--attribute", *request.attribute,
           "nothing of this name can be attributed" + suggest(*request.attribute, known));
  }
  arms.push_back({"full", {}, "full", prepare(request.scenario, request.settings, folders)});
  const auto add = [&](const Arm& arm, const std::string& source) {
    arms.push_back(make_arm(arm, source, request, folders));
  };
  if (request.attribute && arms.front().scenario().conferences.empty())
    refuse(request.scenario, "conferences", "the scenario has none, so there is nothing to attribute");
  if (request.without) add(arm_without(*request.without), "--without");
  if (request.merge) add(arm_merging(*request.merge), "--merge");
  if (!request.with.empty()) add(arm_with(request.with), "--with");
  if (request.other) arms.push_back(other_scenario(arms.front().prepared, request, folders));
  if (request.attribute) {
    for (const std::string_view channel : channel_names) add(arm_without(channel), "--attribute");
    add(arm_without("lobbying"), "--attribute");
  }
  const std::string source = request.other.value_or("--with");
  for (const PreparedArm& arm : arms) check_pair(arms.front().scenario(), arm.scenario(), source);
  return arms;
}

std::vector<std::string> mismatches(const Scenario& full, const Scenario& other) {
  std::vector<std::string> found;
  if (full.years.to != other.years.to)
    found.push_back(fmt::format(
        "the arms end in {} and {}: outcomes measured at the end, such as participation, are compared at "
        "different times",
        full.years.to, other.years.to));
  const auto only_in = [&](const Scenario& one, const Scenario& another, const char* which) {
    std::string names;
    for (const ConferenceParams& conference : one.conferences) {
      const auto same = std::find_if(another.conferences.begin(), another.conferences.end(),
                                     [&](const auto& its) { return its.name == conference.name; });
      if (same == another.conferences.end()) {
        names += " " + conference.name;
      } else if (&one == &full && same->year != conference.year) {
        found.push_back(fmt::format("{} is held in {} in one arm and in {} in the other", conference.name,
                                    conference.year, same->year));
      }
    }
    if (!names.empty()) found.push_back(fmt::format("left out, only in {}:{}", which, names));
  };
  only_in(full, other, "the first arm");
  only_in(other, full, "the other arm");
  return found;
}

}  // namespace hansa
