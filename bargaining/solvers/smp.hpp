#pragma once

#include <cstddef>
#include <vector>

#include "bargaining/solvers/smp_rules.hpp"
#include "bargaining/solvers/smp_views.hpp"

namespace hansa {

/// Every actor's positions (actor x issue) before the first turn and after each.
struct SmpPath {
  std::vector<std::vector<double>> positions;
  bool settled = false;  // whether the last turn moved next to nothing, before the turns ran out

  [[nodiscard]] std::size_t n_turns() const { return positions.size() - 1; }
};

/// The Spatial Model of Politics: each turn every actor challenges the one from whom it expects to gain most;
/// the two are offered a compromise by salience and chance, rounded to 1e-4; all actors vote on each actor's
/// offers, and it takes its own part of the winner. Over when a turn moves less than 2 % of the first.
/// Needs O(N^3) operations a turn, and O(N^2) numbers. Source: KTAB's SMP, whose defaults it equals.
[[nodiscard]] SmpPath play_smp(const SmpTable& table, const SmpRules& rules);

}  // namespace hansa
