#include "sweeps/layout/sample_layout.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "scenarios/print/write_value.hpp"
#include "sweeps/design/design_rows.hpp"
#include "sweeps/samples/sobol_design.hpp"

namespace hansa {
namespace {

enum class ParameterKind { Number, Integer, Flag, Word };
constexpr WordsOf<ParameterKind> choices(ParameterKind) { return {"number", "integer", "flag", "word"}; }

template <class Enum> std::vector<std::string> words_of() {
  const auto words = choices(Enum{});
  return {words.begin(), words.end()};
}

/// The distinct values of a parameter as text, in the order of the sweep; none for a range.
std::vector<std::string> levels_of(const SweepParameter& parameter) {
  std::vector<std::string> levels;
  std::set<std::string> seen;
  for (const Node& value : parameter.values) {
    std::string text = write_node(value);
    if (seen.insert(text).second) levels.push_back(std::move(text));
  }
  return levels;
}

ParameterKind kind_of(const SweepParameter& parameter, const std::vector<std::string>& levels) {
  if (parameter.whole) return ParameterKind::Integer;
  if (parameter.number) return ParameterKind::Number;
  const bool is_flag = std::all_of(levels.begin(), levels.end(),
                                   [](const std::string& text) { return text == "true" || text == "false"; });
  return is_flag ? ParameterKind::Flag : ParameterKind::Word;
}

void add_roles(const Sweep& sweep, ResultSet& result) {
  std::vector<std::uint8_t> role, replicate;
  std::vector<std::int32_t> unit, parameter;
  for (std::size_t point = 0; point < sweep.n_points; ++point) {
    const DesignRow row = row_of(sweep, point);
    role.push_back(static_cast<std::uint8_t>(row.role));
    replicate.push_back(static_cast<std::uint8_t>(row.replicate));
    unit.push_back(static_cast<std::int32_t>(row.unit));
    parameter.push_back(row.parameter ? static_cast<std::int32_t>(*row.parameter) : -1);
  }
  const std::vector<std::string> dims = {"design_point"};
  auto& out = result.variables;
  out.push_back({"point_role", dims, role, "1",
                 "what the point is for: of sobol the sample A, A with one coordinate of B, or B; of morris "
                 "the start of "
                 "a trajectory or a step of it",
                 words_of<PointRole>()});
  out.push_back({"point_unit",
                 dims,
                 unit,
                 "1",
                 "base sample of sobol, trajectory of morris, else the point itself",
                 {}});
  out.push_back({"point_replicate",
                 dims,
                 replicate,
                 "1",
                 "scrambled replicate of sobol that the point is from; else 0",
                 {}});
  out.push_back({"point_parameter",
                 dims,
                 parameter,
                 "1",
                 "row of the parameter that is taken from B, or moved in this step; -1: none",
                 {}});
}

void add_ranges(const Sweep& sweep, ResultSet& result) {
  std::vector<std::string> units, texts;
  std::vector<std::uint8_t> kinds;
  std::vector<double> least, greatest;
  std::vector<std::int32_t> levels(sweep.n_points * sweep.parameters.size(), -1);
  for (std::size_t j = 0; j < sweep.parameters.size(); ++j) {
    const SweepParameter& parameter = sweep.parameters[j];
    const std::vector<std::string> of_parameter = levels_of(parameter);
    units.push_back(parameter.unit);
    kinds.push_back(static_cast<std::uint8_t>(kind_of(parameter, of_parameter)));
    double min = parameter.values.empty() ? parameter.min : std::numeric_limits<double>::quiet_NaN(),
           max = parameter.values.empty() ? parameter.max : min;
    std::string text;
    for (const std::string& level : of_parameter) text += (text.empty() ? "" : " | ") + level;
    texts.push_back(text);
    std::vector<std::int32_t> rows;  // of each listed value among the levels
    for (const Node& value : parameter.values) {
      const auto found = std::find(of_parameter.begin(), of_parameter.end(), write_node(value));
      rows.push_back(static_cast<std::int32_t>(found - of_parameter.begin()));
      const double number = number_of(sweep, value, j);
      if (!(min <= number)) min = number;
      if (!(max >= number)) max = number;
    }
    for (std::size_t point = 0; point < sweep.n_points && !rows.empty(); ++point)
      levels[point * sweep.parameters.size() + j] = rows[level_at(sweep, point, j)];
    least.push_back(min);
    greatest.push_back(max);
  }
  const std::vector<std::string> dims = {"parameter"};
  auto& out = result.variables;
  out.push_back({"parameter_unit", dims, units, "1", "unit of the parameter", {}});
  out.push_back(
      {"parameter_kind", dims, kinds, "1", "kind of the parameter's values", words_of<ParameterKind>()});
  out.push_back({"parameter_min",
                 dims,
                 least,
                 "1",
                 "least value in the design, in its own unit; NaN: it is no number",
                 {}});
  out.push_back({"parameter_max",
                 dims,
                 greatest,
                 "1",
                 "greatest value in the design, in its own unit; NaN: it is no number",
                 {}});
  out.push_back(
      {"parameter_levels",
       dims,
       texts,
       "1",
       "listed values, separated by bars; empty: a range, in which values are equally likely, or numbers of "
       "a points file",
       {}});
  out.push_back({"parameter_level",
                 {"design_point", "parameter"},
                 levels,
                 "1",
                 "number of the value among the listed ones, from 0; -1: none is listed",
                 {}});
}

}  // namespace

void add_sample(const Sweep& sweep, ResultSet& result) {
  add_roles(sweep, result);
  add_ranges(sweep, result);
}

std::vector<Attribute> sample_attributes(const Sweep& sweep) {
  std::vector<Attribute> attributes = {{"design", std::string(name_of(sweep.design))}};
  if (sweep.samples > 0) attributes.emplace_back("samples", static_cast<std::int64_t>(sweep.samples));
  if (sweep.doubled_from > 0)
    attributes.emplace_back("doubled_from", static_cast<std::int64_t>(sweep.doubled_from));
  if (sweep.design == Design::Sobol)
    attributes.emplace_back("replicates", static_cast<std::int64_t>(n_sobol_replicates));
  return attributes;
}

}  // namespace hansa
