#include "analysis/sensitivity/binned_shares.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

constexpr std::size_t most_groups = 16;

/// Bins of a parameter with about equally many points, ties together; each level is one if there are few.
std::vector<std::size_t> bins_of(const BinnedColumn& column, std::size_t n_bins) {
  const std::size_t n = column.x.size();
  std::vector<std::size_t> order(n), bins(n);
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return column.x[a] < column.x[b]; });
  const bool by_level = column.n_levels > 0 && column.n_levels <= n_bins;
  std::size_t bin = 0;
  for (std::size_t rank = 0; rank < n; ++rank) {
    const bool is_new = rank > 0 && column.x[order[rank]] != column.x[order[rank - 1]];
    if (is_new && (by_level || rank * n_bins / n > bin)) bin = by_level ? bin + 1 : rank * n_bins / n;
    bins[order[rank]] = bin;
  }
  return bins;
}

/// Sums over the units in one bin: of outcomes and counts by block, then the products within a unit and their number,
/// then the number of points.
struct BinSums {
  std::size_t n_blocks;
  [[nodiscard]] std::size_t size() const { return 2 * n_blocks + 3; }

  void add(std::span<const double> of_unit, std::span<const double> counts, double n_points, std::size_t skip,
           double* s) const {
    for (std::size_t k = 0; k < n_blocks; ++k) {
      if (k == skip) continue;
      s[k] += of_unit[k];
      s[n_blocks + k] += counts[k];
    }
    const PairSum outcomes = pair_products(of_unit, of_unit, skip),
                  pairs = pair_products(counts, counts, skip);
    s[2 * n_blocks] += outcomes.sum;
    s[2 * n_blocks + 1] += pairs.sum;
    s[2 * n_blocks + 2] += n_points;
  }

  /// The mean product of outcomes at two units in two blocks; NaN: there are no two.
  [[nodiscard]] double mean_product(std::span<const double> s) const {
    const PairSum outcomes = pair_products(s.first(n_blocks), s.first(n_blocks)),
                  pairs = pair_products(s.subspan(n_blocks, n_blocks), s.subspan(n_blocks, n_blocks));
    return (outcomes.sum - s[2 * n_blocks]) / (pairs.sum - s[2 * n_blocks + 1]);
  }
};

}  // namespace

BinnedShares binned_shares(std::span<const std::size_t> units, std::span<const BinnedColumn> columns,
                           Blocks blocks) {
  HANSA_EXPECT(!units.empty() && units.size() == blocks.n_points);
  std::vector<std::size_t> all(blocks.n_points);
  std::iota(all.begin(), all.end(), 0);
  centre(blocks, all);
  const std::size_t n_units = units.back() + 1, n_blocks = blocks.n_blocks, p = columns.size();
  const auto n_bins = static_cast<std::size_t>(std::clamp(
      std::round(2 * std::cbrt(static_cast<double>(blocks.n_points - blocks.n_empty))), 2.0, 32.0));
  const BinSums layout{n_blocks};
  // first all points as one bin, then the bins of each parameter; last the products within a point, their number
  const std::size_t size = layout.size(), last = size * (1 + p * n_bins);
  const std::vector<double> nothing(last + 2);
  GroupedSums sums{.groups = {std::min(most_groups, n_units), nothing}, .without = {n_blocks, nothing}};
  const auto for_each_sum = [&](std::size_t unit, auto add) {
    add(skip_none, sums.groups[unit % sums.groups.size()]);
    for (std::size_t k = 0; k < n_blocks && n_blocks > 2; ++k) add(k, sums.without[k]);
  };
  std::vector<double> outcomes(n_bins * n_blocks), counts(n_bins * n_blocks), n_points(n_bins);
  for (std::size_t j = 0; j <= p; ++j) {  // the last is the one bin
    const std::vector<std::size_t> bins =
        j < p ? bins_of(columns[j], n_bins) : std::vector<std::size_t>(units.size());
    for (std::size_t begin = 0, end = 0; begin < units.size(); begin = end) {
      std::fill(outcomes.begin(), outcomes.end(), 0.0);
      std::fill(counts.begin(), counts.end(), 0.0);
      std::fill(n_points.begin(), n_points.end(), 0.0);
      for (end = begin; end < units.size() && units[end] == units[begin]; ++end) {
        const std::span<const double> y = blocks.at(end);
        const double n = static_cast<double>(
            std::count_if(y.begin(), y.end(), [](double value) { return !std::isnan(value); }));
        if (n == 0) continue;
        for (std::size_t k = 0; k < n_blocks;
             ++k) {  // a point counts alike, in however many blocks it has an outcome
          if (std::isnan(y[k])) continue;
          outcomes[bins[end] * n_blocks + k] += y[k] / n;
          counts[bins[end] * n_blocks + k] += 1 / n;
        }
        n_points[bins[end]] += 1;
        if (j < p) continue;
        for_each_sum(units[end], [&](std::size_t skip, std::vector<double>& s) {
          const PairSum own = pair_products(y, y, skip);
          if (own.n == 0) return;
          s[last] += own.mean();
          s[last + 1] += 1;
        });
      }
      for (std::size_t bin = 0; bin < n_bins; ++bin) {
        if (n_points[bin] == 0) continue;
        const std::span<const double> of_unit = std::span(outcomes).subspan(bin * n_blocks, n_blocks),
                                      of_counts = std::span(counts).subspan(bin * n_blocks, n_blocks);
        const std::size_t at = j < p ? size * (1 + j * n_bins + bin) : 0;
        for_each_sum(units[begin], [&](std::size_t skip, std::vector<double>& s) {
          layout.add(of_unit, of_counts, n_points[bin], skip, &s[at]);
        });
      }
    }
  }
  const auto shares = [&](std::span<const double> s) {
    const double whole = layout.mean_product(s.first(size)), variance = s[last] / s[last + 1] - whole;
    std::vector<double> values;
    for (std::size_t j = 0; j < p; ++j) {
      double sum = 0, weight = 0;
      for (std::size_t bin = 0; bin < n_bins; ++bin) {
        const std::span<const double> of_bin = s.subspan(size * (1 + j * n_bins + bin), size);
        const double product = layout.mean_product(of_bin);
        if (!std::isfinite(product)) continue;  // fewer than two units
        sum += product * of_bin[size - 1];
        weight += of_bin[size - 1];
      }
      values.push_back((sum / weight - whole) / variance);
    }
    values.push_back(std::accumulate(values.begin(), values.end(), 0.0));
    values.push_back(variance);
    return values;
  };
  std::vector<Estimate> estimates = jackknife(sums, shares);
  BinnedShares found{.of_columns = {}, .sum = estimates[p], .variance = estimates[p + 1]};
  estimates.resize(p);
  found.of_columns = std::move(estimates);
  return found;
}

}  // namespace hansa
