#pragma once

#include <string>
#include <vector>

#include "sweeps/sensitivity/effects.hpp"
#include "sweeps/sensitivity/outcomes.hpp"

namespace hansa {

/// What is asked of an analysis.
struct SensitivityWay {
  MissingPolicy missing = MissingPolicy::Conditional;
  std::vector<SensitivityMethod> methods;  // each fits the design
};

/// Why a method does not fit a design; empty: it does.
[[nodiscard]] std::string why_unfit(SensitivityMethod method, const Sweep& sweep);

/// The methods that answer for a design unless others are asked for.
[[nodiscard]] std::vector<SensitivityMethod> usual_methods(Design design);

/// The effects of all parameters on one outcome in one contrast, by one method.
struct OutcomeEffects {
  OutcomeName outcome;
  std::string contrast;  // "full", "full minus without-lobbying"
  bool is_difference = false;
  std::size_t n_realizations = 0, n_runs = 0, n_lacking = 0, n_not_applying = 0;
  double noise = 0;  // variance of a run's outcome about the expectation at its point; NaN: one realization
  Effects effects;

  /// Chance's part in the variance of a run's outcome over the design; NaN: unknown.
  [[nodiscard]] double noise_share() const { return noise / (noise + effects.variance.value); }
};

struct Sensitivity {
  MissingPolicy missing = MissingPolicy::Conditional;
  std::size_t n_failed = 0, n_missing = 0;  // runs
  std::vector<OutcomeEffects> found;        // outcome by outcome, contrast by contrast, method by method
};

/// Estimates from the outcomes of a folder. Throws ScenarioError if the policy is to refuse, and some outcome does not
/// apply.
[[nodiscard]] Sensitivity analyse_sensitivity(const SweepPlan& plan, const RunOutcomes& runs,
                                              const SensitivityWay& way);

/// How many more runs would halve an interval: at most four times the samples, or the realizations, or both, whichever
/// part of the standard error is the greater one.
struct MoreRuns {
  std::size_t samples = 0, realizations = 0;
};
[[nodiscard]] MoreRuns runs_to_halve(const Estimate& estimate, std::size_t samples, std::size_t realizations);

}  // namespace hansa
