#include "sweeps/design/sweep_reader.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "scenarios/trees/overlay.hpp"
#include "sweeps/design/parameter_type.hpp"

namespace hansa {
namespace {

/// Returns an error message for a key that a sweep cannot set, else empty.
std::string why_not(std::string_view path) {
  const std::string_view top = path.substr(0, path.find('.'));
  if (top == "seed" || top == "realizations")
    return "is the same for all runs; give it as a key of the sweep";
  constexpr std::array<std::string_view, 5> own = {"schema_version", "name", "title", "extends",
                                                   "start_from"};
  const bool is_own = std::find(own.begin(), own.end(), top) != own.end();
  return is_own ? "belongs to the scenario; a sweep cannot set it" : "";
}

}  // namespace

bool SweepReader::may_set(const std::string& path, Place place, const std::string& key) {
  const std::string reason = why_not(path);
  if (!reason.empty()) wrong(place, key, reason);
  return reason.empty();
}

/// Checks values by applying them to the scenario; false, with problems, if it is not valid then.
bool SweepReader::try_values(std::span<const SweepSetting> settings) {
  if (!checks_values_) return true;
  ProblemList trial = problems_.cleared();
  Node tree = sweep_.tree.tree;
  for (const SweepSetting& setting : settings) {
    if (auto change = under_path(setting.path, setting.place, setting.value, trial))
      merge(tree, std::move(*change), "", trial);
  }
  Given given;
  static_cast<void>(read_scenario(tree, sweep_.reference.known_issues, given, trial));
  problems_.add_new(trial);
  return trial.empty();
}

std::vector<SweepSetting> SweepReader::read_settings(const Node& map, const std::string& key) {
  std::vector<SweepSetting> settings;
  if (map.kind != Node::Kind::Map) {
    if (map.kind != Node::Kind::Refused) {
      wrong(map.place, key,
            "expected parameters with values such as {gridlock.level: 0.3}, got " + name_kind(map));
    }
    return settings;
  }
  for (const Entry& entry : map.entries) {
    if (may_set(entry.key, entry.place, key + "." + entry.key))
      settings.push_back({entry.key, entry.place, entry.value});
  }
  return settings;
}

void SweepReader::read_set(const Node* set) {
  if (set == nullptr) return;
  const std::vector<SweepSetting> settings = read_settings(*set, "set");
  for (const SweepSetting& setting : settings) set_paths_.push_back(setting.path);
  if (!checks_values_) return;
  for (const SweepSetting& setting : settings) {
    if (auto change = under_path(setting.path, setting.place, setting.value, problems_))
      merge(sweep_.tree.tree, std::move(*change), "", problems_);
  }
}

/// Sets the kind of a parameter. An unknown path stays no number; checking its values reports it.
void SweepReader::look_up_kind(SweepParameter& parameter) {
  if (!checks_values_) {
    parameter.number = true;  // assumed: the scenario is not valid
    return;
  }
  const auto found = find_parameter(sweep_.reference.scenario, parameter.path);
  if (!found) return;
  parameter.unit = found->unit;
  parameter.whole = found->kind == ParameterType::Kind::Whole;
  parameter.number = found->is_number();
}

void SweepReader::read_points(const Node* points, const std::filesystem::path& folder) {
  if (points != nullptr && (points->kind == Node::Kind::Text || points->kind == Node::Kind::Map)) {
    read_points_file(*points, folder);
    return;
  }
  if (points == nullptr || points->kind != Node::Kind::List || points->items.empty()) {
    const Place place = points == nullptr ? given_.place("") : points->place;
    if (points == nullptr || points->kind != Node::Kind::Refused)
      wrong(place, "points",
            "the design list needs points such as [{gridlock.level: 0.1}], or a file such as points.csv");
    return;
  }
  for (std::size_t k = 0; k < points->items.size(); ++k)
    read_point(points->items[k], fmt::format("points[{}]", k + 1));
  sweep_.n_points = points->items.size();
}

void SweepReader::read_point(const Node& point, const std::string& key) {
  const bool is_first = sweep_.parameters.empty();
  std::vector<SweepSetting> settings = read_settings(point, key);
  if (settings.empty()) {
    if (point.kind == Node::Kind::Map && point.entries.empty()) wrong(point.place, key, "sets nothing");
    return;
  }
  if (is_first) {
    for (const SweepSetting& setting : settings) {
      sweep_.parameters.push_back({.path = setting.path, .place = setting.place});
      look_up_kind(sweep_.parameters.back());
    }
  }
  for (SweepParameter& parameter : sweep_.parameters) {
    const auto given = std::find_if(settings.begin(), settings.end(),
                                    [&](const SweepSetting& s) { return s.path == parameter.path; });
    if (given == settings.end()) {
      wrong(point.place, key, "lacks " + parameter.path + ", which the first point sets");
      return;
    }
    parameter.values.push_back(given->value);
  }
  if (settings.size() > sweep_.parameters.size()) {
    wrong(point.place, key, "sets more than the first point");
    return;
  }
  static_cast<void>(try_values(settings));
}

}  // namespace hansa
