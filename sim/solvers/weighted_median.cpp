#include "sim/solvers/weighted_median.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <vector>

#include "agents/expect.hpp"

namespace hansa {

double weighted_median(std::span<const double> position, std::span<const double> weight) {
  HANSA_EXPECT(position.size() == weight.size());
  constexpr double even = 1e-12;  // a share of the weight that is no majority
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

}  // namespace hansa
