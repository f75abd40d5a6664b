#include <algorithm>
#include <cmath>

#include "sweeps/sensitivity/effects.hpp"

namespace hansa {
namespace {

constexpr std::size_t n_sums = 4;  // of effects, of absolute effects, of squares, number of effects

/// The mean over blocks of an effect times its sign in the other blocks.
double absolute(std::span<const double> effect, std::size_t skip) {
  double total = 0, n = 0, sum = 0;
  for (std::size_t k = 0; k < effect.size(); ++k) {
    if (k == skip || std::isnan(effect[k])) continue;
    total += effect[k];
    n += 1;
  }
  if (n == 1) return std::abs(total);
  for (std::size_t k = 0; k < effect.size(); ++k) {
    if (k == skip || std::isnan(effect[k])) continue;
    const double others = total - effect[k];
    sum += others > 0 ? effect[k] : others < 0 ? -effect[k] : 0.0;
  }
  return sum / n;
}

void add_effect(std::span<const double> effect, std::size_t skip, double* sums) {
  const PairSum squares = pair_products(effect, effect, skip);
  if (squares.n == 0) return;
  double sum = 0, n = 0;
  for (std::size_t k = 0; k < effect.size(); ++k) {
    if (k == skip || std::isnan(effect[k])) continue;
    sum += effect[k];
    n += 1;
  }
  sums[0] += sum / n;
  sums[1] += absolute(effect, skip);
  sums[2] += squares.mean();
  sums[3] += 1;
}

}  // namespace

Effects morris_effects(const std::vector<DesignRow>& rows, const std::vector<DesignColumn>& columns,
                       const Blocks& blocks) {
  constexpr std::size_t most_groups = 16;
  const std::size_t n_parameters = columns.size(), n_trajectories = rows.size() / (n_parameters + 1);
  const std::vector<double> nothing(n_sums * n_parameters);
  GroupedSums sums{.groups = {std::min(most_groups, n_trajectories), nothing},
                   .without = {blocks.n_blocks, nothing}};
  std::vector<double> effect(blocks.n_blocks);
  for (std::size_t point = 1; point < rows.size(); ++point) {
    if (!rows[point].parameter) continue;
    const std::size_t j = *rows[point].parameter;
    const double step = columns[j].x[point] > columns[j].x[point - 1] ? 2.0 / 3 : -2.0 / 3;  // of the range
    for (std::size_t k = 0; k < blocks.n_blocks; ++k)
      effect[k] = (blocks.at(point)[k] - blocks.at(point - 1)[k]) / step;
    add_effect(effect, skip_none, &sums.groups[rows[point].unit % sums.groups.size()][n_sums * j]);
    for (std::size_t k = 0; k < blocks.n_blocks && blocks.n_blocks > 2; ++k)
      add_effect(effect, k, &sums.without[k][n_sums * j]);
  }
  const auto measures = [n_parameters](std::span<const double> s) {
    std::vector<double> values;
    for (std::size_t j = 0; j < n_parameters; ++j) {
      const double n = s[n_sums * j + 3], mean = s[n_sums * j] / n, squares = s[n_sums * j + 2] / n;
      double variance = n > 1 ? (squares - mean * mean) * n / (n - 1) : 0;
      if (variance < 1e-13 * squares) variance = 0;  // rounding: the effect is the same everywhere
      values.insert(values.end(), {s[n_sums * j + 1] / n, std::sqrt(variance), mean});
    }
    return values;
  };
  // The variance of a variance is at least 2 / (n (n - 1)) of its square, since no distribution has a kurtosis below 1. The
  // jackknife finds less where the effect has two values that are equally likely.
  const auto least = [&](std::span<const double> s) {
    std::vector<double> errors = measures(s);
    for (std::size_t j = 0; j < n_parameters; ++j) {
      const double n = s[n_sums * j + 3], sigma = errors[3 * j + 1];
      errors[3 * j] = errors[3 * j + 2] = 0;
      errors[3 * j + 1] = n > 1 ? sigma / std::sqrt(2 * n * (n - 1)) : 0;
    }
    return errors;
  };
  const std::vector<Estimate> estimates = jackknife(sums, measures, least);
  Effects effects{.method = SensitivityMethod::Morris, .n_units = n_trajectories, .n_used = n_trajectories};
  for (std::size_t j = 0; j < n_parameters; ++j) {
    double n = 0;
    for (const auto& group : sums.groups) n += group[n_sums * j + 3];
    effects.n_used = std::min(effects.n_used, static_cast<std::size_t>(n));
    effects.by_parameter.emplace_back(estimates.begin() + static_cast<std::ptrdiff_t>(3 * j),
                                      estimates.begin() + static_cast<std::ptrdiff_t>(3 * j + 3));
  }
  return effects;
}

}  // namespace hansa
