#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bargaining/solvers/bargain.hpp"
#include "bargaining/tables/case_table.hpp"
#include "sim/run.hpp"

namespace hansa {

/// A mean over cases and its 95 % interval.
struct BootstrappedMean {
  double mean = 0, lo = 0, hi = 0;
  std::size_t n = 0;  // cases; if 0 there is no mean
};

/// The mean of the values that are not NaN, and the percentiles of 2,000 bootstrap samples of clusters, drawn with
/// replacement, since decisions made together are not independent evidence. `cluster`: number of each value's cluster,
/// from 0. Draws depend on `seed` alone. Source: Davison and Hinkley 1997, section 3.8.
[[nodiscard]] BootstrappedMean clustered_mean(std::span<const double> values,
                                              std::span<const std::size_t> cluster, std::uint64_t seed);

/// How far a solver's outcomes are from the actual ones.
struct BacktestScore {
  std::string_view solver;
  BootstrappedMean error;               // absolute, on the cases' scale
  BootstrappedMean against_compromise;  // its error less the compromise's, case by case
  BootstrappedMean against_mean;        // the same against the mean by power alone
  BootstrappedMean against_median;      // and against the weighted median
  BootstrappedMean
      against_alone;         // of packages: and against each issue solved alone, in exchange the compromise
  std::size_t n_agreed = 0;  // cases in which the solver finds an agreement
};

/// The scores over some of the cases.
struct BacktestGroup {
  std::string name;
  std::size_t n_cases = 0;
  std::vector<BacktestScore> scores;
};

/// A solver's results for every case.
struct SolvedCases {
  BargainSolver solver;
  std::vector<double> forecast;          // case, on the cases' scale; NaN if it cannot be solved
  std::vector<double> error;             // case: absolute, likewise
  std::vector<char> agreed;              // case
  std::vector<double> error_alone = {};  // of packages, case: the error if each case is solved alone
};

struct Backtest {
  std::vector<BacktestScore> scores;
  std::vector<BacktestGroup>
      by_rule;  // the table's name for the rule and, in brackets, the rule played by chair
  std::vector<BacktestGroup> by_actors;  // up to 10, 11 to 20, more
  std::vector<SolvedCases> solved;       // solver
  std::size_t n_packages = 0;            // with rules.packages
};

/// The solvers that a backtest scores: exchange with rules.packages alone, setter if it has one.
[[nodiscard]] std::vector<BargainSolver> solvers_for(const CaseTable& table, const BargainRules& rules);

/// The rule by which chair plays a case: the one named in its table, else that of `rules`.
[[nodiscard]] DecisionRule decision_rule_of(const BargainCase& one, const BargainRules& rules);

/// Solves all cases, on all of the machine's threads; with rules.packages those of a proposal together, unless the solver
/// treats each issue as if it were alone.
///
/// `watch` is told how many cases are solved, and may stop: then the rest is not solved.
[[nodiscard]] SolvedCases solve_cases(const CaseTable& table, BargainSolver solver, const BargainRules& rules,
                                      const Watch& watch = {});

/// The number of each case's proposal, numbered in the order of first cases.
[[nodiscard]] std::vector<std::size_t> proposals_of(const CaseTable& table);

/// The number of proposals.
[[nodiscard]] std::size_t count_proposals(const CaseTable& table);

/// Scores every solver over the cases that it can solve. The bootstrap draws proposals, depending on `seed` alone.
/// `watch` is told how many of `n_solutions` are made.
[[nodiscard]] Backtest backtest(const CaseTable& table, const BargainRules& rules, std::uint64_t seed,
                                const Watch& watch = {});

/// The number of cases times that of times that each is solved.
[[nodiscard]] std::size_t n_solutions(const CaseTable& table, const BargainRules& rules);

}  // namespace hansa
