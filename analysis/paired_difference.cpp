#include "analysis/paired_difference.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include <boost/math/distributions/students_t.hpp>

#include "agents/expect.hpp"

namespace hansa {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// Half the width of the t interval of a mean.
double t_half_width(std::span<const double> values, double mean) {
  const auto n = static_cast<double>(values.size());
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  const boost::math::students_t t(n - 1);
  return boost::math::quantile(t, 0.975) * std::sqrt(squares / (n - 1) / n);
}

}  // namespace

double mean_of_applying(std::span<const double> values) {
  double sum = 0, n = 0;
  for (const double value : values) {
    if (std::isnan(value)) continue;
    sum += value;
    ++n;
  }
  return n > 0 ? sum / n : nothing;
}

PairedDifference paired_difference(std::span<const double> full, std::span<const double> other) {
  HANSA_EXPECT(full.size() == other.size());
  std::vector<double> differences;
  std::size_t n_flipped = 0;
  for (std::size_t r = 0; r < full.size(); ++r) {
    if (std::isnan(full[r]) || std::isnan(other[r])) continue;
    differences.push_back(other[r] - full[r]);
    n_flipped += other[r] != full[r] ? 1U : 0U;
  }
  const std::size_t n = differences.size();
  if (n == 0) return {nothing, nothing, nothing, 0, nothing};
  if (n_flipped == 0) return {0, 0, 0, n, 0};
  const double mean = mean_of_applying(differences), half = n > 1 ? t_half_width(differences, mean) : nothing;
  return {mean, mean - half, mean + half, n, static_cast<double>(n_flipped) / static_cast<double>(n)};
}

}  // namespace hansa
