#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bargaining/draws/outcome_spread.hpp"
#include "bargaining/report/backtest.hpp"
#include "bargaining/solvers/bargain.hpp"
#include "bargaining/tables/bargain_table.hpp"
#include "bargaining/tables/case_table.hpp"

namespace hansa {

/// The forecasts for a table, a row for each issue and solver:
///
///     case      name of the table; of packages, the proposal
///     issue     its name
///     solver    its name
///     outcome   what was decided; empty if unknown
///     forecast  on the scale
///     error     |forecast - outcome|
///     agreed    yes or no
///     actors    number of actors
///     rule      decision rule, which chair plays
///
/// With `spread` also, over the draws:
///     mean, sd, q05, q25, q50, q75, q95   of the outcome
///     p_agreed                            share with an agreement
///     matters_most                        the actor whose uncertainty has the largest first-order share of the variance
///     share, share_lo, share_hi           that share with its 95 % interval; empty if no outcome changes
///     draws, seed
[[nodiscard]] std::string bargain_csv(std::string_view name, const BargainTable& table,
                                      const std::vector<BargainOutcome>& outcomes, const DecisionRule& rule,
                                      const std::optional<BargainSpread>& spread = {});

/// The same for cases; `case` is the proposal. Forecast, error and agreed are empty where a solver cannot be applied.
[[nodiscard]] std::string backtest_csv(const CaseTable& table, const Backtest& found,
                                       const BargainRules& rules);

}  // namespace hansa
