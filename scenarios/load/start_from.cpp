#include "scenarios/load/start_from.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "scenarios/load/extends.hpp"
#include "scenarios/load/load.hpp"
#include "scenarios/load/paths.hpp"
#include "scenarios/parameters/scenario_fields.hpp"
#include "scenarios/trees/take_over.hpp"
#include "support/text/numeral.hpp"

namespace hansa {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view key = "start_from", expected = "SCENARIO@YEAR, such as paris-2015@2009";
constexpr std::size_t deepest = 8;

/// The file of a scenario that `written` names in a file in `folder`, or on the command line.
Found find_scenario(const fs::path& folder, const std::string& written, bool on_command_line,
                    const DataFolders& folders) {
  const std::string result = "scenario.yaml";
  std::error_code error;
  const fs::path there = on_command_line ? fs::path(written) : folder / written;
  if (fs::is_directory(there, error)) {
    if (on_command_line && fs::exists(there / result, error)) return {there / result, ""};
    if (!on_command_line) return find_below(folder, (fs::path(written) / result).string());
    return {"", in_quotes(written) + " has no scenario.yaml; a folder that hansa run wrote has one"};
  }
  if (is_library_name(written)) return find_in_library(written, folders);
  if (!on_command_line) return find_below(folder, written);
  if (!fs::is_regular_file(there, error)) return {"", in_quotes(written) + " is no file"};
  return {there, ""};
}

Node text_node(const std::string& text, Place place) {
  Node node{.kind = Node::Kind::Text, .place = place};
  node.text = text;
  return node;
}

void find_start(Node& tree, const fs::path& path, int settings_file, const DataFolders& folders,
                std::size_t depth, ProblemList& problems) {
  Entry* entry = tree.find(key);
  if (entry == nullptr || entry->value.kind == Node::Kind::Map) return;
  const Node written = entry->value;
  entry->value = {.kind = Node::Kind::Refused, .place = written.place};
  const auto refuse = [&](const std::string& reason) { problems.add(written.place, key, reason); };
  if (written.kind == Node::Kind::Refused) return;
  const std::size_t at = written.text.rfind('@');
  int year = 0;
  if (written.kind != Node::Kind::Text || at == 0 || at == std::string::npos ||
      !read_numeral(std::string_view(written.text).substr(at + 1), year))
    return refuse(
        fmt::format("expected {}, got {}", expected,
                    written.kind == Node::Kind::Text ? in_quotes(written.text) : name_kind(written)));
  if (depth >= deepest) return refuse("more than eight starts, one from the other");

  const bool on_command_line = written.place.file == settings_file;
  const fs::path folder =
      (on_command_line ? path : fs::path(problems.file(written.place.file))).parent_path();
  const Found found = find_scenario(folder, written.text.substr(0, at), on_command_line, folders);
  if (!found.reason.empty()) return refuse(found.reason);
  std::optional<Node> start = read_extended(found.path, folders, problems);
  if (!start) return;
  if (is_sweep(*start)) return refuse(in_quotes(written.text.substr(0, at)) + " is a sweep, not a scenario");
  find_start(*start, found.path, settings_file, folders, depth + 1, problems);
  take_over(year, *start, written.place, settings_file, tree);
  entry = tree.find(key);
  entry->value = {.kind = Node::Kind::Map, .place = written.place};
  entry->value.entries.push_back({"year", written.place, text_node(std::to_string(year), written.place)});
  entry->value.entries.push_back({"scenario", written.place, *std::move(start)});
}

/// Whether a conference is held as at the start; its treaty is open to change, since states join it later too.
bool is_as_held(ConferenceParams conference, const ConferenceParams& held) {
  conference.treaty = held.treaty;
  return conference == held;
}

}  // namespace

void find_start(Node& tree, const fs::path& path, int settings_file, const DataFolders& folders,
                ProblemList& problems) {
  find_start(tree, path, settings_file, folders, 0, problems);
}

StartFrom read_start(const Node& start, const std::vector<IssueParams>& known_issues, Given& given,
                     ProblemList& problems) {
  if (start.kind != Node::Kind::Map) return {};
  StartFrom read;
  Assigner assigner(start, std::string(key), given, problems);
  read.fields(assigner);
  const Node* scenario = assigner.take_node("scenario");
  assigner.finish();
  if (scenario == nullptr || scenario->kind != Node::Kind::Map) {
    problems.add(start.place, key, fmt::format("expected {}, or a year with a complete scenario", expected));
    return {};
  }
  Given given_there;
  given_there.places.emplace("", scenario->place);
  read.scenario =
      std::make_shared<const Scenario>(read_scenario(*scenario, known_issues, given_there, problems));
  return read;
}

void check_start(const Scenario& scenario, const Given& given, ProblemList& problems) {
  if (!scenario.start.scenario || given.refused.contains("start_from.year")) return;
  const Scenario& start = *scenario.start.scenario;
  if (start.name.empty()) return;  // refused already
  const int year = scenario.start.year;
  const auto wrong = [&](const std::string& path, const std::string& reason) {
    if (!given.refused.contains(path)) problems.add(given.place(path), path, reason);
  };
  if (year < start.years.from || year >= std::min(start.years.to + 1, scenario.years.to))
    wrong(std::string(key),
          fmt::format(
              "{} is simulated from {} to {}, and this scenario up to {}: no run starts at the end of {}",
              start.name, start.years.from, start.years.to, scenario.years.to, year));
  const auto same = [&](const std::string& path, const auto& own, const auto& of_start) {
    if (own != of_start)
      wrong(path, fmt::format("must be that of {}, from which the run starts; leave it out", start.name));
  };
  if (scenario.years.from != start.years.from)
    wrong("years.from", fmt::format("must be {} as in {}, from which the run starts: leave it out, or give "
                                    "--set years.from={}",
                                    start.years.from, start.name, start.years.from));
  same("world", scenario.world, start.world);
  same("issues", scenario.issues, start.issues);
  same("networks.real", scenario.networks.real, start.networks.real);
  for (std::size_t k = 0; k < scenario.withdrawals.size(); ++k) {
    const WithdrawalParams& own = scenario.withdrawals[k];
    const auto is_same = [&](const WithdrawalParams& other) {
      return own.state == other.state && own.treaty == other.treaty && own.year == other.year;
    };
    if (own.year <= year && std::none_of(start.withdrawals.begin(), start.withdrawals.end(), is_same))
      wrong(fmt::format("withdrawals[{}]", k + 1),
            fmt::format("is in {}, up to the end of which all is as in {}, which has no such withdrawal",
                        own.year, start.name));
  }
  for (const ConferenceParams& conference : scenario.conferences) {
    const auto held = std::find_if(
        start.conferences.begin(), start.conferences.end(),
        [&](const ConferenceParams& one) { return one.name == conference.name && one.year <= year; });
    const std::string path = "conferences." + conference.name;
    if (held == start.conferences.end() && conference.year <= year)
      wrong(path, fmt::format("is in {}, up to the end of which {} is as it was, and has no such conference",
                              conference.year, start.name));
    else if (held != start.conferences.end() && !is_as_held(conference, *held))
      wrong(path,
            fmt::format("was held in {}, before the run starts at the end of {}: only its treaty can be "
                        "another than in {}",
                        held->year, year, start.name));
  }
}

}  // namespace hansa
