#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "bargaining/solvers/chair_rules.hpp"
#include "bargaining/solvers/smp_rules.hpp"
#include "bargaining/tables/bargain_table.hpp"
#include "scenarios/parameters/choice.hpp"
#include "scenarios/parameters/decision_rule.hpp"

namespace hansa {

enum class BargainSolver { Compromise, Median, Nash, Contest, Smp, Chair, Mean };
constexpr WordsOf<BargainSolver> choices(BargainSolver) {
  return {"compromise", "median", "nash", "contest", "smp", "chair", "mean"};
}
inline constexpr auto bargain_solver_names = choices(BargainSolver{}).values;

/// What the solvers may be told: smp its rules, chair its parameters and who decides.
struct BargainRules {
  SmpRules smp;
  ChairRules chair;
  DecisionRule decision;
};

/// What a solver makes of a table, on the table's scales.
struct BargainOutcome {
  BargainSolver solver;
  std::vector<double> outcome;  // issue
  bool agreed = true;
  std::vector<std::vector<double>> positions;   // before the first turn and after each: actor x issue
  std::vector<std::vector<double>> texts = {};  // the chair's, likewise: issue; none under the other solvers

  [[nodiscard]] std::size_t n_turns() const { return positions.size() - 1; }
};

/// Whether a solver has what it needs: the Nash bargain a reference on every issue.
[[nodiscard]] bool can_solve(const BargainTable& table, BargainSolver solver);

/// Issue by issue, weighted by power and salience, in no turns: compromise, median, nash; mean by power alone. Over all issues at
/// once: contest, in no turns; smp, whose outcome is the median of the last positions; and chair, whose outcome is the
/// text that passed. Where none passed, an issue keeps its reference; one without has the chair's last text.
///
/// Agreed means: under chair, that the text passed. Under the others, that no actor with a veto is worse off than at
/// the references; under nash also that on every issue all gain over the reference (an issue without such a text
/// keeps its reference); under smp also that all who count end within 1 % of every scale; under contest also that
/// the standings settle, and else the compromise is told.
[[nodiscard]] BargainOutcome solve_bargain(const BargainTable& table, BargainSolver solver,
                                           const BargainRules& rules = {});

}  // namespace hansa
