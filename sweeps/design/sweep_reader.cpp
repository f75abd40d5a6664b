#include "sweeps/design/sweep_reader.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include <fmt/format.h>

#include "scenarios/load/overlay.hpp"
#include "scenarios/parameters/scenario_fields.hpp"
#include "scenarios/print/write_value.hpp"

namespace hansa {
namespace {

/// Kind and value of one parameter of a scenario.
struct LookedUp {
  enum class Kind { Number, Whole, Other };
  Kind kind;
  std::string text;  // as YAML on one line
  std::string unit;
};

/// A visitor of fields() that finds the parameter with a path.
class Seeker {
 public:
  explicit Seeker(std::string_view path) : wanted_(path) {}
  std::optional<LookedUp> found;

  template <class T> void operator()(std::string_view name, T& value, const FieldInfo& info) {
    if (path_of(name) != wanted_) return;
    constexpr bool whole = std::is_same_v<T, int> || std::is_same_v<T, std::uint64_t>;
    found = {std::is_same_v<T, double> ? LookedUp::Kind::Number
             : whole                   ? LookedUp::Kind::Whole
                                       : LookedUp::Kind::Other,
             write_value(value), std::string(info.unit)};
  }

  void path(std::string_view name, std::string& file, const FieldInfo& info) { (*this)(name, file, info); }

  template <class T> void group(std::string_view name, T& part, std::string_view) {
    const std::string before = prefix_;
    prefix_ = path_of(name);
    part.fields(*this);
    prefix_ = before;
  }

  void keyed(std::string_view name, std::vector<IssueParams>& parts, const std::vector<std::string>& names,
             std::string_view) {
    for (std::size_t k = 0; k < parts.size(); ++k) group(path_of(name) + "." + names[k], parts[k], "");
  }

  /// A path may lead to a part that the scenario does not name.
  template <class Part> void named(std::vector<Part>& parts, std::string_view) {
    for (Part& part : parts) group(part.name, part, "");
    if (found || !wanted_.starts_with(prefix_ + ".")) return;
    const std::string_view rest = wanted_.substr(prefix_.size() + 1);
    Part part;
    group(rest.substr(0, rest.find('.')), part, "");
  }

  template <class Row> void rows(std::string_view name, std::vector<Row>& rows, std::string_view) {
    if constexpr (requires(Row row) { row.name; }) {
      for (Row& row : rows) group(path_of(name) + "." + row.name, row, "");
    }
  }

 private:
  std::string path_of(std::string_view name) const {
    return prefix_.empty() ? std::string(name) : prefix_ + "." + std::string(name);
  }

  std::string_view wanted_;
  std::string prefix_;
};

/// The parameter at a path such as gridlock.level or conferences.COP15.floor; nullopt if there is none.
std::optional<LookedUp> look_up(Scenario scenario, std::string_view path) {
  Seeker seeker(path);
  scenario.fields(seeker);
  return seeker.found;
}

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
  const auto found = look_up(sweep_.reference.scenario, parameter.path);
  if (!found) return;
  parameter.unit = found->unit;
  parameter.whole = found->kind == LookedUp::Kind::Whole;
  parameter.number = parameter.whole || found->kind == LookedUp::Kind::Number;
}

void SweepReader::read_points(const Node* points) {
  if (points == nullptr || points->kind != Node::Kind::List || points->items.empty()) {
    const Place place = points == nullptr ? given_.place("") : points->place;
    if (points == nullptr || points->kind != Node::Kind::Refused)
      wrong(place, "points", "the design list needs points such as [{gridlock.level: 0.1}]");
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
