#include "sweeps/sensitivity/sensitivity.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "support/input/problem.hpp"

namespace hansa {
namespace {

void refuse_missing(const OutcomeTable& table, const OutcomeName& outcome, const std::string& contrast,
                    const SweepPlan& plan) {
  throw ScenarioError(
      {{.file = plan.sweep.files.file(0),
        .key = "--missing",
        .message = fmt::format(
            "{} of {} is undefined in {} of {} runs ({}), which adopted no text; conditional leaves "
            "them out, zero counts 0",
            outcome.column, outcome.conference, table.n_not_applying, table.n_runs, contrast)}});
}

}  // namespace

std::string why_unfit(SensitivityMethod method, const Sweep& sweep) {
  const auto needs = [&](Design design) {
    return sweep.design == design
               ? std::string()
               : fmt::format("needs the design {}; this sweep is {}", name_of(design), name_of(sweep.design));
  };
  switch (method) {
    case SensitivityMethod::Sobol:
      return needs(Design::Sobol);
    case SensitivityMethod::Morris:
      return needs(Design::Morris);
    case SensitivityMethod::Grid:
      return needs(Design::Grid);
    case SensitivityMethod::Regression:
      return sweep.design == Design::List ? std::string() : needs(Design::Lhs);
    case SensitivityMethod::Binned:
      break;
  }
  return sweep.design == Design::Grid ? "is for drawn points; the method grid is exact on a grid" : "";
}

std::vector<SensitivityMethod> usual_methods(Design design) {
  switch (design) {
    case Design::Grid:
      return {SensitivityMethod::Grid};
    case Design::Lhs:
      return {SensitivityMethod::Binned, SensitivityMethod::Regression};
    case Design::Sobol:
      return {SensitivityMethod::Sobol};
    case Design::Morris:
      return {SensitivityMethod::Morris};
    case Design::List:
      break;
  }
  return {SensitivityMethod::Binned};
}

Sensitivity analyse_sensitivity(const SweepPlan& plan, const RunOutcomes& runs, const SensitivityWay& way) {
  const Sweep& sweep = plan.sweep;
  std::vector<DesignRow> rows;
  std::vector<DesignColumn> columns;
  for (std::size_t point = 0; point < sweep.n_points; ++point) rows.push_back(row_of(sweep, point));
  for (std::size_t j = 0; j < sweep.parameters.size(); ++j) columns.push_back(column_of(sweep, j));
  Sensitivity sensitivity{
      .missing = way.missing, .n_failed = runs.n_failed, .n_missing = runs.n_missing, .found = {}};
  for (std::size_t o = 0; o < runs.names.size(); ++o) {
    for (const Contrast& contrast : contrasts_of(sweep)) {
      const OutcomeTable table = table_of(sweep, runs, o, contrast, way.missing);
      if (table.n_realizations == 0) continue;
      const std::string name = name_of(contrast, sweep);
      if (way.missing == MissingPolicy::Refuse && table.n_not_applying > 0)
        refuse_missing(table, runs.names[o], name, plan);
      const Blocks blocks = into_blocks(table.values, sweep.n_points, table.n_realizations);
      for (const SensitivityMethod method : way.methods)
        sensitivity.found.push_back({.outcome = runs.names[o],
                                     .contrast = name,
                                     .is_difference = contrast.minus.has_value(),
                                     .n_realizations = table.n_realizations,
                                     .n_runs = table.n_runs,
                                     .n_lacking = table.n_lacking,
                                     .n_not_applying = table.n_not_applying,
                                     .noise = blocks.noise,
                                     .effects = estimate_effects(method, rows, columns, blocks)});
    }
  }
  return sensitivity;
}

MoreRuns runs_to_halve(const Estimate& estimate, std::size_t samples, std::size_t realizations) {
  constexpr double small = 0.1;  // of the variance: four times the other part then leaves .57 of the error
  const double of_points = estimate.of_points * estimate.of_points,
               of_runs = estimate.of_runs * estimate.of_runs, all = of_points + of_runs;
  MoreRuns more{samples, realizations};
  if (all > 0 && of_points >= small * all) more.samples *= 4;
  if (all > 0 && of_runs >= small * all) more.realizations *= 4;
  return more;
}

}  // namespace hansa
