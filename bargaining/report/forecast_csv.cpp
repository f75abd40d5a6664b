#include "bargaining/report/forecast_csv.hpp"

#include <cmath>

#include "support/text/csv_text.hpp"

namespace hansa {
namespace {

constexpr std::string_view header = "case,issue,solver,outcome,forecast,error,agreed,actors,rule\n";

std::string cell_of(const std::optional<double>& value) { return value ? csv_cell(*value) : ""; }

}  // namespace

std::string bargain_csv(std::string_view name, const BargainTable& table,
                        const std::vector<BargainOutcome>& outcomes, const DecisionRule& rule) {
  std::string text(header);
  for (std::size_t d = 0; d < table.n_issues(); ++d) {
    const BargainIssue& issue = table.issues[d];
    for (const BargainOutcome& found : outcomes) {
      std::optional<double> error;
      if (issue.decided) error = std::abs(found.outcome[d] - *issue.decided);
      text +=
          csv_line({csv_cell(name), csv_cell(issue.name), csv_cell(name_of(found.solver)),
                    cell_of(issue.decided), csv_cell(found.outcome[d]), cell_of(error),
                    found.agreed ? "yes" : "no", std::to_string(table.n_actors()), csv_cell(to_text(rule))});
    }
  }
  return text;
}

std::string backtest_csv(const CaseTable& table, const Backtest& found, const BargainRules& rules) {
  std::string text(header);
  for (std::size_t k = 0; k < table.cases.size(); ++k) {
    const BargainCase& one = table.cases[k];
    for (const SolvedCases& solved : found.solved) {
      const bool is_solved = !std::isnan(solved.forecast[k]);
      text +=
          csv_line({csv_cell(one.proposal), csv_cell(one.name), csv_cell(name_of(solved.solver)),
                    csv_cell(one.outcome), csv_cell(solved.forecast[k]), csv_cell(solved.error[k]),
                    !is_solved         ? ""
                    : solved.agreed[k] ? "yes"
                                       : "no",
                    std::to_string(one.position.size()), csv_cell(to_text(decision_rule_of(one, rules)))});
    }
  }
  return text;
}

}  // namespace hansa
