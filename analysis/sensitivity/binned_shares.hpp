#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analysis/sensitivity/blocks.hpp"
#include "analysis/sensitivity/jackknife.hpp"

namespace hansa {

/// An input at every point.
struct BinnedColumn {
  std::span<const double> x;
  std::size_t n_levels = 0;  // distinct values; 0: a continuum
};

/// First-order shares of the outcome's variance: what would go if an input were known, by itself.
struct BinnedShares {
  std::vector<Estimate> of_columns;
  Estimate sum;       // of these shares
  Estimate variance;  // of the expected outcome
};

/// S1 on any drawn or given points: the variance between the means of bins of an input, from products of outcomes at
/// different units and in different blocks, so that neither noise nor the other inputs inflate it. `units`: of each point,
/// from 0, equal ones side by side; points of one unit are not independent.
/// Sources: Plischke 2010; the unbiased form is that of analysis of variance (epsilon squared, Kelley 1935).
[[nodiscard]] BinnedShares binned_shares(std::span<const std::size_t> units,
                                         std::span<const BinnedColumn> columns, Blocks blocks);

}  // namespace hansa
