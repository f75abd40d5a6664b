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
    return {.name = arm.name,
            .settings = arm.settings,
            .folder = folder_of(arm.name),
            .prepared = prepare(request.scenario, settings, folders)};
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
  return {.name = name, .settings = {}, .folder = folder_of(name), .prepared = std::move(prepared)};
}

/// The arms without the channels alone, and without the functions alone, that hang on the strength of lobbying.
std::vector<Arm> parts_of_lobbying() {
  Arm channels{"without-channels", {}}, functions{"without-functions", {}};
  for (const std::string_view channel : channel_names)
    channels.settings.push_back(fmt::format("lobbying.channels.{}=0", channel));
  for (const char* function : {"negotiate", "inform", "prevent_conflict"})
    functions.settings.push_back(fmt::format("networks.functions.{}=0", function));
  return {channels, functions};
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
  if (overlap_of(one, two).only_in_full.size() == one.conferences.size())
    refuse(source, "conferences", fmt::format("no conference in common with {}", one.name));
}

/// Plays both no further than the one that ends first.
void cut_to_common_end(PreparedArm& full, PreparedArm& other) {
  other.overlap = overlap_of(full.scenario(), other.scenario());
  for (PreparedArm* arm : {&full, &other})
    if (const int last = other.overlap.years().to; arm->scenario().years.to > last)
      arm->prepared = cut_to(arm->prepared, last);
}

}  // namespace

std::vector<PreparedArm> prepare_arms(const ComparisonRequest& request, const DataFolders& folders) {
  std::vector<PreparedArm> arms;
  if (request.attribute && *request.attribute != "channels") {
    const std::string_view known[] = {"channels"};
    refuse("--attribute", *request.attribute,
           "nothing of this name can be attributed" + suggest(*request.attribute, known));
  }
  arms.push_back({.name = "full",
                  .settings = {},
                  .folder = "full",
                  .prepared = prepare(request.scenario, request.settings, folders)});
  const auto add = [&](const Arm& arm, const std::string& source, std::string_view part = "") {
    arms.push_back(make_arm(arm, source, request, folders));
    arms.back().part = part;
  };
  if (request.attribute && arms.front().scenario().conferences.empty())
    refuse(request.scenario, "conferences", "the scenario has none, so there is nothing to attribute");
  if (request.without) {
    add(arm_without(*request.without), "--without");
    if (*request.without == "lobbying" && request.split && !arms.front().scenario().conferences.empty()) {
      for (const Arm& arm : parts_of_lobbying())
        add(arm, "--without", arm.name.substr(std::string_view("without-").size()));
    }
  }
  if (request.merge) add(arm_merging(*request.merge), "--merge");
  if (!request.with.empty()) add(arm_with(request.with), "--with");
  if (request.other) arms.push_back(other_scenario(arms.front().prepared, request, folders));
  if (request.attribute) {
    for (const std::string_view channel : channel_names) add(arm_without(channel), "--attribute", channel);
    add(parts_of_lobbying().back(), "--attribute", "functions");
    add(arm_without("lobbying"), "--attribute");
  }
  const std::string source = request.other.value_or("--with");
  for (const PreparedArm& arm : arms) check_pair(arms.front().scenario(), arm.scenario(), source);
  if (!request.attribute) cut_to_common_end(arms[0], arms[1]);
  return arms;
}

}  // namespace hansa
