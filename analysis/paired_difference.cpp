#include "analysis/paired_difference.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/students_t.hpp>

#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// Half the width of the t interval of a mean, and the p of a mean as far from 0.
struct TTest {
  double half_width, p;
};
TTest t_test(std::span<const double> values, double mean) {
  const auto n = static_cast<double>(values.size());
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  const boost::math::students_t t(n - 1);
  const double error = std::sqrt(squares / (n - 1) / n);
  return {boost::math::quantile(t, 0.975) * error,
          error > 0 ? 2 * boost::math::cdf(boost::math::complement(t, std::abs(mean) / error)) : 0.0};
}

/// The interval of the mean of n binary differences of which k rise and l fall: Clopper and Pearson bound the share
/// that rises among those that differ. It excludes 0 where McNemar's exact test rejects.
struct Bounds {
  double lo, hi;
};
Bounds exact_bounds(double k, double l, double n) {
  using boost::math::beta_distribution;
  const double least = k > 0 ? boost::math::quantile(beta_distribution<>(k, l + 1), 0.025) : 0.0,
               most = l > 0 ? boost::math::quantile(beta_distribution<>(k + 1, l), 0.975) : 1.0;
  return {(2 * least - 1) * (k + l) / n, (2 * most - 1) * (k + l) / n};
}

/// The p of McNemar's exact test.
double exact_p(double k, double l) {
  const boost::math::binomial_distribution<> fair(k + l, 0.5);
  return std::min(1.0, 2 * boost::math::cdf(fair, std::min(k, l)));
}

bool is_binary(double value) { return value == 0.0 || value == 1.0; }

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

double t_half_width(std::span<const double> values) {
  return values.size() < 2 ? nothing : t_test(values, mean_of_applying(values)).half_width;
}

PairedDifference paired_difference(std::span<const double> full, std::span<const double> other) {
  HANSA_EXPECT(full.size() == other.size());
  std::vector<double> differences;
  std::size_t n_flipped = 0, n_rising = 0;
  bool binary = true;
  for (std::size_t r = 0; r < full.size(); ++r) {
    if (std::isnan(full[r]) || std::isnan(other[r])) continue;
    differences.push_back(other[r] - full[r]);
    n_flipped += other[r] != full[r] ? 1U : 0U;
    n_rising += other[r] > full[r] ? 1U : 0U;
    binary = binary && is_binary(full[r]) && is_binary(other[r]);
  }
  const std::size_t n = differences.size();
  if (n == 0) return {nothing, nothing, nothing, 0, nothing, nothing};
  if (n_flipped == 0) return {0, 0, 0, n, 0, 1};
  const double flipped = static_cast<double>(n_flipped) / static_cast<double>(n);
  if (binary) {
    const auto rising = static_cast<double>(n_rising), falling = static_cast<double>(n_flipped - n_rising);
    const Bounds bounds = exact_bounds(rising, falling, static_cast<double>(n));
    return {(rising - falling) / static_cast<double>(n),
            bounds.lo,
            bounds.hi,
            n,
            flipped,
            exact_p(rising, falling)};
  }
  const double mean = mean_of_applying(differences);
  const TTest test = n > 1 ? t_test(differences, mean) : TTest{nothing, nothing};
  return {mean, mean - test.half_width, mean + test.half_width, n, flipped, test.p};
}

}  // namespace hansa
