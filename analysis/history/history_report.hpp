#pragma once

#include <string>

#include "analysis/history/history.hpp"
#include "support/text/text.hpp"

namespace hansa {

/// {conferences: {n, brier, brier_ci95, brier_base_rate, brier_last_outcome, log, ..., calibration, depth_auc, ...},
///  votes: {conference, scenario, n, no, not_yes, predicted, auc_no, auc_not_yes, baselines},
///  relations: {from, to, n, conflicts, auc, baselines, objecting_rho, ..., periods: [the same]},
///  ratification: [{treaty, scenario, n, spearman, ci95, concordance, baseline_spearman, threshold_met,
///                  in_force: {real, replayed, median, lo, hi}, parties: [{year, actual, predicted}]}],
///  usa_joins_kyoto: {share, ci95, n}, not_better: [{score, than}],
///  unknown_states: [ISO3]}
/// null: not defined, or never.
[[nodiscard]] std::string history_json(const History& history);

/// The same as text, with a line for each score that is no better than a naive prediction.
[[nodiscard]] Text history_text(const History& history);

}  // namespace hansa
