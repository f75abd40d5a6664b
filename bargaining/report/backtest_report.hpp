#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "bargaining/report/backtest.hpp"
#include "bargaining/report/backtest_folds.hpp"
#include "support/text/text.hpp"

namespace hansa {

/// {cases, proposals, cases_with_reference, cases_left_out, rows_left_out,
///  solvers: {NAME: {mae, ci95, n, agreed}}, against_compromise: {NAME: {mean, ci95, n}},
///  by_rule: {NAME: {cases, solvers, against_compromise}}, by_actors: the same,
///  chair: {PARAMETER: value},
///  cross_validation: {folds: [{chosen, cases, mae_inside, mae_held_out}], candidates, mae, ci95, n,
///                     against_compromise, chosen_on_all, mae_on_all}}
/// With packages also packages, their number, and against_alone: {NAME: {mean, ci95, n}}.
/// null if a solver solves no case; cross_validation only if `folds` is given. Groups have against_mean too.
[[nodiscard]] std::string backtest_json(const CaseTable& table, const BargainRules& rules,
                                        const Backtest& found, const std::optional<CrossValidation>& folds);

/// The same as tables in text.
[[nodiscard]] Text backtest_text(std::string_view title, const CaseTable& table, const Backtest& found,
                                 const std::optional<CrossValidation>& folds);

}  // namespace hansa
