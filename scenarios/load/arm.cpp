#include "scenarios/load/arm.hpp"

#include <utility>

#include "scenarios/parameters/vocabulary.hpp"
#include "support/input/problem.hpp"
#include "support/input/suggest.hpp"

namespace hansa {

namespace {

/// What can be left out, each with the setting that does so.
std::vector<std::pair<std::string_view, std::string>> switches() {
  std::vector<std::pair<std::string_view, std::string>> off = {{"lobbying", "lobbying.strength=0"},
                                                               {"networks", "networks.enabled=false"},
                                                               {"cities", "world.with_cities=false"}};
  for (const std::string_view channel : channel_names)
    off.emplace_back(channel, "lobbying.channels." + std::string(channel) + "=0");
  return off;
}

}  // namespace

std::vector<std::string_view> absences() {
  std::vector<std::string_view> words;
  for (const auto& [word, setting] : switches()) words.push_back(word);
  return words;
}

Arm arm_without(std::string_view what) {
  for (const auto& [word, setting] : switches())
    if (word == what) return {"without-" + std::string(what), {setting}};
  throw ScenarioError(
      {Problem{.file = "--without",
               .line = 1,
               .column = 1,
               .key = std::string(what),
               .message = "nothing with this name can be left out" + suggest(what, absences())}});
}

}  // namespace hansa
