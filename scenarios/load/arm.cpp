#include "scenarios/load/arm.hpp"

#include <algorithm>

#include "scenarios/parameters/vocabulary.hpp"
#include "support/input/problem.hpp"
#include "support/input/suggest.hpp"

namespace hansa {

std::vector<std::string_view> absences() {
  std::vector<std::string_view> words = {"lobbying", "networks", "cities"};
  words.insert(words.end(), channel_names.begin(), channel_names.end());
  return words;
}

Arm arm_without(std::string_view what) {
  const std::string name = "without-" + std::string(what);
  if (what == "lobbying") return {name, {"lobbying.strength=0"}};
  if (what == "networks") return {name, {"networks.enabled=false"}};
  if (what == "cities") return {name, {"world.with_cities=false"}};
  if (std::find(channel_names.begin(), channel_names.end(), what) != channel_names.end())
    return {name, {"lobbying.channels." + std::string(what) + "=0"}};
  throw ScenarioError(
      {Problem{.file = "--without",
               .line = 1,
               .column = 1,
               .key = std::string(what),
               .message = "nothing with this name can be left out" + suggest(what, absences())}});
}

}  // namespace hansa
