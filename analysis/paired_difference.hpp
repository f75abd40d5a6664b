#pragma once

#include <algorithm>
#include <cstddef>
#include <span>

namespace hansa {

/// How an outcome differs between two arms whose realizations are pairs: other minus full.
struct PairedDifference {
  double mean;     // over the n pairs; NaN: none
  double lo, hi;   // 95 % interval of the mean: Student t, or exact if binary; NaN: too few pairs
  std::size_t n;   // pairs in which the outcome applies in both arms
  double flipped;  // share of these whose values differ at all                             [0..1]
  double p;        // of a difference as far from 0 by chance, by the same test; NaN: too few pairs [0..1]

  // Where several differences are reported together; set by name_differences:
  double p_adjusted = p;  // for their number                                                    [0..1]
  bool named = false;     // beyond chance, and large enough to be named

  /// Whether the interval excludes 0.
  [[nodiscard]] bool is_beyond_chance() const { return lo > 0 || hi < 0; }
};

/// Pair r is full[r] and other[r]; where either is NaN the outcome does not apply. For a binary outcome (0 or 1) the
/// interval is that of McNemar's exact test: conditional on the pairs that differ, by Clopper and Pearson 1934. If no
/// pair differs, mean and interval are exactly 0, and p is 1: by the rule of three at most 3 / n of all pairs would differ, at 95 %.
[[nodiscard]] PairedDifference paired_difference(std::span<const double> full, std::span<const double> other);

/// Half the width of the interval; for an exact interval, which need not be centred, the distance to the farther
/// bound.
[[nodiscard]] inline double half_width(const PairedDifference& difference) {
  return std::max(difference.hi - difference.mean, difference.mean - difference.lo);
}

/// The mean of the values that are not NaN; NaN if there is none.
[[nodiscard]] double mean_of_applying(std::span<const double> values);

/// Half the width of the 95 % interval of a mean by Student's t; NaN for fewer than two values, none of which is NaN.
[[nodiscard]] double t_half_width(std::span<const double> values);

}  // namespace hansa
