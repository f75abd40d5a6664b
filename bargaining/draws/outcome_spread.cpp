#include "bargaining/draws/outcome_spread.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/sensitivity/binned_shares.hpp"
#include "analysis/summary.hpp"
#include "bargaining/draws/drawn_table.hpp"
#include "support/numbers/parallel.hpp"
#include "support/numbers/quantile.hpp"

namespace hansa {
namespace {

/// Mean, standard deviation and quantiles; exact where all values are the same.
OutcomeSpread distribution_of(std::span<const double> values) {
  OutcomeSpread found;
  const auto n = static_cast<double>(values.size());
  double sum = 0, squares = 0;
  for (const double value : values) sum += value - values[0];
  found.mean = values[0] + sum / n;
  for (const double value : values) squares += (value - found.mean) * (value - found.mean);
  found.sd = n > 1 ? std::sqrt(squares / (n - 1)) : 0;
  const std::vector<double> all(values.begin(), values.end());
  for (std::size_t q = 0; q < told_quantiles.size(); ++q)
    found.quantiles[q] = quantile(all, told_quantiles[q]);
  return found;
}

bool changes(std::span<const double> values) {
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  return *least < *most;
}

ShareOfDraws share_of(const std::vector<char>& agreed) {
  const auto n = static_cast<double>(agreed.size());
  const auto k = static_cast<double>(std::count(agreed.begin(), agreed.end(), 1));
  const auto [lo, hi] = wilson_interval(k, n);
  return {k / n, lo, hi};
}

/// The inputs of one actor: a stretch of BargainTable::uncertain.
struct Stretch {
  std::size_t begin, end;
};

std::vector<Stretch> actors_of(const std::vector<UncertainInput>& inputs) {
  std::vector<Stretch> actors;
  for (std::size_t k = 0; k < inputs.size(); ++k) {
    if (k == 0 || inputs[k].actor != inputs[k - 1].actor) actors.push_back({k, k});
    actors.back().end = k + 1;
  }
  return actors;
}

/// The share of the inputs' own variance that their bins tell, on average; 1 if none varies.
double told_by_bins(const std::vector<std::size_t>& units, const std::vector<BinnedColumn>& columns) {
  double sum = 0, n = 0;
  for (const BinnedColumn& column : columns) {
    if (!changes(column.x)) continue;
    const BinnedColumn alone[] = {column};
    sum += binned_shares(units, alone, into_blocks(column.x, column.x.size(), 1)).sum.value;
    n += 1;
  }
  return n > 0 ? sum / n : 1;
}

Estimate divided(Estimate estimate, double by) {
  for (double* one : {&estimate.value, &estimate.ci95.lo, &estimate.ci95.hi, &estimate.of_points}) *one /= by;
  return estimate;
}

}  // namespace

BargainSpread spread_of(const BargainTable& table, const std::vector<DrawnOutcomes>& drawn,
                        const DrawOptions& options) {
  BargainSpread found{options, {}};
  for (const DrawnOutcomes& one : drawn) {
    SolverSpread& solver = found.solvers.emplace_back(SolverSpread{one.solver, share_of(one.agreed), {}});
    for (std::size_t d = 0; d < table.n_issues(); ++d) solver.issues.push_back(distribution_of(one.on(d)));
  }
  const std::vector<Stretch> actors = actors_of(table.uncertain);
  for (std::size_t s = 0; s < drawn.size(); ++s)
    for (std::size_t d = 0; d < table.n_issues(); ++d)
      if (changes(drawn[s].on(d))) found.solvers[s].issues[d].actors.resize(actors.size());
  std::vector<std::size_t> units(options.n);
  std::iota(units.begin(), units.end(), 0);
  for_each_index(actors.size(), options.n_threads, [&](std::size_t a) {
    const auto [begin, end] = actors[a];
    std::vector<std::vector<double>> values(end - begin, std::vector<double>(options.n));
    std::vector<BinnedColumn> columns;
    for (std::size_t k = begin; k < end; ++k) {
      for (std::size_t draw = 0; draw < options.n; ++draw)
        values[k - begin][draw] =
            drawn_value(table, table.uncertain[k], options.seed, static_cast<std::uint32_t>(draw));
      columns.push_back({values[k - begin]});
    }
    const double told = told_by_bins(units, columns);
    for (std::size_t s = 0; s < drawn.size(); ++s)
      for (std::size_t d = 0; d < table.n_issues(); ++d) {
        if (found.solvers[s].issues[d].actors.empty()) continue;
        const BinnedShares shares = binned_shares(units, columns, into_blocks(drawn[s].on(d), options.n, 1));
        ActorShare& actor = found.solvers[s].issues[d].actors[a];
        actor.actor = table.uncertain[begin].actor;
        actor.share = divided(shares.sum, told);
        for (std::size_t k = begin; k < end; ++k)
          actor.inputs.push_back({k, divided(shares.of_columns[k - begin], told)});
      }
  });
  for (SolverSpread& solver : found.solvers)
    for (OutcomeSpread& issue : solver.issues)
      std::stable_sort(
          issue.actors.begin(), issue.actors.end(),
          [](const ActorShare& x, const ActorShare& y) { return x.share.value > y.share.value; });
  return found;
}

}  // namespace hansa
