#pragma once

#include <functional>
#include <limits>
#include <span>
#include <vector>

#include "analysis/bootstrap.hpp"

namespace hansa {

/// An estimate with its 95 % interval.
struct Estimate {
  double value = std::numeric_limits<double>::quiet_NaN();
  Interval ci95;  // NaN: none can be given
  double of_points = 0,
         of_runs = 0;  // standard errors by the choice of design points, by that of realizations
  double freedom = 0;  // degrees of freedom of the interval

  /// Whether the interval excludes 0.
  [[nodiscard]] bool is_beyond_chance() const { return ci95.lo > 0 || ci95.hi < 0; }
};

/// Sums over a sample, added up by groups of design points, and once more without each block of realizations.
struct GroupedSums {
  std::vector<std::vector<double>> groups;  // independent groups of points; one: the points are not drawn
  std::vector<std::vector<double>>
      without;  // of all points, without one block; fewer than three: cannot be told
};

/// Quantities made from such sums.
using Statistic = std::function<std::vector<double>(std::span<const double> sums)>;

/// Estimates by the statistic of the total. The interval is Student's t on the delete-one jackknife over groups of points
/// and over blocks of realizations, whose variances add up (what both share counts twice), with Satterthwaite's degrees
/// of freedom. Sources: Tukey 1958; Shao and Tu 1995, section 2.3; Owen 2007 (two crossed samples).
/// `least`: standard errors by the choice of points that the estimates have at least, from the total as well.
[[nodiscard]] std::vector<Estimate> jackknife(const GroupedSums& sums, const Statistic& statistic,
                                              const Statistic& least = {});

}  // namespace hansa
