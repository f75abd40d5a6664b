#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bargaining/solvers/chair_rules.hpp"
#include "bargaining/solvers/expected_utility.hpp"
#include "bargaining/solvers/smp_outcome.hpp"
#include "bargaining/tables/bargain_table.hpp"
#include "scenarios/parameters/choice.hpp"
#include "scenarios/parameters/decision_rule.hpp"

namespace hansa {

enum class BargainSolver {
  Compromise,
  Median,
  Nash,
  Contest,
  Smp,
  Chair,
  Mean,
  JointNash,
  Setter,
  Exchange,
  ExpectedUtility
};
constexpr WordsOf<BargainSolver> choices(BargainSolver) {
  return {"compromise", "median", "nash",     "contest",         "smp", "chair", "mean",
          "joint-nash", "setter", "exchange", "expected-utility"};
}
inline constexpr auto bargain_solver_names = choices(BargainSolver{}).values;

/// Rules of the solvers: of smp, chair and expected-utility, the decision rule of chair and setter, and the actor that is the setter.
struct BargainRules {
  SmpRules smp;
  ChairRules chair;
  UtilityRules utility;
  DecisionRule decision;
  bool tries_orders = false;  // smp: where the order of actors decides, solve the table in other orders, too
  std::string setter = {};    // its name; without one there is no setter
  bool packages = false;      // the issues of a proposal are one bargain, other proposals' another
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
  std::vector<char> agreed_on = {};       // issue: whether its package was agreed; of packages only

  [[nodiscard]] std::size_t n_turns() const { return positions.size() - 1; }
};

/// What a solver lacks to be applied to a table, in a sentence; empty if it lacks nothing.
[[nodiscard]] std::string lack_of(const BargainTable& table, BargainSolver solver,
                                  const BargainRules& rules = {});
[[nodiscard]] inline bool can_solve(const BargainTable& table, BargainSolver solver,
                                    const BargainRules& rules = {}) {
  return lack_of(table, solver, rules).empty();
}

/// The largest number of actors for which a solver is applied unless it is asked for: of the cubic ones, what takes less
/// than half a minute.
[[nodiscard]] std::size_t most_actors_of(BargainSolver solver);

/// Whether a solver treats each issue as if it were alone, so that packages are the same to it.
[[nodiscard]] bool is_by_issue(BargainSolver solver);

/// Whether a solver is meant for this kind of table at all: setter for one with a setter, exchange for several issues.
[[nodiscard]] bool is_for(const BargainTable& table, BargainSolver solver, const BargainRules& rules = {});

/// A number of rounds with which chair agrees on a table on which it does not under `rules`: the first of 2, 4, 8, ... times
/// as many, up to 1000 rounds; nullopt if none is found.
[[nodiscard]] std::optional<int> rounds_to_agree(const BargainTable& table, const BargainRules& rules);

/// Solves a table. Of power only ratios count: it is divided by the mean of those above 0 here, once for all solvers,
/// since smp has constants in units of power; among equals power is then 1, as in KTAB's ties. compromise, median and nash
/// work issue by issue, weighted by power times salience, without turns; so does mean, weighted by power alone, and setter,
/// one issue after the other, and expected-utility, whose turns are rounds and whose outcome is the median of the last
/// positions. The others solve all issues together: contest without turns; smp, whose outcome is the median
/// of the last positions; chair, whose outcome is the text that passed or, if none passed, an issue's reference or else the
/// last text; joint-nash; exchange, whose turns are exchanges and whose outcome is the compromise of the last positions.
///
/// `agreed` means under chair and setter that a text passed on every issue, under the others that no actor with a veto is
/// worse off than at the references. It also requires under nash that all gain over the reference on every issue (an issue
/// without such a text keeps its reference), under joint-nash that all gain over the references taken together, under smp
/// that the actors with weight end within 1 % of every scale, under contest that the standings converge (otherwise the
/// outcome is the compromise).
///
/// With rules.packages each proposal is solved as a table of its own, and all must be agreed; a proposal that has one issue has
/// nothing to exchange, and is solved by the compromise.
[[nodiscard]] BargainOutcome solve_bargain(const BargainTable& table, BargainSolver solver,
                                           const BargainRules& rules = {});

}  // namespace hansa
