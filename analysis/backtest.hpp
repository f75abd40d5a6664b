#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "scenarios/bargain/case_table.hpp"

namespace hansa {

/// A mean over cases and its 95 % interval: percentiles of 2,000 bootstrap samples of cases.
struct BootstrappedMean {
  double mean = 0, lo = 0, hi = 0;
  std::size_t n = 0;  // cases; 0: nothing is known
};

constexpr std::array<std::string_view, 3> backtest_solver_names = {"compromise", "median", "nash"};

/// How far a solver's outcomes lie from those of history.
struct BacktestScore {
  std::string_view solver;
  BootstrappedMean error;              // absolute, on the cases' scale
  BootstrappedMean beyond_compromise;  // its error less the compromise's, case by case
};

/// Scores every solver over the cases it can solve: Nash needs a reference, and predicts it where nobody can gain
/// with all others. The bootstrap draws by `seed` alone.
[[nodiscard]] std::vector<BacktestScore> backtest(const CaseTable& table, std::uint64_t seed);

}  // namespace hansa
