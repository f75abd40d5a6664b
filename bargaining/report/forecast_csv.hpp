#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bargaining/report/backtest.hpp"
#include "bargaining/solvers/bargain.hpp"
#include "bargaining/tables/bargain_table.hpp"
#include "bargaining/tables/case_table.hpp"

namespace hansa {

/// The forecasts for a table, a row for each issue and solver:
///
///     case      name of the table
///     issue     its name
///     solver    its name
///     outcome   what was decided; empty if unknown
///     forecast  on the scale
///     error     |forecast - outcome|
///     agreed    yes or no
///     actors    number of actors
///     rule      decision rule, which chair plays
[[nodiscard]] std::string bargain_csv(std::string_view name, const BargainTable& table,
                                      const std::vector<BargainOutcome>& outcomes, const DecisionRule& rule);

/// The same for cases; `case` is the proposal. Forecast, error and agreed are empty where a solver cannot be applied.
[[nodiscard]] std::string backtest_csv(const CaseTable& table, const Backtest& found,
                                       const BargainRules& rules);

}  // namespace hansa
