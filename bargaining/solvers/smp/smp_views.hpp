#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "bargaining/solvers/smp/smp_rules.hpp"

namespace hansa {

/// A table for the Spatial Model of Politics.
/// Shapes, row-major: capability (actor), salience and start (actor x issue); positions in [0..1], an actor's
/// saliences in [0..1] with a sum of at most 1.
struct SmpTable {
  std::size_t n_actors = 0, n_issues = 0;
  std::span<const double> capability, salience, start;
};

/// Every actor's utilities of all positions in one turn, as itself and the others see them.
///
///     d_kj = sqrt(sum_d (s_kd (x_kd - x_jd))^2 / sum_d s_kd^2),   u(d, r) = (1 - d)(1 + r d)
///
/// An actor's risk r follows from the chance of its position if all actors vote by capability; another's risk is
/// known in part. An actor without salience is at distance 0 from all.
class SmpViews {
 public:
  SmpViews(const SmpTable& table, const SmpRules& rules, std::span<const double> position);

  /// The utility of j's position to k, as h sees it.
  [[nodiscard]] double utility(std::size_t h, std::size_t k, std::size_t j) const;
  /// The utility of any position to k, as k sees it.
  [[nodiscard]] double utility_of(std::size_t k, std::span<const double> position) const;

  /// The chance that i's position beats j's when i challenges j, as h sees it.
  [[nodiscard]] double victory(std::size_t h, std::size_t i, std::size_t j) const;
  /// What i expects to gain by challenging j.
  [[nodiscard]] double gain(std::size_t i, std::size_t j) const;

 private:
  [[nodiscard]] double distance(std::size_t k, std::span<const double> position) const;
  void find_risks();

  const SmpTable& table_;
  const SmpRules& rules_;
  std::span<const double> position_;
  double known_;                   // share of another's risk that is known                   [0..1]
  std::vector<double> attention_;  // sum of an actor's saliences                             [0..1]
  std::vector<double> distance_;   // actor x position
  std::vector<double> risk_;       // actor
};

}  // namespace hansa
