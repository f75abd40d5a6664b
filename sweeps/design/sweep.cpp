#include "sweeps/design/sweep.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "scenarios/load/reassign.hpp"
#include "scenarios/print/write_value.hpp"
#include "scenarios/trees/overlay.hpp"

namespace hansa {
namespace {

/// The number of a parameter that has no listed values.
double number_between(const Sweep& sweep, std::size_t point, std::size_t j) {
  const std::size_t cell = point * sweep.parameters.size() + j;
  return sweep.table.empty() ? number_in_range(sweep.parameters[j], sweep.coordinates[cell])
                             : sweep.table[cell];
}

}  // namespace

std::size_t level_at(const Sweep& sweep, std::size_t point, std::size_t j) {
  const std::size_t n_values = sweep.parameters[j].values.size();
  if (!sweep.table.empty()) return static_cast<std::size_t>(sweep.table[point * sweep.parameters.size() + j]);
  if (sweep.design == Design::List) return point;
  if (sweep.design == Design::Grid) {  // the last parameter varies fastest
    for (std::size_t k = sweep.parameters.size() - 1; k > j; --k) point /= sweep.parameters[k].values.size();
    return point % n_values;
  }
  const double u = sweep.coordinates[point * sweep.parameters.size() + j];
  return std::min(n_values - 1, static_cast<std::size_t>(u * static_cast<double>(n_values)));
}

double number_in_range(const SweepParameter& parameter, double u) {
  if (!parameter.whole) return parameter.min + u * (parameter.max - parameter.min);
  const double n_values = parameter.max - parameter.min + 1;
  return std::min(parameter.max, parameter.min + std::floor(u * n_values));
}

double number_of(const Sweep& sweep, const Node& value, std::size_t j) {
  double number = std::numeric_limits<double>::quiet_NaN();
  if (!sweep.parameters[j].number) return number;
  ProblemList ignored = sweep.files.cleared();
  static_cast<void>(read_value(value, number, {}, sweep.parameters[j].path, ignored));
  return number;
}

Node value_at(const Sweep& sweep, std::size_t point, std::size_t j) {
  const SweepParameter& parameter = sweep.parameters[j];
  if (!parameter.values.empty()) return parameter.values[level_at(sweep, point, j)];
  return {.kind = Node::Kind::Text,
          .place = parameter.place,
          .text = write_value(number_between(sweep, point, j))};
}

Node value_at(const Sweep& sweep, std::size_t point, std::size_t arm, std::size_t j) {
  for (const SweepSetting& setting : sweep.arms[arm].settings) {
    if (setting.path == sweep.parameters[j].path) return setting.value;
  }
  return value_at(sweep, point, j);
}

std::string text_at(const Sweep& sweep, std::size_t point, std::size_t j) {
  return write_node(value_at(sweep, point, j));
}

std::string text_at(const Sweep& sweep, std::size_t point, std::size_t arm, std::size_t j) {
  return write_node(value_at(sweep, point, arm, j));
}

double number_at(const Sweep& sweep, std::size_t point, std::size_t j) {
  if (sweep.parameters[j].values.empty()) return number_between(sweep, point, j);
  return number_of(sweep, value_at(sweep, point, j), j);
}

double number_at(const Sweep& sweep, std::size_t point, std::size_t arm, std::size_t j) {
  return number_of(sweep, value_at(sweep, point, arm, j), j);
}

LoadedScenario scenario_at(const Sweep& sweep, std::size_t point, std::size_t arm) {
  ProblemList problems = sweep.files.cleared();
  Node tree = sweep.tree.tree;
  const auto lay_over = [&](const std::string& path, Place place, Node value) {
    if (auto change = under_path(path, place, std::move(value), problems))
      merge(tree, std::move(*change), "", problems);
  };
  for (std::size_t j = 0; j < sweep.parameters.size(); ++j)
    lay_over(sweep.parameters[j].path, sweep.parameters[j].place, value_at(sweep, point, j));
  for (const SweepSetting& setting : sweep.arms[arm].settings)
    lay_over(setting.path, setting.place, setting.value);
  Given given;
  LoadedScenario loaded = {.scenario = read_scenario(tree, sweep.reference.known_issues, given, problems),
                           .files = sweep.reference.files,
                           .known_issues = sweep.reference.known_issues,
                           .source = sweep.reference.source};
  problems.throw_if_any();
  loaded.given = std::move(given);
  loaded.files_read = std::move(problems);
  loaded.scenario.seed = sweep.seed;
  loaded.scenario.realizations = sweep.realizations;
  return loaded;
}

std::optional<Scenario> reassigned_at(const Sweep& sweep, std::size_t point, std::size_t arm) {
  std::vector<Node> of_point;
  std::vector<Reassigned> values;
  of_point.reserve(sweep.parameters.size());
  for (std::size_t j = 0; j < sweep.parameters.size(); ++j) {
    of_point.push_back(value_at(sweep, point, j));
    values.push_back({sweep.parameters[j].path, &of_point.back()});
  }
  for (const SweepSetting& setting : sweep.arms[arm].settings)
    values.push_back({setting.path, &setting.value});
  std::optional<Scenario> scenario = reassign(sweep.reference, values);
  if (scenario) {
    scenario->seed = sweep.seed;
    scenario->realizations = sweep.realizations;
  }
  return scenario;
}

}  // namespace hansa
