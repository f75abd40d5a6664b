#include "bargaining/solvers/one_issue.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <vector>

#include "support/numbers/expect.hpp"

namespace hansa {

double weighted_mean(std::span<const double> position, std::span<const double> weight) {
  HANSA_EXPECT(position.size() == weight.size());
  double sum = 0, weights = 0;
  for (std::size_t k = 0; k < position.size(); ++k) {
    sum += weight[k] * position[k];
    weights += weight[k];
  }
  HANSA_EXPECT(weights > 0);
  return sum / weights;
}

double weighted_median(std::span<const double> position, std::span<const double> weight) {
  HANSA_EXPECT(position.size() == weight.size());
  constexpr double even = 1e-12;  // tolerance of an even split, as a share of the weight
  std::vector<std::size_t> order;
  for (std::size_t k = 0; k < position.size(); ++k)
    if (weight[k] > 0) order.push_back(k);
  HANSA_EXPECT(!order.empty());
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return position[a] < position[b]; });
  double total = 0, below = 0;
  for (const std::size_t k : order) total += weight[k];
  for (std::size_t k = 0; k + 1 < order.size(); ++k) {
    below += weight[order[k]];
    if (std::abs(below / total - 0.5) <= even)
      return std::midpoint(position[order[k]], position[order[k + 1]]);
    if (below > 0.5 * total) return position[order[k]];
  }
  return position[order.back()];
}

std::optional<double> nash_bargain(std::span<const double> position, std::span<const double> weight,
                                   double reference) {
  HANSA_EXPECT(position.size() == weight.size());
  std::vector<double> away, weights;
  std::size_t n_above = 0;
  double least = std::numeric_limits<double>::infinity(), total = 0;
  for (std::size_t k = 0; k < position.size(); ++k) {
    if (!(weight[k] > 0)) continue;
    if (position[k] == reference) return std::nullopt;
    n_above += position[k] > reference ? 1U : 0U;
    away.push_back(std::abs(position[k] - reference));
    weights.push_back(weight[k]);
    least = std::min(least, away.back());
    total += weight[k];
  }
  HANSA_EXPECT(total > 0);
  if (n_above != 0 && n_above != away.size()) return std::nullopt;

  // the slope falls from infinity at 0 to minus infinity at 2 `least`
  double low = 0, high = 2.0 * least;
  for (double middle = least; low < middle && middle < high; middle = std::midpoint(low, high)) {
    double slope = total / middle;
    for (std::size_t k = 0; k < away.size(); ++k) slope -= weights[k] / (2.0 * away[k] - middle);
    (slope > 0 ? low : high) = middle;
  }
  return n_above > 0 ? reference + low : reference - low;
}

}  // namespace hansa
