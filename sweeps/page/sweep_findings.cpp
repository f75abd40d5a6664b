#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "analysis/report/page_numbers.hpp"
#include "sweeps/page/sweep_parts.hpp"
#include "sweeps/report/sensitivity_report.hpp"

namespace hansa {

SweepFindings find_out(const SweepPlan& plan, RunOutcomes runs) {
  SweepFindings found{.plan = plan, .runs = std::move(runs), .rows = {}, .columns = {}, .sensitivity = {}};
  for (std::size_t point = 0; point < plan.sweep.n_points; ++point)
    found.rows.push_back(row_of(plan.sweep, point));
  for (std::size_t j = 0; j < plan.sweep.parameters.size(); ++j)
    found.columns.push_back(column_of(plan.sweep, j));
  std::vector<SensitivityMethod> methods;
  for (const SensitivityMethod method : each<SensitivityMethod>)
    if (why_unfit(method, plan.sweep).empty()) methods.push_back(method);
  found.sensitivity = analyse_sensitivity(plan, found.runs, {.methods = methods});
  return found;
}

std::optional<Blocks> blocks_of(const SweepFindings& found, std::size_t outcome, const Contrast& contrast) {
  const OutcomeTable table =
      table_of(found.plan.sweep, found.runs, outcome, contrast, MissingPolicy::Conditional);
  if (table.n_realizations == 0) return std::nullopt;
  return into_blocks(table.values, found.plan.sweep.n_points, table.n_realizations, table.scale);
}

std::vector<std::size_t> parameters_that_matter(const SweepFindings& found, std::size_t outcome,
                                                std::size_t most) {
  const std::size_t n = found.plan.sweep.parameters.size();
  std::vector<std::size_t> order;
  const auto add = [&](std::size_t j) {
    if (std::find(order.begin(), order.end(), j) == order.end()) order.push_back(j);
  };
  for (const OutcomeEffects& effects : found.sensitivity.found)
    if (n > most && effects.outcome == found.runs.names[outcome] && !effects.is_difference)
      for (const std::size_t j : ranking_of(effects.effects)) add(j);
  for (std::size_t j = 0; j < n; ++j) add(j);
  order.resize(std::min(most, order.size()));
  return order;
}

std::size_t main_outcome(const SweepFindings& found) {
  const std::string& first = found.plan.sweep.arms.front().name;
  std::size_t best = found.runs.names.size() - 1;
  double most = 0;
  for (const OutcomeEffects& one : found.sensitivity.found) {
    if (one.outcome.column != "adopted" || one.contrast != first || !(one.effects.variance.value > most))
      continue;
    most = one.effects.variance.value;
    best = static_cast<std::size_t>(std::find(found.runs.names.begin(), found.runs.names.end(), one.outcome) -
                                    found.runs.names.begin());
  }
  return best;
}

SensitivityMethod main_method(const SweepFindings& found) {
  using enum SensitivityMethod;
  for (const SensitivityMethod method : {Sobol, Grid, Morris, Binned})
    if (why_unfit(method, found.plan.sweep).empty()) return method;
  return Regression;
}

bool has_peak(const Curve& curve) {
  constexpr double of_rounding = 1e-9;
  if (std::isnan(curve.peak.value)) return false;
  double least = INFINITY, greatest = -INFINITY;
  for (const Estimate& estimate : curve.y) {
    if (std::isnan(estimate.value)) continue;
    least = std::min(least, estimate.value);
    greatest = std::max(greatest, estimate.value);
  }
  return greatest - least > of_rounding * std::max(std::abs(least), std::abs(greatest));
}

nlohmann::ordered_json estimate_part(const Estimate& estimate) {
  return {rounded(estimate.value), rounded(estimate.ci95.lo), rounded(estimate.ci95.hi)};
}

nlohmann::ordered_json place_part(const Estimate& place, const Curve& curve) {
  if (std::isnan(place.value)) return nullptr;
  const PlaceInRange cut = within_range(place, curve);
  nlohmann::ordered_json part = estimate_part(cut.place);
  part.push_back(cut.is_from_below ? 1 : 0);
  part.push_back(cut.is_to_above ? 1 : 0);
  return part;
}

Estimate mean_over_design(const SweepFindings& found, const Blocks& blocks) {
  const DesignColumn one_place{.is_ordered = true, .x = std::vector<double>(blocks.n_points), .n_levels = 1};
  return estimate_curve(found.rows, one_place, blocks, found.plan.sweep.design != Design::Grid).y.front();
}

}  // namespace hansa
