#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "support/numbers/draws.hpp"

namespace hansa {

/// The 95 % interval of a statistic; NaN: none.
struct Interval {
  double lo = std::numeric_limits<double>::quiet_NaN(), hi = std::numeric_limits<double>::quiet_NaN();
};

inline constexpr std::uint32_t n_bootstrap_samples = 2000;

/// The percentiles of `statistic(rows)` over bootstrap samples of n cases, drawn with replacement; `rows` are the numbers
/// of the drawn cases. Samples for which it is NaN are left out. Draws depend on `seed` alone. Source: Davison and
/// Hinkley 1997, section 5.3.
template <class Statistic> Interval bootstrap(std::size_t n, std::uint64_t seed, const Statistic& statistic) {
  std::vector<double> values;
  std::vector<std::size_t> rows(n);
  for (std::uint32_t sample = 0; n > 0 && sample < n_bootstrap_samples; ++sample) {
    const Draws draws(seed, sample);
    for (std::size_t k = 0; k < n; ++k)
      rows[k] = static_cast<std::size_t>(static_cast<double>(n) * draws.uniform(Purpose::Resampling, 0, k));
    const double value = statistic(std::span<const std::size_t>(rows));
    if (!std::isnan(value)) values.push_back(value);
  }
  if (values.empty()) return {};
  std::sort(values.begin(), values.end());
  const std::size_t tail = values.size() / 40;  // 2.5 %
  return {values[tail], values[values.size() - 1 - tail]};
}

}  // namespace hansa
