#pragma once

#include <array>
#include <optional>
#include <string>
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

/// Rules of the solvers: of smp, of chair, and the decision rule of chair.
struct BargainRules {
  SmpRules smp;
  ChairRules chair;
  DecisionRule decision;
  bool tries_orders = false;  // smp: where the order of actors decides, solve the table in other orders, too
};

/// The outcomes of one table over orders of its actors, on its scales.
struct OrderRange {
  std::size_t n_orders = 0;
  std::vector<double> least, most;  // issue
};

/// A solver's result, on the table's scales.
struct BargainOutcome {
  BargainSolver solver;
  std::vector<double> outcome;  // issue
  bool agreed = true;
  std::vector<std::vector<double>> positions;   // before the first turn and after each: actor x issue
  std::vector<std::vector<double>> texts = {};  // the chair's texts likewise: issue; none under other solvers
  std::size_t n_ties = 0;                 // smp: choices among equals in which the order of actors decided
  std::optional<OrderRange> orders = {};  // if so, and rules.tries_orders

  [[nodiscard]] std::size_t n_turns() const { return positions.size() - 1; }
};

/// Whether a solver can be applied: the Nash bargain needs a reference on every issue.
[[nodiscard]] bool can_solve(const BargainTable& table, BargainSolver solver);

/// The largest number of actors for which a solver is applied unless it is asked for: of the cubic ones, what takes less
/// than half a minute.
[[nodiscard]] std::size_t most_actors_of(BargainSolver solver);

/// What a solver that cannot be applied needs.
[[nodiscard]] std::string needs_of(BargainSolver solver);

/// Solves a table. Of power only ratios count: it is divided by the mean of those above 0 here, once for all
/// solvers, since smp has constants in units of power; among equals, power is then 1, as in KTAB's ties. compromise, median and nash work issue by issue, weighted by power times salience, without turns;
/// so does mean, weighted by power alone. The others solve all issues together: contest without turns; smp, whose
/// outcome is the median of the last positions; chair, whose outcome is the text that passed. If none passed, an issue
/// keeps its reference, or has the chair's last text if it has none.
///
/// `agreed` means under chair that the text passed, under the others that no actor with a veto is worse off than at
/// the references. It also requires under nash that all gain over the reference on every issue (an issue without such
/// a text keeps its reference), under smp that the actors with weight end within 1 % of every scale, under contest
/// that the standings converge (otherwise the outcome is the compromise).
[[nodiscard]] BargainOutcome solve_bargain(const BargainTable& table, BargainSolver solver,
                                           const BargainRules& rules = {});

}  // namespace hansa
