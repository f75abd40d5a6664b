#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "scenarios/bargain/bargain_table.hpp"
#include "sim/solvers/smp_rules.hpp"

namespace hansa {

enum class BargainSolver { Compromise, Median, Nash, Contest, Smp };
constexpr std::array<std::string_view, 5> bargain_solver_names = {"compromise", "median", "nash", "contest",
                                                                  "smp"};

/// What a solver makes of a table, on the table's scales.
struct BargainOutcome {
  BargainSolver solver;
  std::vector<double> outcome;  // issue
  bool agreed = true;
  std::vector<std::vector<double>> positions;  // before the first turn and after each: actor x issue

  [[nodiscard]] std::size_t n_turns() const { return positions.size() - 1; }
};

/// Whether a solver has what it needs: the Nash bargain a reference on every issue.
[[nodiscard]] bool can_solve(const BargainTable& table, BargainSolver solver);

/// Issue by issue, weighted by power and salience, in no turns: compromise, median, nash. Over all issues at
/// once: contest, in no turns, and smp, whose outcome is the median of the last positions.
///
/// Agreed means: under nash, that on every issue all gain over the reference; an issue without such a text keeps
/// its reference. Under smp, that all who count end within 1 % of every scale. Under all, that no actor
/// with a veto is worse off than at the references.
[[nodiscard]] BargainOutcome solve_bargain(const BargainTable& table, BargainSolver solver,
                                           const SmpRules& rules = {});

}  // namespace hansa
