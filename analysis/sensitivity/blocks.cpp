#include "analysis/sensitivity/blocks.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "support/numbers/expect.hpp"

namespace hansa {

Blocks into_blocks(std::span<const double> values, std::size_t n_points, std::size_t n_realizations,
                   OutcomeScale scale) {
  HANSA_EXPECT(values.size() == n_points * n_realizations);
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  Blocks blocks{.n_points = n_points, .n_blocks = std::min(most_blocks, n_realizations)};
  blocks.y.assign(n_points * blocks.n_blocks, none);
  std::vector<double> sums(blocks.n_blocks), counts(blocks.n_blocks);
  double squares = 0, freedom = 0;
  std::size_t fewest = n_realizations;
  for (std::size_t point = 0; point < n_points; ++point) {
    const std::span<const double> row = values.subspan(point * n_realizations, n_realizations);
    std::fill(sums.begin(), sums.end(), 0.0);
    std::fill(counts.begin(), counts.end(), 0.0);
    double sum = 0, n = 0;
    for (std::size_t r = 0; r < n_realizations; ++r) {
      if (std::isnan(row[r])) continue;
      sums[r % blocks.n_blocks] += row[r];
      counts[r % blocks.n_blocks] += 1;
      sum += row[r];
      n += 1;
    }
    for (std::size_t b = 0; b < blocks.n_blocks; ++b)
      if (counts[b] > 0) blocks.y[point * blocks.n_blocks + b] = sums[b] / counts[b];
    blocks.n_empty += n == 0 ? 1U : 0U;
    if (n > 0) fewest = std::min(fewest, static_cast<std::size_t>(n));
    if (n < 2) continue;
    for (const double value : row)
      if (!std::isnan(value)) squares += (value - sum / n) * (value - sum / n);
    freedom += n - 1;
  }
  blocks.noise = freedom > 0 ? squares / freedom : none;
  blocks.scale = scale;
  const bool is_binary = std::all_of(values.begin(), values.end(), [](double value) {
    return std::isnan(value) || value == 0 || value == 1;
  });
  if (is_binary && blocks.n_empty < n_points) blocks.n_binary = fewest;
  return blocks;
}

PairSum pair_products(std::span<const double> a, std::span<const double> b, std::size_t skip) {
  double sum_a = 0, sum_b = 0, same = 0, n_a = 0, n_b = 0, n_same = 0;
  for (std::size_t k = 0; k < a.size(); ++k) {
    if (k == skip) continue;
    const bool has_a = !std::isnan(a[k]), has_b = !std::isnan(b[k]);
    if (has_a) sum_a += a[k];
    if (has_b) sum_b += b[k];
    n_a += has_a ? 1 : 0;
    n_b += has_b ? 1 : 0;
    if (!has_a || !has_b) continue;
    same += a[k] * b[k];
    n_same += 1;
  }
  if (a.size() == 1) return {same, n_same};
  return {sum_a * sum_b - same, n_a * n_b - n_same};
}

void centre(Blocks& blocks, const std::vector<std::size_t>& points) {
  for (std::size_t b = 0; b < blocks.n_blocks; ++b) {
    double sum = 0, n = 0;
    for (const std::size_t point : points) {
      const double value = blocks.at(point)[b];
      if (std::isnan(value)) continue;
      sum += value;
      n += 1;
    }
    if (n == 0) continue;
    for (std::size_t point = 0; point < blocks.n_points; ++point)
      blocks.y[point * blocks.n_blocks + b] -= sum / n;
  }
}

}  // namespace hansa
