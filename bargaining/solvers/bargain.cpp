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
#include "bargaining/solvers/position_contest.hpp"
#include "bargaining/solvers/smp.hpp"
#include "bargaining/voting/setter.hpp"
#include "support/input/problem.hpp"
#include "support/input/suggest.hpp"
#include "support/numbers/draws.hpp"
#include "support/numbers/expect.hpp"
#include "support/numbers/parallel.hpp"

namespace hansa {
namespace {

/// One issue's column of an actor x issue array.
std::vector<double> column(const std::vector<double>& rows, std::size_t issue, std::size_t n_issues) {
  std::vector<double> values;
  for (std::size_t k = issue; k < rows.size(); k += n_issues) values.push_back(rows[k]);
  return values;
}

/// Each actor's weight on an issue: power times salience.
std::vector<double> weights_on(const BargainTable& table, std::size_t issue) {
  std::vector<double> weights = column(table.salience, issue, table.n_issues());
  for (std::size_t k = 0; k < weights.size(); ++k) weights[k] *= table.power[k];
  return weights;
}

std::vector<double> on_unit_scale(const BargainTable& table) {
  std::vector<double> positions;
  for (std::size_t k = 0; k < table.position.size(); ++k)
    positions.push_back(table.to_unit(k % table.n_issues(), table.position[k]));
  return positions;
}

std::vector<double> on_own_scale(const BargainTable& table, const std::vector<double>& positions) {
  std::vector<double> values;
  for (std::size_t k = 0; k < positions.size(); ++k)
    values.push_back(table.from_unit(k % table.n_issues(), positions[k]));
  return values;
}

/// Means by power alone, issue by issue.
std::vector<double> plain_mean_of(const BargainTable& table) {
  std::vector<double> means;
  for (std::size_t d = 0; d < table.n_issues(); ++d)
    means.push_back(weighted_mean(column(table.position, d, table.n_issues()), table.power));
  return means;
}

/// Means by power times salience, issue by issue.
std::vector<double> mean_of(const BargainTable& table, const std::vector<double>& positions) {
  std::vector<double> means;
  for (std::size_t d = 0; d < table.n_issues(); ++d)
    means.push_back(weighted_mean(column(positions, d, table.n_issues()), weights_on(table, d)));
  return means;
}

std::vector<double> median_of(const BargainTable& table, const std::vector<double>& positions) {
  std::vector<double> medians;
  for (std::size_t d = 0; d < table.n_issues(); ++d)
    medians.push_back(weighted_median(column(positions, d, table.n_issues()), weights_on(table, d)));
  return medians;
}

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

/// Whether the actors with weight on an issue are within 1 % of its scale of each other.
bool has_converged(const BargainTable& table, const std::vector<double>& positions) {
  constexpr double most_apart = 0.01;
  for (std::size_t d = 0; d < table.n_issues(); ++d) {
    const std::vector<double> weights = weights_on(table, d);
    double least = 1, most = 0;
    for (std::size_t k = 0; k < table.n_actors(); ++k) {
      if (!(weights[k] > 0)) continue;
      least = std::min(least, positions[k * table.n_issues() + d]);
      most = std::max(most, positions[k * table.n_issues() + d]);
    }
    if (most - least > most_apart) return false;
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
  result.outcome = result.agreed ? on_own_scale(table, mean) : mean_of(table, table.position);
}

/// The rows of an actor x issue array that belong to these actors.
std::vector<double> rows_of(const std::vector<double>& rows, const std::vector<std::size_t>& actors,
                            std::size_t n_issues) {
  std::vector<double> chosen;
  for (const std::size_t k : actors)
    for (std::size_t d = 0; d < n_issues; ++d) chosen.push_back(rows[k * n_issues + d]);
  return chosen;
}

/// Puts the rows of these actors back among all.
void put_rows(const std::vector<double>& chosen, const std::vector<std::size_t>& actors, std::size_t n_issues,
              std::vector<double>& rows) {
  for (std::size_t k = 0; k < actors.size(); ++k)
    for (std::size_t d = 0; d < n_issues; ++d) rows[actors[k] * n_issues + d] = chosen[k * n_issues + d];
}

/// Solves with the actors with power; others have no seat, and stay where they are.
void solve_smp(const BargainTable& table, const SmpRules& rules, BargainOutcome& result) {
  const std::size_t n_issues = table.n_issues();
  std::vector<std::size_t> seated;
  std::vector<double> power;
  for (std::size_t k = 0; k < table.n_actors(); ++k) {
    if (!(table.power[k] > 0)) continue;
    seated.push_back(k);
    power.push_back(table.power[k]);
  }
  // smp expects an actor's saliences to sum to at most 1
  double most = 1;
  for (const std::size_t k : seated) {
    double sum = 0;
    for (std::size_t d = 0; d < n_issues; ++d) sum += table.salience[k * table.n_issues() + d];
    most = std::max(most, sum);
  }
  std::vector<double> salience = rows_of(table.salience, seated, n_issues);
  for (double& s : salience) s /= most;
  std::vector<double> all = on_unit_scale(table);
  const std::vector<double> start = rows_of(all, seated, n_issues);
  const SmpPath path = play_smp({seated.size(), n_issues, power, salience, start}, rules);
  result.n_ties = path.n_ties;
  result.positions.clear();
  for (const std::vector<double>& turn : path.positions) {
    put_rows(turn, seated, n_issues, all);
    result.positions.push_back(on_own_scale(table, all));
  }
  result.agreed = has_converged(table, all);
  result.outcome = median_of(table, result.positions.back());
}

/// A table with its actors in another order.
BargainTable reordered(const BargainTable& table, const std::vector<std::size_t>& order) {
  BargainTable other{.issues = table.issues,
                     .actors = std::vector<std::string>(order.size()),
                     .power = rows_of(table.power, order, 1),
                     .veto = {},
                     .position = rows_of(table.position, order, table.n_issues()),
                     .salience = rows_of(table.salience, order, table.n_issues())};
  for (const std::size_t k : order) other.veto.push_back(table.veto[k]);
  return other;
}

/// All orders of up to five actors; else some, drawn by a fixed seed, fewer where a solution takes long.
std::vector<std::vector<std::size_t>> orders_of(std::size_t n, std::size_t n_turns) {
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<std::vector<std::size_t>> orders;
  if (n <= 5) {
    do orders.push_back(order);
    while (std::next_permutation(order.begin(), order.end()));
    return orders;
  }
  constexpr double most_steps = 1e8, fewest = 5, most = 60;
  const double steps = static_cast<double>(n * n * n * std::max<std::size_t>(n_turns, 1));
  const auto n_orders = static_cast<std::size_t>(std::clamp(most_steps / steps, fewest, most));
  const Draws draws(42, 0);
  for (std::size_t m = 0; m < n_orders; ++m) {
    std::vector<double> lot(n);
    for (std::size_t k = 0; k < n; ++k) lot[k] = draws.uniform(Purpose::Resampling, static_cast<int>(m), k);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return lot[a] < lot[b]; });
    orders.push_back(order);
  }
  return orders;
}

/// The range of smp's outcomes over orders, the table's own included.
OrderRange try_orders(const BargainTable& table, const SmpRules& rules, const BargainOutcome& own) {
  const auto orders = orders_of(table.n_actors(), own.n_turns());
  std::vector<std::vector<double>> outcomes(orders.size());
  for_each_index(orders.size(), machine_threads(), [&](std::size_t m) {
    BargainOutcome found{.solver = BargainSolver::Smp};
    solve_smp(reordered(table, orders[m]), rules, found);
    outcomes[m] = std::move(found.outcome);
  });
  OrderRange range{orders.size(), own.outcome, own.outcome};
  for (const std::vector<double>& outcome : outcomes)
    for (std::size_t d = 0; d < outcome.size(); ++d) {
      range.least[d] = std::min(range.least[d], outcome[d]);
      range.most[d] = std::max(range.most[d], outcome[d]);
    }
  return range;
}

void solve_chair(const BargainTable& table, const BargainRules& rules, BargainOutcome& result) {
  const std::vector<double> start = on_unit_scale(table);
  std::vector<std::optional<double>> references(table.n_issues());
  for (std::size_t d = 0; d < table.n_issues(); ++d)
    if (table.issues[d].reference) references[d] = table.to_unit(d, *table.issues[d].reference);
  const ChairPath path = play_chair(
      {table.n_actors(), table.n_issues(), table.power, table.salience, start, table.veto, references},
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
    result.outcome.push_back(setter_proposal(setter, table.power, table.veto, position,
                                             column(table.salience, d, n_issues), reference, rules.decision));
    result.agreed = result.agreed && (result.outcome.back() != reference || position[setter] == reference);
  }
}

void solve_exchange(const BargainTable& table, BargainOutcome& result) {
  result.positions.clear();
  for (const std::vector<double>& turn :
       exchange_positions(table.n_issues(), table.power, table.salience, on_unit_scale(table)))
    result.positions.push_back(on_own_scale(table, turn));
  result.positions.front() = table.position;
  result.outcome = mean_of(table, result.positions.back());
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
      return 1000;
    case BargainSolver::Chair:
      return 3000;
    default:
      return most_bargain_actors;
  }
}

std::string lack_of(const BargainTable& table, BargainSolver solver, const BargainRules& rules) {
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

bool is_for(const BargainTable& table, BargainSolver solver, const BargainRules& rules) {
  if (solver == BargainSolver::Setter) return !rules.setter.empty();
  return solver != BargainSolver::Exchange || table.n_issues() > 1;
}

BargainOutcome solve_bargain(const BargainTable& given, BargainSolver solver, const BargainRules& rules) {
  HANSA_EXPECT(can_solve(given, solver, rules));
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
      result.outcome = mean_of(table, table.position);
      break;
    case BargainSolver::Mean:
      result.outcome = plain_mean_of(table);
      break;
    case BargainSolver::Median:
      result.outcome = median_of(table, table.position);
      break;
    case BargainSolver::Nash:
      solve_nash(table, result);
      break;
    case BargainSolver::Contest:
      solve_contest(table, result);
      break;
    case BargainSolver::Smp:
      solve_smp(table, rules.smp, result);
      if (rules.tries_orders && result.n_ties > 0) result.orders = try_orders(table, rules.smp, result);
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
