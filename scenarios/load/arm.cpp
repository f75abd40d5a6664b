#include "scenarios/load/arm.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

#include <fmt/format.h>

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

/// Whether a text may be the id of a network, as one word of a path.
bool is_network(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](unsigned char c) {
    return c < 0x80 && (std::isalnum(c) != 0 || c == '-' || c == '_');
  });
}

/// The NAME of network:NAME; empty for anything else.
std::string_view network_of(std::string_view what) {
  constexpr std::string_view prefix = "network:";
  return what.starts_with(prefix) && is_network(what.substr(prefix.size())) ? what.substr(prefix.size()) : "";
}

/// The parts of a text between commas.
std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

}  // namespace

std::vector<std::string_view> absences() {
  std::vector<std::string_view> words;
  for (const auto& [word, setting] : switches()) words.push_back(word);
  words.push_back("network:NAME");
  return words;
}

Arm arm_without(std::string_view what) {
  for (const auto& [word, setting] : switches())
    if (word == what) return {"without-" + std::string(what), {setting}};
  if (const std::string_view name = network_of(what); !name.empty())
    return {"without-" + std::string(name), {fmt::format("networks.{}.exists=false", name)}};
  throw ScenarioError(
      {Problem{.file = "--without",
               .line = 1,
               .column = 1,
               .key = std::string(what),
               .message = "nothing with this name can be left out" + suggest(what, absences())}});
}

bool can_leave_out(std::string_view what) {
  const auto off = switches();
  return !network_of(what).empty() ||
         std::any_of(off.begin(), off.end(), [&](const auto& one) { return one.first == what; });
}

Arm arm_merging(std::string_view networks) {
  const std::vector<std::string_view> names = split(networks);
  if (names.size() < 2 || !std::all_of(names.begin(), names.end(), is_network))
    throw ScenarioError(
        {Problem{.file = "--merge",
                 .line = 1,
                 .column = 1,
                 .key = std::string(networks),
                 .message = "expected networks such as c40,iclei, of which the last takes over the others"}});
  Arm arm{fmt::format("merged-{}", fmt::join(names, "-")), {}};
  for (std::size_t k = 0; k + 1 < names.size(); ++k)
    arm.settings.push_back(fmt::format("networks.{}.merged_into={}", names[k], names.back()));
  return arm;
}

}  // namespace hansa
