#include "bargaining/report/bargain_remarks.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "bargaining/tables/packages.hpp"
#include "support/input/problem.hpp"
#include "support/text/numeral.hpp"

namespace hansa {

SolverChoice choose_solvers(const BargainTable& table, const BargainRules& rules) {
  SolverChoice choice;
  for (const BargainSolver solver : each<BargainSolver>) {
    const std::string_view name = name_of(solver);
    if (!is_for(table, solver, rules)) continue;
    if (table.n_actors() > most_actors_of(solver)) {
      choice.left_out.push_back(
          fmt::format("{} is left out, since it takes long with {} actors; --solver {} applies it", name,
                      table.n_actors(), name));
    } else if (const std::string lack = lack_of(table, solver, rules); !lack.empty()) {
      choice.left_out.push_back(fmt::format("{} is left out: {}", name, lack));
    } else {
      choice.solvers.push_back(solver);
    }
  }
  return choice;
}

std::string remark_on_time(const BargainTable& table, const BargainRules& rules,
                           const std::vector<BargainOutcome>& outcomes) {
  constexpr std::size_t most_tried = 100;  // actors; with more, trying takes long
  const bool fails = std::ranges::any_of(
      outcomes, [](const BargainOutcome& one) { return one.solver == BargainSolver::Chair && !one.agreed; });
  if (!fails || table.n_actors() > most_tried) return "";
  const auto rounds = rounds_to_agree(table, rules);
  if (!rounds) return "";
  return fmt::format("chair runs out of time: it agrees with --chair rounds={} (now {})", *rounds,
                     rules.chair.rounds);
}

std::string remark_on_packages(const BargainTable& table, const BargainRules& rules) {
  const std::size_t n = packages_of(table).size();
  if (rules.packages && n == table.n_issues() && n > 1)
    return "no proposal has two issues: a column proposal says which are decided together";
  if (!rules.packages && n > 1 && n < table.n_issues())
    return fmt::format("the issues of {} are solved as one bargain; --packages solves each proposal apart",
                       counted(n, "proposal"));
  return "";
}

std::vector<std::string> remarks_on_rules(const CaseTable& table, const std::string& rule) {
  std::set<std::string> names;
  for (const BargainCase& one : table.cases)
    if (!one.voting.empty() && !decision_rule_called(one.voting)) names.insert(one.voting);
  std::vector<std::string> remarks;
  for (const std::string& name : names)
    remarks.push_back(fmt::format("unknown rule {}; chair uses {}", in_quotes(name), rule));
  return remarks;
}

}  // namespace hansa
