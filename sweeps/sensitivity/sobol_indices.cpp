#include <algorithm>
#include <cmath>

#include "support/numbers/expect.hpp"
#include "sweeps/samples/sobol_design.hpp"
#include "sweeps/sensitivity/effects.hpp"

namespace hansa {
namespace {

// Sums over base samples for each parameter: the two partial variances, the variance over the same samples, their number;
// after them the variance over all samples, and the number of outcomes in it.
constexpr std::size_t n_sums = 4;

/// Adds base sample i without a block. A sample counts for a parameter if all its outcomes apply in some pair of blocks.
void add_sample(const Blocks& blocks, std::size_t i, std::size_t n_parameters, std::size_t skip,
                std::vector<double>& sums) {
  const std::size_t first = i * (n_parameters + 2);
  const std::span<const double> a = blocks.at(first), b = blocks.at(first + n_parameters + 1);
  const PairSum squares_a = pair_products(a, a, skip), squares_b = pair_products(b, b, skip);
  for (const PairSum& squares : {squares_a, squares_b}) {
    if (squares.n == 0) continue;
    sums[n_sums * n_parameters] += squares.mean();
    sums[n_sums * n_parameters + 1] += 1;
  }
  if (squares_a.n == 0 || squares_b.n == 0) return;
  std::vector<double> moved(blocks.n_blocks);
  for (std::size_t j = 0; j < n_parameters; ++j) {
    const std::span<const double> ab = blocks.at(first + 1 + j);
    for (std::size_t k = 0; k < blocks.n_blocks; ++k) moved[k] = ab[k] - a[k];
    const PairSum own = pair_products(b, moved, skip), change = pair_products(moved, moved, skip);
    if (own.n == 0 || change.n == 0) continue;
    double* s = &sums[n_sums * j];
    s[0] += own.mean();
    s[1] += change.mean() / 2;
    s[2] += (squares_a.mean() + squares_b.mean()) / 2;
    s[3] += 1;
  }
}

}  // namespace

Effects sobol_indices(const std::vector<DesignRow>& rows, std::size_t n_parameters, Blocks blocks) {
  const std::size_t n_samples = blocks.n_points / (n_parameters + 2);
  HANSA_EXPECT(n_samples > 0 && rows.size() == n_samples * (n_parameters + 2));
  std::vector<std::size_t> independent;
  for (std::size_t i = 0; i < n_samples; ++i)
    independent.insert(independent.end(), {i * (n_parameters + 2), (i + 1) * (n_parameters + 2) - 1});
  centre(blocks, independent);
  const std::vector<double> nothing(n_sums * n_parameters + 2);
  GroupedSums sums{.groups = {std::min(n_sobol_replicates, n_samples), nothing},
                   .without = {blocks.n_blocks, nothing}};
  for (std::size_t i = 0; i < n_samples; ++i) {
    add_sample(blocks, i, n_parameters, skip_none, sums.groups[rows[i * (n_parameters + 2)].replicate]);
    for (std::size_t k = 0; k < blocks.n_blocks && blocks.n_blocks > 2; ++k)
      add_sample(blocks, i, n_parameters, k, sums.without[k]);
  }
  const auto indices = [n_parameters](std::span<const double> s) {
    std::vector<double> values;
    for (std::size_t j = 0; j < n_parameters; ++j)
      for (const std::size_t part : {0UL, 1UL}) values.push_back(s[n_sums * j + part] / s[n_sums * j + 2]);
    values.push_back(s[n_sums * n_parameters] / s[n_sums * n_parameters + 1]);
    return values;
  };
  const std::vector<Estimate> estimates = jackknife(sums, indices);
  Effects effects{.method = SensitivityMethod::Sobol, .variance = estimates.back(), .n_units = n_samples};
  for (std::size_t j = 0; j < n_parameters; ++j)
    effects.by_parameter.push_back({estimates[2 * j], estimates[2 * j + 1]});
  double least = static_cast<double>(n_samples);  // of the samples that count for a parameter
  for (std::size_t j = 0; j < n_parameters; ++j) {
    double n = 0;
    for (const auto& group : sums.groups) n += group[n_sums * j + 3];
    least = std::min(least, n);
  }
  effects.n_used = static_cast<std::size_t>(least);
  return effects;
}

}  // namespace hansa
