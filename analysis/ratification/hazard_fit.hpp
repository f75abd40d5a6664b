#pragma once

#include <span>
#include <vector>

#include "analysis/bootstrap.hpp"
#include "analysis/ratification/panel.hpp"
#include "scenarios/parameters/treaty_params.hpp"

namespace hansa {

/// Estimates of the model's hazard of joining. Terms that were not asked for, or never vary, have coefficient 0 and no
/// interval.
struct HazardFit {
  By<Term, double> coefficient;
  By<Term, Interval> ci95;  // clustered by treaty
  double constant = 0,
         spread = 0;  // mean and standard deviation of the treaties' own constants       [logit]
  Interval constant_ci95;
  std::vector<double> constants;  // (treaty)
  double log_likelihood = 0;
  std::size_t n_rows = 0, n_joined = 0;
};

/// Weight of the ridge penalty, penalty / 2 * sum of (coefficient * standard deviation of its term)^2.
inline constexpr double ridge = 1;

/// Maximises the likelihood of who joined in which month,
///
///     P(joins in a month) = 1 - (1 - P)^(1/12),  logit P = constant of the treaty + sum of coefficient * term,
///
/// with a ridge penalty on all but the constants, by Newton's method. Intervals: Student's t with one degree of
/// freedom less than treaties, on the sandwich variance with one cluster a treaty (Liang and Zeger 1986; Cameron and
/// Miller 2015).
[[nodiscard]] HazardFit fit_hazard(const std::vector<TreatyPanel>& panels, std::span<const Term> terms);

/// The log likelihood of a treaty that did not enter the fit, with the fit's coefficients and the constant that suits the
/// treaty best: how well the terms tell its states and months apart.
[[nodiscard]] double log_likelihood_of(const TreatyPanel& panel, const HazardFit& fit);

/// The terms that raise the likelihood of treaties left out; docs/explanation/decisions.md has those that do not.
inline constexpr std::array model_terms = {Term::Habit,     Term::Democracy,   Term::Population, Term::Eu,
                                           Term::Region,    Term::Parties,     Term::TimeLog,    Term::Time,
                                           Term::OwnPayoff, Term::OthersPayoff};

/// The parameters of the model that a fit of `model_terms` gives; the others as they are by default.
[[nodiscard]] RatificationParams params_of(const HazardFit& fit);

/// The same as settings of a scenario, `ratification.habit=0.3`.
[[nodiscard]] std::vector<std::string> settings_of(const HazardFit& fit);

}  // namespace hansa
