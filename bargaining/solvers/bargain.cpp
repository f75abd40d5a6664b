#include "bargaining/solvers/bargain.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "bargaining/solvers/chair.hpp"
#include "bargaining/solvers/exchange.hpp"
#include "bargaining/solvers/joint_nash.hpp"
#include "bargaining/solvers/one_issue.hpp"
#include "bargaining/solvers/package_bargain.hpp"
#include "bargaining/solvers/position_contest.hpp"
#include "bargaining/solvers/smp_outcome.hpp"
#include "bargaining/solvers/table_means.hpp"
#include "bargaining/tables/bargain_table.hpp"
#include "bargaining/tables/packages.hpp"
#include "bargaining/voting/setter.hpp"
#include "bargaining/voting/voters.hpp"
#include "support/input/problem.hpp"
#include "support/input/suggest.hpp"
#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

/// Whether no actor with a veto prefers the references.
bool suits_vetoes(const BargainTable& table, const std::vector<double>& outcome) {
  for (std::size_t k = 0; k < table.n_actors(); ++k) {
    double loss = 0;
    for (std::size_t d = 0; d < table.n_issues(); ++d) {
      if (!table.issues[d].reference) continue;
      const double own = table.to_unit(d, table.position[k * table.n_issues() + d]);
      const double offered = table.to_unit(d, outcome[d]) - own;
      const double kept = table.to_unit(d, *table.issues[d].reference) - own;
      loss += table.salience[k * table.n_issues() + d] * (offered * offered - kept * kept);
    }
    if (table.veto[k] != 0 && loss > 1e-12) return false;
  }
  return true;
}

void solve_nash(const BargainTable& table, BargainOutcome& result) {
  for (std::size_t d = 0; d < table.n_issues(); ++d) {
    const double reference = table.issues[d].reference.value();
    const auto bargain =
        nash_bargain(column(table.position, d, table.n_issues()), weights_on(table, d), reference);
    result.agreed = result.agreed && bargain.has_value();
    result.outcome.push_back(bargain.value_or(reference));
  }
}

void solve_contest(const BargainTable& table, BargainOutcome& result) {
  const std::vector<double> mean =
      contest_of_positions(table.n_issues(), table.power, table.salience, on_unit_scale(table));
  result.agreed = !mean.empty();
  result.outcome = result.agreed ? on_own_scale(table, mean) : means_of(table, table.position);
}

void solve_smp(const BargainTable& table, const BargainRules& rules, BargainOutcome& result) {
  SmpOutcome found = smp_outcome(table, rules.smp);
  if (rules.tries_orders && found.n_ties > 0) result.orders = range_over_orders(table, rules.smp, found);
  result.outcome = std::move(found.outcome);
  result.agreed = found.agreed;
  result.positions = std::move(found.positions);
  result.n_ties = found.n_ties;
}

void solve_chair(const BargainTable& table, const BargainRules& rules, BargainOutcome& result) {
  const std::vector<double> start = on_unit_scale(table);
  std::vector<std::optional<double>> references(table.n_issues());
  for (std::size_t d = 0; d < table.n_issues(); ++d)
    if (table.issues[d].reference) references[d] = table.to_unit(d, *table.issues[d].reference);
  const ChairPath path = play_chair({table.n_actors(), table.n_issues(), table.power, table.salience, start,
                                     table.veto, references, table.size},
                                    rules.chair, rules.decision);
  result.agreed = path.agreed;
  for (std::size_t turn = 1; turn < path.positions.size(); ++turn)
    result.positions.push_back(on_own_scale(table, path.positions[turn]));
  for (const std::vector<double>& text : path.texts) result.texts.push_back(on_own_scale(table, text));
  for (std::size_t d = 0; d < table.n_issues(); ++d) {
    const double text = result.texts.back()[d];
    result.outcome.push_back(path.agreed ? text : table.issues[d].reference.value_or(text));
  }
}

void solve_joint_nash(const BargainTable& table, BargainOutcome& result) {
  std::vector<double> references;
  for (std::size_t d = 0; d < table.n_issues(); ++d)
    references.push_back(table.to_unit(d, table.issues[d].reference.value()));
  const auto text = joint_nash_bargain(table.power, table.salience, on_unit_scale(table), references);
  result.agreed = text.has_value();
  for (std::size_t d = 0; d < table.n_issues(); ++d)
    result.outcome.push_back(text ? table.from_unit(d, (*text)[d]) : *table.issues[d].reference);
}

std::optional<std::size_t> actor_called(const BargainTable& table, const std::string& name) {
  const auto found = std::find(table.actors.begin(), table.actors.end(), name);
  if (name.empty() || found == table.actors.end()) return std::nullopt;
  return static_cast<std::size_t>(found - table.actors.begin());
}

void solve_setter(const BargainTable& table, const BargainRules& rules, BargainOutcome& result) {
  const std::size_t setter = actor_called(table, rules.setter).value(), n_issues = table.n_issues();
  for (std::size_t d = 0; d < n_issues; ++d) {
    const std::vector<double> position = column(table.position, d, n_issues);
    const double reference = table.issues[d].reference.value();
    result.outcome.push_back(setter_proposal(setter, voters_of(table), position,
                                             column(table.salience, d, n_issues), reference, rules.decision));
    result.agreed = result.agreed && (result.outcome.back() != reference || position[setter] == reference);
  }
}

/// Issues that end before others keep their last positions.
void solve_expected_utility(const BargainTable& table, const UtilityRules& rules, BargainOutcome& result) {
  const std::size_t n_issues = table.n_issues();
  std::vector<std::vector<std::vector<double>>> paths;  // issue, turn, actor
  std::size_t n_turns = 0;
  for (std::size_t d = 0; d < n_issues; ++d) {
    paths.push_back(expected_utility_positions(rules, table.power, column(table.salience, d, n_issues),
                                               column(table.position, d, n_issues)));
    n_turns = std::max(n_turns, paths.back().size() - 1);
  }
  for (std::size_t turn = 1; turn <= n_turns; ++turn) {
    std::vector<double> positions(table.position.size());
    for (std::size_t d = 0; d < n_issues; ++d)
      for (std::size_t k = 0; k < table.n_actors(); ++k)
        positions[k * n_issues + d] = paths[d][std::min(turn, paths[d].size() - 1)][k];
    result.positions.push_back(std::move(positions));
  }
  result.outcome = medians_of(table, result.positions.back());
}

void solve_exchange(const BargainTable& table, BargainOutcome& result) {
  result.positions.clear();
  for (const std::vector<double>& turn :
       exchange_positions(table.n_issues(), table.power, table.salience, on_unit_scale(table)))
    result.positions.push_back(on_own_scale(table, turn));
  result.positions.front() = table.position;
  result.outcome = means_of(table, result.positions.back());
}

/// Whether an outcome is more than 1 % of a scale away from a reference, or an issue has none.
bool leaves_references(const BargainTable& table, const std::vector<double>& outcome) {
  for (std::size_t d = 0; d < table.n_issues(); ++d) {
    const BargainIssue& issue = table.issues[d];
    if (!issue.reference || std::abs(outcome[d] - *issue.reference) > 0.01 * (issue.most - issue.least))
      return true;
  }
  return false;
}

constexpr std::size_t most_exchanged = 2000;  // actors times issues; time grows with their third power

bool needs_references(BargainSolver solver) {
  return solver == BargainSolver::Nash || solver == BargainSolver::JointNash ||
         solver == BargainSolver::Setter;
}

}  // namespace

std::size_t most_actors_of(BargainSolver solver) {
  switch (solver) {
    case BargainSolver::Smp:
      return 200;
    case BargainSolver::Contest:
    case BargainSolver::ExpectedUtility:
      return 1000;
    case BargainSolver::Chair:
      return 3000;
    default:
      return most_bargain_actors;
  }
}

std::string lack_of(const BargainTable& table, BargainSolver solver, const BargainRules& rules) {
  if (rules.packages) return lack_of_packages(table, solver, rules);
  const std::string name(name_of(solver));
  if (solver == BargainSolver::Setter && rules.setter.empty())
    return name + " needs the actor that sets the agenda: --setter ACTOR";
  if (solver == BargainSolver::Setter && !actor_called(table, rules.setter))
    return name + " needs the actor that sets the agenda, and there is no " + in_quotes(rules.setter) +
           suggest(rules.setter, std::vector<std::string_view>(table.actors.begin(), table.actors.end()));
  const bool has_references =
      std::all_of(table.issues.begin(), table.issues.end(),
                  [](const BargainIssue& issue) { return issue.reference.has_value(); });
  if (needs_references(solver) && !has_references)
    return name + " needs the outcome without an agreement: a column ISSUE:reference for every issue";
  if (solver == BargainSolver::Exchange && table.n_issues() < 2) return name + " needs two issues";
  if (solver == BargainSolver::Exchange && table.n_actors() * table.n_issues() > most_exchanged)
    return fmt::format("{} takes too long for more than {} positions, and there are {}", name, most_exchanged,
                       table.n_actors() * table.n_issues());
  return "";
}

bool is_by_issue(BargainSolver solver) {
  switch (solver) {
    case BargainSolver::Compromise:
    case BargainSolver::Mean:
    case BargainSolver::Median:
    case BargainSolver::Nash:
    case BargainSolver::Setter:
    case BargainSolver::ExpectedUtility:
      return true;
    default:
      return false;
  }
}

bool is_for(const BargainTable& table, BargainSolver solver, const BargainRules& rules) {
  if (solver == BargainSolver::Setter) return !rules.setter.empty();
  if (solver != BargainSolver::Exchange) return true;
  if (!rules.packages) return table.n_issues() > 1;
  return std::ranges::any_of(packages_of(table), [](const Package& one) { return one.size() > 1; });
}

BargainOutcome solve_bargain(const BargainTable& given, BargainSolver solver, const BargainRules& rules) {
  HANSA_EXPECT(can_solve(given, solver, rules));
  if (rules.packages) return solve_packages(given, solver, rules);
  BargainTable table = given;
  const double total = std::accumulate(given.power.begin(), given.power.end(), 0.0);
  HANSA_EXPECT(total > 0);
  const auto n_powers =
      std::count_if(given.power.begin(), given.power.end(), [](double power) { return power > 0; });
  const double mean = total / static_cast<double>(n_powers);
  for (double& power : table.power) power /= mean;
  BargainOutcome result{.solver = solver, .positions = {table.position}};
  switch (solver) {
    case BargainSolver::Compromise:
      result.outcome = means_of(table, table.position);
      break;
    case BargainSolver::Mean:
      result.outcome = plain_means_of(table, table.position);
      break;
    case BargainSolver::Median:
      result.outcome = medians_of(table, table.position);
      break;
    case BargainSolver::Nash:
      solve_nash(table, result);
      break;
    case BargainSolver::Contest:
      solve_contest(table, result);
      break;
    case BargainSolver::Smp:
      solve_smp(table, rules, result);
      break;
    case BargainSolver::Chair:
      solve_chair(table, rules, result);
      return result;  // vetoes are part of its decision
    case BargainSolver::JointNash:
      solve_joint_nash(table, result);
      break;
    case BargainSolver::Setter:
      solve_setter(table, rules, result);
      return result;  // as in chair
    case BargainSolver::Exchange:
      solve_exchange(table, result);
      break;
    case BargainSolver::ExpectedUtility:
      solve_expected_utility(table, rules.utility, result);
      break;
  }
  result.agreed = result.agreed && suits_vetoes(table, result.outcome);
  return result;
}

std::optional<int> rounds_to_agree(const BargainTable& table, const BargainRules& rules) {
  constexpr int most_rounds = 1000;
  BargainRules longer = rules;
  while (longer.chair.rounds < most_rounds) {
    longer.chair.rounds = std::min(2 * longer.chair.rounds, most_rounds);
    const BargainOutcome found = solve_bargain(table, BargainSolver::Chair, longer);
    if (found.agreed && leaves_references(table, found.outcome)) return longer.chair.rounds;
  }
  return std::nullopt;
}

}  // namespace hansa
