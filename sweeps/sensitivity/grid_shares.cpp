#include <cmath>
#include <numeric>

#include "sweeps/sensitivity/effects.hpp"

namespace hansa {
namespace {

/// Means of the outcome over classes of points, by class and block. NaN: none applies.
std::vector<double> means_by(const std::vector<std::size_t>& class_of, std::size_t n_classes,
                             const Blocks& blocks) {
  std::vector<double> sums(n_classes * blocks.n_blocks), counts(sums.size());
  for (std::size_t point = 0; point < blocks.n_points; ++point) {
    for (std::size_t k = 0; k < blocks.n_blocks; ++k) {
      const double value = blocks.at(point)[k];
      if (std::isnan(value)) continue;
      sums[class_of[point] * blocks.n_blocks + k] += value;
      counts[class_of[point] * blocks.n_blocks + k] += 1;
    }
  }
  for (std::size_t m = 0; m < sums.size(); ++m) sums[m] /= counts[m];
  return sums;
}

/// The mean over classes of products of different blocks.
double mean_product(const std::vector<double>& means, std::size_t n_blocks, std::size_t skip) {
  double sum = 0, n = 0;
  for (std::size_t at = 0; at < means.size(); at += n_blocks) {
    const std::span<const double> row = std::span(means).subspan(at, n_blocks);
    const PairSum pairs = pair_products(row, row, skip);
    if (pairs.n == 0) continue;
    sum += pairs.mean();
    n += 1;
  }
  return sum / n;
}

}  // namespace

Effects grid_shares(const std::vector<DesignColumn>& columns, const Blocks& given) {
  const std::size_t p = columns.size();
  Blocks blocks = given;
  std::vector<std::size_t> all(blocks.n_points), one(blocks.n_points);
  std::iota(all.begin(), all.end(), 0);
  centre(blocks, all);
  std::vector<std::vector<double>> by_level, by_line;
  std::size_t stride = blocks.n_points;  // between points that differ in this parameter alone
  for (std::size_t j = 0; j < p; ++j) {
    const std::size_t outer = stride;
    stride /= columns[j].n_levels;
    std::vector<std::size_t> level(blocks.n_points), line(blocks.n_points);
    for (std::size_t point = 0; point < blocks.n_points; ++point) {
      level[point] = point / stride % columns[j].n_levels;
      line[point] = point / outer * stride + point % stride;
    }
    by_level.push_back(means_by(level, columns[j].n_levels, blocks));
    by_line.push_back(means_by(line, blocks.n_points / columns[j].n_levels, blocks));
  }
  const std::vector<double> whole = means_by(one, 1, blocks);
  const auto parts = [&](std::size_t skip) {
    const double mean = mean_product(whole, blocks.n_blocks, skip),
                 every = mean_product(blocks.y, blocks.n_blocks, skip);
    std::vector<double> values;
    for (std::size_t j = 0; j < p; ++j) {
      values.push_back((mean_product(by_level[j], blocks.n_blocks, skip) - mean) / (every - mean));
      values.push_back((every - mean_product(by_line[j], blocks.n_blocks, skip)) / (every - mean));
    }
    values.push_back(every - mean);
    return values;
  };
  GroupedSums sums{.groups = {parts(skip_none)}, .without = {}};
  for (std::size_t k = 0; k < blocks.n_blocks && blocks.n_blocks > 2; ++k) sums.without.push_back(parts(k));
  const std::vector<Estimate> estimates =
      jackknife(sums, [](std::span<const double> s) { return std::vector<double>(s.begin(), s.end()); });
  Effects effects{
      .method = SensitivityMethod::Grid, .variance = estimates.back(), .n_units = blocks.n_points};
  effects.n_used = blocks.n_points - blocks.n_empty;
  for (std::size_t j = 0; j < p; ++j)
    effects.by_parameter.push_back({estimates[2 * j], estimates[2 * j + 1]});
  return effects;
}

}  // namespace hansa
