#include "sweeps/design/design_rows.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "scenarios/print/write_value.hpp"
#include "sweeps/samples/sobol_design.hpp"

namespace hansa {
namespace {

/// The parameter in which a point differs from the one before.
std::optional<std::size_t> moved_parameter(const Sweep& sweep, std::size_t point) {
  const std::size_t n_dims = sweep.parameters.size();
  for (std::size_t j = 0; j < n_dims; ++j) {
    if (sweep.coordinates[point * n_dims + j] != sweep.coordinates[(point - 1) * n_dims + j]) return j;
  }
  return std::nullopt;
}

/// The numbers that stand for listed values, and whether they are more than labels.
std::vector<double> number_values(const SweepParameter& parameter, bool& is_ordered) {
  std::vector<std::string> texts;
  for (const Node& value : parameter.values) texts.push_back(write_node(value));
  const auto is_flag = [](const std::string& text) { return text == "true" || text == "false"; };
  const bool flags = std::all_of(texts.begin(), texts.end(), is_flag);
  is_ordered = parameter.number || flags;
  std::vector<std::string> known;  // in the order of the sweep
  std::vector<double> numbers;
  for (const std::string& text : texts) {
    const auto rank = static_cast<std::size_t>(std::find(known.begin(), known.end(), text) - known.begin());
    if (rank == known.size()) known.push_back(text);
    numbers.push_back(flags ? (text == "true" ? 1.0 : 0.0) : static_cast<double>(rank));
  }
  return numbers;
}

}  // namespace

DesignRow row_of(const Sweep& sweep, std::size_t point) {
  const std::size_t n_dims = sweep.parameters.size();
  if (sweep.design == Design::Sobol) {
    const std::size_t sample = point / (n_dims + 2), row = point % (n_dims + 2);
    DesignRow found{.unit = sample, .replicate = sample % n_sobol_replicates};
    found.role = row == 0 ? PointRole::A : row == n_dims + 1 ? PointRole::B : PointRole::Ab;
    if (found.role == PointRole::Ab) found.parameter = row - 1;
    return found;
  }
  if (sweep.design == Design::Morris) {
    DesignRow found{.role = PointRole::Start, .unit = point / (n_dims + 1)};
    if (point % (n_dims + 1) == 0) return found;
    found.role = PointRole::Step;
    found.parameter = moved_parameter(sweep, point);
    return found;
  }
  return {.unit = point};
}

DesignColumn column_of(const Sweep& sweep, std::size_t j) {
  const SweepParameter& parameter = sweep.parameters[j];
  DesignColumn column;
  column.x.reserve(sweep.n_points);
  if (!parameter.values.empty()) {
    std::vector<double> of_values;
    if (parameter.number) {
      for (const Node& value : parameter.values) of_values.push_back(number_of(sweep, value, j));
    } else {
      of_values = number_values(parameter, column.is_ordered);
    }
    for (std::size_t point = 0; point < sweep.n_points; ++point)
      column.x.push_back(of_values[level_at(sweep, point, j)]);
    const std::set<double> distinct(of_values.begin(), of_values.end());
    column.n_levels = sweep.design == Design::Grid ? of_values.size() : distinct.size();
    return column;
  }
  for (std::size_t point = 0; point < sweep.n_points; ++point) column.x.push_back(number_at(sweep, point, j));
  if (!sweep.table.empty())
    column.n_levels = std::set<double>(column.x.begin(), column.x.end()).size();
  else if (parameter.whole)
    column.n_levels = static_cast<std::size_t>(parameter.max - parameter.min) + 1;
  return column;
}

}  // namespace hansa
