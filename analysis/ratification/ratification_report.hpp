#pragma once

#include <string>

#include "analysis/ratification/validation.hpp"
#include "support/text/text.hpp"

namespace hansa {

/// {n, joined, treaties, constant, constant_ci95, spread, terms: [{name, coefficient, ci95}],
///  home_pressure: {coefficient, ci95},
///  veto_players: [{terms: [{name, coefficient, ci95}],
///                  left_out: {log_likelihood, log_likelihood_ci95, spearman, spearman_ci95}}],
///  left_out: [{treaty, n, spearman, spearman_ci95, habit, democracy, concordance, concordance_ci95}],
///  mean: {n, spearman, spearman_ci95, habit, democracy, lead, lead_ci95}, mean_atmosphere: the same}
/// null: not defined.
[[nodiscard]] std::string ratification_json(const RatificationBacktest& found);

/// The same as text.
[[nodiscard]] Text ratification_text(const RatificationBacktest& found);

}  // namespace hansa
