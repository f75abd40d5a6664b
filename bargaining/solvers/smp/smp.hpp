#pragma once

#include <cstddef>
#include <vector>

#include "bargaining/solvers/smp/smp_rules.hpp"
#include "bargaining/solvers/smp/smp_views.hpp"

namespace hansa {

/// Every actor's positions (actor x issue) before the first turn and after each.
struct SmpPath {
  std::vector<std::vector<double>> positions;
  bool settled = false;    // whether it ended because the last turn moved little, not for lack of turns
  std::size_t n_ties = 0;  // choices among equals in which the order of actors decided

  [[nodiscard]] std::size_t n_turns() const { return positions.size() - 1; }
};

/// The Spatial Model of Politics: each turn every actor challenges the one from which it expects to gain most; the two
/// are offered a compromise by salience and chance, rounded to 1e-4; all actors vote on the offers to each actor, which
/// takes its own side of the winning offer. Where several targets, or offers, are equal but for rounding, last bits and the
/// order of actors decide, as in KTAB. Ends when a turn moves less than 2 % of the first. Takes O(N^3) operations per turn
/// and O(N^2) memory. Source: KTAB's SMP; the defaults are the same.
[[nodiscard]] SmpPath play_smp(const SmpTable& table, const SmpRules& rules);

}  // namespace hansa
