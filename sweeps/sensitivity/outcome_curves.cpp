#include "sweeps/sensitivity/outcome_curves.hpp"

#include <algorithm>

#include "support/input/problem.hpp"
#include "support/input/suggest.hpp"

namespace hansa {
namespace {

[[noreturn]] void refuse(const SweepPlan& plan, std::string key, std::string message) {
  throw ScenarioError(
      {{.file = plan.sweep.files.file(0), .key = std::move(key), .message = std::move(message)}});
}

std::size_t find_parameter(const SweepPlan& plan, const std::string& key, const std::string& path) {
  std::vector<std::string_view> known;
  for (std::size_t j = 0; j < plan.sweep.parameters.size(); ++j) {
    if (plan.sweep.parameters[j].path == path) return j;
    known.push_back(plan.sweep.parameters[j].path);
  }
  refuse(plan, key, "the sweep varies no parameter " + in_quotes(path) + suggest(path, known));
}

/// The points with all these values.
std::vector<std::size_t> points_where(const SweepPlan& plan, const std::vector<std::string>& where) {
  std::vector<std::size_t> points;
  for (std::size_t point = 0; point < plan.sweep.n_points; ++point) points.push_back(point);
  for (const std::string& condition : where) {
    const std::size_t equals = condition.find('=');
    if (equals == std::string::npos)
      refuse(plan, "--where", "expected PARAMETER=VALUE, got " + in_quotes(condition));
    const std::size_t j = find_parameter(plan, "--where", condition.substr(0, equals));
    const std::string value = condition.substr(equals + 1);
    std::vector<std::string> known;
    const auto differs = [&](std::size_t point) {
      const std::string text = text_at(plan.sweep, point, j);
      if (known.size() < 20 && std::find(known.begin(), known.end(), text) == known.end())
        known.push_back(text);
      return text != value;
    };
    points.erase(std::remove_if(points.begin(), points.end(), differs), points.end());
    if (!points.empty()) continue;
    std::string list;
    for (const std::string& text : known) list += (list.empty() ? "" : ", ") + text;
    refuse(plan, "--where", "no point has " + condition + "; values: " + list);
  }
  return points;
}

/// The values of some points alone.
std::vector<double> pick(const std::vector<double>& values, const std::vector<std::size_t>& points,
                         std::size_t n) {
  std::vector<double> picked;
  for (const std::size_t point : points)
    picked.insert(picked.end(), values.begin() + static_cast<std::ptrdiff_t>(point * n),
                  values.begin() + static_cast<std::ptrdiff_t>((point + 1) * n));
  return picked;
}

Blocks blocks_of(const OutcomeTable& table, const std::vector<std::size_t>& points) {
  return into_blocks(pick(table.values, points, table.n_realizations), points.size(), table.n_realizations,
                     table.scale);
}

}  // namespace

OutcomeCurves analyse_curves(const SweepPlan& plan, const RunOutcomes& runs, const CurveWay& way) {
  const Sweep& sweep = plan.sweep;
  const std::string key = way.parameters.size() == 1 ? "--curve" : "--map";
  std::vector<DesignColumn> columns;
  const std::vector<std::size_t> points = points_where(plan, way.where);
  for (const std::string& path : way.parameters) {
    columns.push_back(column_of(sweep, find_parameter(plan, key, path)));
    if (!columns.back().is_ordered) refuse(plan, key, path + " has values that are no numbers");
    columns.back().x = pick(columns.back().x, points, 1);
  }
  std::vector<DesignRow> rows;
  for (const std::size_t point : points) rows.push_back(row_of(sweep, point));
  OutcomeCurves curves{
      .n_failed = runs.n_failed, .n_missing = runs.n_missing, .n_points = points.size(), .found = {}};
  for (std::size_t o = 0; o < runs.names.size(); ++o) {
    if (way.only && *way.only != runs.names[o]) continue;
    for (const Contrast& contrast : contrasts_of(sweep)) {
      const OutcomeTable table = table_of(sweep, runs, o, contrast, way.missing);
      if (table.n_realizations == 0) continue;
      if (way.missing == MissingPolicy::Refuse && table.n_not_applying > 0)
        refuse(plan, "--missing", runs.names[o].column + " is undefined in some runs, which adopted no text");
      const Blocks blocks = blocks_of(table, points);
      OutcomeCurve found{.outcome = runs.names[o],
                         .contrast = name_of(contrast, sweep),
                         .is_difference = contrast.minus.has_value(),
                         .n_runs = table.n_runs,
                         .n_lacking = table.n_lacking,
                         .n_not_applying = table.n_not_applying,
                         .curve = {},
                         .cells = {}};
      const bool is_drawn = sweep.design != Design::Grid;
      if (columns.size() == 1)
        found.curve = estimate_curve(rows, columns[0], blocks, is_drawn);
      else
        found.cells = map_outcome(rows, columns[0], columns[1], blocks, is_drawn);
      if (columns.size() == 1 && contrast.minus) {
        const auto of_arm = [&](std::size_t arm) {
          return blocks_of(table_of(sweep, runs, o, {.arm = arm, .minus = {}}, way.missing), points);
        };
        const Blocks one = of_arm(contrast.arm), other = of_arm(*contrast.minus);
        const bool is_paired = one.n_blocks == other.n_blocks;  // else one arm has realizations yet to run
        const CurveShift shift =
            is_paired ? estimate_shift(rows, columns[0], one, other, is_drawn) : CurveShift{};
        found.curve.half = shift.half;
        found.curve.peak = shift.peak;
      }
      curves.found.push_back(std::move(found));
    }
  }
  return curves;
}

}  // namespace hansa
