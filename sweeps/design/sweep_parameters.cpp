// Reads the parameters of a sweep: ranges and lists of values.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "scenarios/print/write_value.hpp"
#include "sweeps/design/sweep_reader.hpp"

namespace hansa {
namespace {

/// Equidistant values over a range, both ends included.
std::vector<Node> spread_values(const SweepParameter& parameter, int steps) {
  std::vector<Node> values;
  for (int k = 0; k < steps; ++k) {
    const double share = static_cast<double>(k) / (steps - 1);
    double value = k + 1 == steps ? parameter.max : parameter.min + share * (parameter.max - parameter.min);
    if (parameter.whole) value = std::nearbyint(value);
    values.push_back({.kind = Node::Kind::Text, .place = parameter.place, .text = write_value(value)});
  }
  return values;
}

}  // namespace

void SweepReader::read_parameters(const Node* parameters) {
  if (parameters == nullptr || parameters->kind != Node::Kind::Map || parameters->entries.empty()) {
    const Place place = parameters == nullptr ? given_.place("") : parameters->place;
    if (parameters == nullptr || parameters->kind != Node::Kind::Refused)
      wrong(place, "parameters", "this design needs parameters such as {gridlock.level: {min: 0, max: 1}}");
    return;
  }
  for (const Entry& entry : parameters->entries) read_parameter(entry);
}

void SweepReader::read_parameter(const Entry& entry) {
  const std::string key = "parameters." + entry.key;
  if (!may_set(entry.key, entry.place, key)) return;
  if (std::find(set_paths_.begin(), set_paths_.end(), entry.key) != set_paths_.end()) {
    wrong(entry.place, key, "is set for every run by `set` as well");
    return;
  }
  if (entry.value.kind != Node::Kind::Map) {
    if (entry.value.kind != Node::Kind::Refused)
      wrong(entry.value.place, key,
            "expected {min: ..., max: ...} or {values: [...]}, got " + name_kind(entry.value));
    return;
  }
  SweepParameter parameter{.path = entry.key, .place = entry.place};
  look_up_kind(parameter);
  RangeKeys range;
  Assigner assigner(entry.value, key, given_, problems_);
  range.fields(assigner);
  const Node* values = assigner.take_node("values");
  assigner.finish();
  const bool has_range = given_.places.contains(key + ".min") || given_.places.contains(key + ".max") ||
                         given_.places.contains(key + ".steps");
  if (values != nullptr && has_range) {
    wrong(values->place, key, "give either values, or min and max");
  } else if (values != nullptr ? read_values(*values, key, parameter)
                               : read_range(entry, range, key, parameter)) {
    sweep_.parameters.push_back(std::move(parameter));
  }
}

bool SweepReader::read_values(const Node& values, const std::string& key, SweepParameter& parameter) {
  if (values.kind != Node::Kind::List || values.items.empty()) {
    if (values.kind != Node::Kind::Refused)
      wrong(values.place, key + ".values", "expected a list such as [5, 20, 80], got " + name_kind(values));
    return false;
  }
  bool good = true;
  std::vector<std::string> seen;
  for (std::size_t k = 0; k < values.items.size(); ++k) {
    const Node& value = values.items[k];
    const SweepSetting setting{parameter.path, parameter.place, value};
    good = try_values({&setting, 1}) && good;
    const std::string text = write_node(value);
    if (std::find(seen.begin(), seen.end(), text) != seen.end()) {
      wrong(value.place, fmt::format("{}.values[{}]", key, k + 1), text + " is listed twice");
      good = false;
    }
    seen.push_back(text);
  }
  if (sweep_.design != Design::Grid && values.items.size() == 1) {
    wrong(values.place, key + ".values", "one value alone does not vary");
    good = false;
  }
  parameter.values = values.items;
  return good;
}

bool SweepReader::read_range(const Entry& entry, const RangeKeys& range, const std::string& key,
                             SweepParameter& parameter) {
  const Entry* min = entry.value.find("min");
  const Entry* max = entry.value.find("max");
  if (min == nullptr || max == nullptr) {
    wrong(entry.place, key, "needs min and max, or values");
    return false;
  }
  if (given_.refused.contains(key + ".min") || given_.refused.contains(key + ".max") ||
      given_.refused.contains(key + ".steps"))
    return false;
  const std::vector<SweepSetting> ends = {{parameter.path, parameter.place, min->value},
                                          {parameter.path, parameter.place, max->value}};
  bool good = try_values({&ends[0], 1});
  good = try_values({&ends[1], 1}) && good;
  if (!good) return false;
  if (!parameter.number) {
    wrong(entry.value.place, key, "min and max are for numbers; give values");
    return false;
  }
  parameter.min = range.min;
  parameter.max = range.max;
  if (range.min >= range.max) {
    wrong(max->value.place, key + ".max",
          fmt::format("must be above min, {}, got {}", range.min, printable(max->value.text)));
    return false;
  }
  const Entry* steps = entry.value.find("steps");
  if (sweep_.design != Design::Grid) {
    if (steps != nullptr)
      wrong(steps->place, key + ".steps", "steps are for a grid; this design chooses its values");
    return steps == nullptr;
  }
  if (steps == nullptr) {
    wrong(entry.place, key, "a grid needs steps, such as {min: 0, max: 1, steps: 5}, or values");
    return false;
  }
  if (parameter.whole && range.steps > range.max - range.min + 1) {
    wrong(steps->value.place, key + ".steps",
          fmt::format("there are only {} whole numbers from {} to {}", range.max - range.min + 1, range.min,
                      range.max));
    return false;
  }
  parameter.values = spread_values(parameter, range.steps);
  return true;
}

}  // namespace hansa
