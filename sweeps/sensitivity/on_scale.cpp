#include "sweeps/sensitivity/on_scale.hpp"

#include <algorithm>
#include <cmath>

#include <boost/math/distributions/students_t.hpp>

#include "analysis/summary.hpp"

namespace hansa {
namespace {

/// Wilson's interval of a share, at the variance and the degrees of freedom of its estimate.
Interval interval_of_share(const Estimate& estimate, double variance) {
  const boost::math::students_t t(estimate.freedom);
  const double quantile = boost::math::quantile(t, 0.975), share = estimate.value,
               n = share * (1 - share) / variance, width = quantile * quantile / n,
               centre = share + width / 2, spread = quantile * std::sqrt(variance + width / (4 * n));
  return {(centre - spread) / (1 + width), (centre + spread) / (1 + width)};
}

}  // namespace

Estimate on_scale(Estimate estimate, OutcomeScale scale, bool is_mean, std::size_t n_alike) {
  Interval& ci95 = estimate.ci95;
  if (scale == OutcomeScale::Any || std::isnan(estimate.value)) return estimate;
  const double least = scale == OutcomeScale::Share ? 0 : -1,
               variance = estimate.of_points * estimate.of_points + estimate.of_runs * estimate.of_runs;
  estimate.value = std::clamp(estimate.value, least, 1.0);
  if (std::isnan(ci95.lo)) return estimate;
  const bool is_end = estimate.value == 0 || estimate.value == 1;
  if (scale == OutcomeScale::Share && is_mean && !is_end && variance > 0) {
    ci95 = interval_of_share(estimate, variance);
  } else if (scale == OutcomeScale::Share && is_mean && is_end && n_alike > 0) {
    const auto n = static_cast<double>(n_alike);
    const auto [lo, hi] = wilson_interval(estimate.value * n, n);
    ci95 = {lo, hi};
  }
  ci95 = {std::clamp(ci95.lo, least, 1.0), std::clamp(ci95.hi, least, 1.0)};
  return estimate;
}

}  // namespace hansa
