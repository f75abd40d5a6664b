#include "bargaining/solvers/smp_outcome.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "bargaining/solvers/smp/smp.hpp"
#include "bargaining/solvers/table_means.hpp"
#include "bargaining/tables/bargain_table.hpp"
#include "support/numbers/draws.hpp"
#include "support/numbers/parallel.hpp"

namespace hansa {
namespace {

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

/// The orders that range_over_orders tries.
std::vector<std::vector<std::size_t>> orders_of(std::size_t n, std::size_t n_turns) {
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<std::vector<std::size_t>> orders;
  if (n <= 5) {
    do orders.push_back(order);
    while (std::next_permutation(order.begin(), order.end()));
    return orders;
  }
  constexpr double most_steps = 1e8;  // of pairs of actors that consider a third, some seconds
  constexpr double fewest = 5, most = 60;
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

}  // namespace

SmpOutcome smp_outcome(const BargainTable& table, const SmpRules& rules) {
  const std::size_t n_issues = table.n_issues();
  std::vector<std::size_t> seated;
  for (std::size_t k = 0; k < table.n_actors(); ++k)
    if (table.power[k] > 0) seated.push_back(k);
  const std::vector<double> power = rows_of(table.power, seated, 1);
  std::vector<double> salience = rows_of(table.salience, seated, n_issues);
  double most = 1;  // smp expects an actor's saliences to sum to at most 1
  for (auto own = salience.begin(); own != salience.end(); own += static_cast<std::ptrdiff_t>(n_issues))
    most = std::max(most, std::accumulate(own, own + static_cast<std::ptrdiff_t>(n_issues), 0.0));
  for (double& s : salience) s /= most;
  std::vector<double> all = on_unit_scale(table);
  const std::vector<double> start = rows_of(all, seated, n_issues);
  const SmpPath path = play_smp({seated.size(), n_issues, power, salience, start}, rules);
  SmpOutcome found{.n_ties = path.n_ties};
  for (const std::vector<double>& turn : path.positions) {
    put_rows(turn, seated, n_issues, all);
    found.positions.push_back(on_own_scale(table, all));
  }
  found.agreed = has_converged(table, all);
  found.outcome = medians_of(table, found.positions.back());
  return found;
}

OrderRange range_over_orders(const BargainTable& table, const SmpRules& rules, const SmpOutcome& own) {
  const auto orders = orders_of(table.n_actors(), own.positions.size() - 1);
  std::vector<std::vector<double>> outcomes(orders.size());
  for_each_index(orders.size(), machine_threads(), [&](std::size_t m) {
    outcomes[m] = smp_outcome(reordered(table, orders[m]), rules).outcome;
  });
  OrderRange range{orders.size(), own.outcome, own.outcome};
  for (const std::vector<double>& outcome : outcomes) {
    for (std::size_t d = 0; d < outcome.size(); ++d) {
      range.least[d] = std::min(range.least[d], outcome[d]);
      range.most[d] = std::max(range.most[d], outcome[d]);
    }
  }
  return range;
}

}  // namespace hansa
