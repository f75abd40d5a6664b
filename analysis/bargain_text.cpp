#include "analysis/bargain_text.hpp"

#include <fmt/format.h>

#include "analysis/text_rows.hpp"
#include "scenarios/counted.hpp"
#include "scenarios/problem.hpp"

namespace hansa {
namespace {

std::string value_text(double value) { return fmt::format("{:.6g}", value + 0.0); }  // no -0

std::string outcomes_text(const BargainTable& table, const std::vector<BargainOutcome>& outcomes) {
  TextRows rows;
  rows.push_back({"solver", "agreed", "turns"});
  for (const BargainIssue& issue : table.issues)
    rows.front().push_back(fmt::format("{} ({:g}..{:g})", printable(issue.name), issue.least, issue.most));
  for (const BargainOutcome& found : outcomes) {
    std::vector<std::string>& row = rows.emplace_back();
    row.emplace_back(bargain_solver_names[static_cast<std::size_t>(found.solver)]);
    row.emplace_back(found.agreed ? "yes" : "no");
    row.push_back(fmt::format("{}", found.n_turns()));
    for (const double value : found.outcome) row.push_back(value_text(value));
  }
  return align(rows);
}

std::string moves_text(const BargainTable& table, const BargainOutcome& found) {
  TextRows rows;
  rows.push_back({"actor"});
  for (const BargainIssue& issue : table.issues)
    rows.front().insert(rows.front().end(), {fmt::format("{} from", printable(issue.name)), "to"});
  for (std::size_t k = 0; k < table.n_actors(); ++k) {
    std::vector<std::string>& row = rows.emplace_back();
    row.push_back(printable(table.actors[k]));
    for (std::size_t d = 0; d < table.n_issues(); ++d) {
      row.push_back(value_text(found.positions.front()[k * table.n_issues() + d]));
      row.push_back(value_text(found.positions.back()[k * table.n_issues() + d]));
    }
  }
  return align(rows);
}

}  // namespace

std::string bargain_text(std::string_view title, const BargainTable& table,
                         const std::vector<BargainOutcome>& outcomes) {
  std::string text = fmt::format("{}: {}, {}\n\n", title, counted(table.n_actors(), "actor"),
                                 counted(table.n_issues(), "issue"));
  text += outcomes_text(table, outcomes);
  for (const BargainOutcome& found : outcomes) {
    if (found.n_turns() == 0) continue;
    text += fmt::format("\n{}: positions before the first turn and after the last\n\n",
                        bargain_solver_names[static_cast<std::size_t>(found.solver)]);
    text += moves_text(table, found);
  }
  return text;
}

}  // namespace hansa
