#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sweeps/sensitivity/curves.hpp"
#include "sweeps/sensitivity/outcomes.hpp"

namespace hansa {

/// Which points and outcomes a curve or a map is made of.
struct CurveWay {
  std::vector<std::string> parameters;   // one: curves; two: maps
  std::vector<std::string> where;        // PARAMETER=VALUE: only the points with this value
  std::optional<OutcomeName> only = {};  // nullopt: all outcomes
  MissingPolicy missing = MissingPolicy::Conditional;
};

/// Curves or maps of one outcome in one contrast.
struct OutcomeCurve {
  OutcomeName outcome;
  std::string contrast;
  bool is_difference = false;
  std::size_t n_runs = 0, n_lacking = 0, n_not_applying = 0;
  Curve
      curve;  // of one parameter; of a difference, half and peak are those of the first arm less the other's
  std::vector<Cell> cells;  // of two
};

struct OutcomeCurves {
  std::size_t n_failed = 0, n_missing = 0, n_points = 0;
  std::vector<OutcomeCurve> found;  // outcome by outcome, contrast by contrast
};

/// Estimates from the outcomes of a folder. Throws ScenarioError for a parameter that the sweep does not vary, one whose
/// values are no numbers, and a value that no point has.
[[nodiscard]] OutcomeCurves analyse_curves(const SweepPlan& plan, const RunOutcomes& runs,
                                           const CurveWay& way);

}  // namespace hansa
