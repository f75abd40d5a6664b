#pragma once

#include <string>
#include <string_view>

#include "analysis/backtest.hpp"

namespace hansa {

/// {cases, cases_left_out, rows_left_out, solvers: {NAME: {mae, ci95, n, beyond_compromise: {mean, ci95}}}};
/// null where a solver solves no case.
[[nodiscard]] std::string backtest_json(const CaseTable& table, const std::vector<BacktestScore>& scores);

/// The same as a table in text.
[[nodiscard]] std::string backtest_text(std::string_view title, const CaseTable& table,
                                        const std::vector<BacktestScore>& scores);

}  // namespace hansa
