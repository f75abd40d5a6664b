#include "bargaining/report/forecast_csv.hpp"

#include <cmath>

#include "support/text/csv_text.hpp"

namespace hansa {
namespace {

constexpr std::string_view header = "case,issue,solver,outcome,forecast,error,agreed,actors,rule\n";

constexpr std::string_view spread_header =
    ",mean,sd,q05,q25,q50,q75,q95,p_agreed,matters_most,share,share_lo,share_hi,draws,seed";

std::string cell_of(const std::optional<double>& value) { return value ? csv_cell(*value) : ""; }

void add_spread(const BargainTable& table, const BargainSpread& spread, std::size_t solver, std::size_t issue,
                std::vector<std::string>& cells) {
  const OutcomeSpread& found = spread.solvers[solver].issues[issue];
  for (const double value : {found.mean, found.sd}) cells.push_back(csv_cell(value));
  for (const double value : found.quantiles) cells.push_back(csv_cell(value));
  cells.push_back(csv_cell(spread.solvers[solver].agreed.value));
  const bool has_shares = !found.actors.empty();
  const Estimate share = has_shares ? found.actors.front().share : Estimate{};
  cells.push_back(has_shares ? csv_cell(table.actors[found.actors.front().actor]) : "");
  for (const double value : {share.value, share.ci95.lo, share.ci95.hi}) cells.push_back(csv_cell(value));
  cells.push_back(std::to_string(spread.options.n));
  cells.push_back(std::to_string(spread.options.seed));
}

}  // namespace

std::string bargain_csv(std::string_view name, const BargainTable& table,
                        const std::vector<BargainOutcome>& outcomes, const DecisionRule& rule,
                        const std::optional<BargainSpread>& spread) {
  std::string text(header);
  if (spread) text.insert(text.size() - 1, spread_header);
  for (std::size_t d = 0; d < table.n_issues(); ++d) {
    const BargainIssue& issue = table.issues[d];
    for (std::size_t s = 0; s < outcomes.size(); ++s) {
      const BargainOutcome& found = outcomes[s];
      const bool is_apart = !found.agreed_on.empty(),
                 agreed = is_apart ? found.agreed_on[d] != 0 : found.agreed;
      std::optional<double> error;
      if (issue.decided) error = std::abs(found.outcome[d] - *issue.decided);
      std::vector<std::string> cells = {csv_cell(is_apart ? issue.proposal : name),
                                        csv_cell(issue.name),
                                        csv_cell(name_of(found.solver)),
                                        cell_of(issue.decided),
                                        csv_cell(found.outcome[d]),
                                        cell_of(error),
                                        agreed ? "yes" : "no",
                                        std::to_string(table.n_actors()),
                                        csv_cell(to_text(rule))};
      if (spread) add_spread(table, *spread, s, d, cells);
      text += csv_line(cells);
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
