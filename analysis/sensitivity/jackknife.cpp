#include "analysis/sensitivity/jackknife.hpp"

#include <algorithm>
#include <cmath>

#include <boost/math/distributions/students_t.hpp>

#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

/// The variance of an estimate by its values without one of n parts each.
double jackknife_variance(const std::vector<std::vector<double>>& without_one, std::size_t q) {
  const auto n = static_cast<double>(without_one.size());
  double mean = 0, squares = 0;
  for (const auto& values : without_one) mean += values[q] / n;
  for (const auto& values : without_one) squares += (values[q] - mean) * (values[q] - mean);
  return (n - 1) / n * squares;
}

}  // namespace

std::vector<Estimate> jackknife(const GroupedSums& sums, const Statistic& statistic, const Statistic& least) {
  HANSA_EXPECT(!sums.groups.empty());
  std::vector<double> total(sums.groups.front().size());
  for (const auto& group : sums.groups)
    for (std::size_t m = 0; m < total.size(); ++m) total[m] += group[m];
  std::vector<std::vector<double>> without_points, without_runs;
  if (sums.groups.size() > 1) {
    std::vector<double> rest(total.size());
    for (const auto& group : sums.groups) {
      for (std::size_t m = 0; m < total.size(); ++m) rest[m] = total[m] - group[m];
      without_points.push_back(statistic(rest));
    }
  }
  if (sums.without.size() > 2)
    for (const auto& rest : sums.without) without_runs.push_back(statistic(rest));
  const std::vector<double> values = statistic(total),
                            floors = least ? least(total) : std::vector<double>(values.size());
  std::vector<Estimate> estimates;
  for (const double value : values) {
    Estimate estimate{.value = value};
    const std::size_t q = estimates.size();
    double variance = 0, denominator = 0;
    const auto add = [&](const std::vector<std::vector<double>>& without_one, double floor, double& error) {
      if (without_one.empty()) return;
      const double part = std::max(jackknife_variance(without_one, q), floor * floor);
      error = std::sqrt(part);
      variance += part;
      denominator += part * part / (static_cast<double>(without_one.size()) - 1);
    };
    add(without_points, floors[q], estimate.of_points);
    add(without_runs, 0, estimate.of_runs);
    if (variance == 0 && (!without_points.empty() || !without_runs.empty())) {
      estimate.ci95 = {value, value};
    } else if (variance > 0) {
      estimate.freedom = variance * variance / denominator;
      const boost::math::students_t t(estimate.freedom);
      const double half = boost::math::quantile(t, 0.975) * std::sqrt(variance);
      estimate.ci95 = {value - half, value + half};
    }
    estimates.push_back(estimate);
  }
  return estimates;
}

}  // namespace hansa
