#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hansa {

/// A mean over cases and its 95 % interval.
struct BootstrappedMean {
  double mean = 0, lo = 0, hi = 0;
  std::size_t n = 0;  // cases; 0: nothing is known
};

/// The mean of the values that are not NaN, and the percentiles of 2,000 bootstrap samples that draw whole clusters
/// with replacement, since what was decided together is no independent evidence. `cluster` numbers each value's from 0.
/// Draws by `seed` alone. Source: Davison and Hinkley 1997, section 3.8.
[[nodiscard]] BootstrappedMean clustered_mean(std::span<const double> values,
                                              std::span<const std::size_t> cluster, std::uint64_t seed);

}  // namespace hansa
