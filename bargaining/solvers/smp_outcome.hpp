#pragma once

#include <cstddef>
#include <vector>

#include "bargaining/solvers/smp/smp_rules.hpp"
#include "bargaining/tables/bargain_table.hpp"

namespace hansa {

/// What smp makes of a table, on its scales.
struct SmpOutcome {
  std::vector<double> outcome;                 // issue: the median of the last positions
  bool agreed = false;                         // whether actors with weight end within 1 % of every scale
  std::vector<std::vector<double>> positions;  // before the first turn and after each: actor x issue
  std::size_t n_ties = 0;                      // choices among equals in which the order of actors decided
};

/// Plays smp among the actors with power; others have no seat, and stay where they are.
[[nodiscard]] SmpOutcome smp_outcome(const BargainTable& table, const SmpRules& rules);

/// The outcomes of one table over orders of its actors, on its scales.
struct OrderRange {
  std::size_t n_orders = 0;
  std::vector<double> least, most;  // issue
};

/// The range of smp's outcomes over orders of the actors, `own` included: all orders of up to five actors; else 5 to 60
/// drawn by a fixed seed, fewer where a solution takes long.
[[nodiscard]] OrderRange range_over_orders(const BargainTable& table, const SmpRules& rules,
                                           const SmpOutcome& own);

}  // namespace hansa
