#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <Eigen/Cholesky>

#include "sweeps/sensitivity/effects.hpp"

namespace hansa {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// The ranks of the values that apply, ties at their mean, from -1/2 to 1/2; NaN for the others.
std::vector<double> ranks_of(const std::vector<double>& values) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (!std::isnan(values[i])) order.push_back(i);
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> ranks(values.size(), none);
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin + 1;
    while (end < order.size() && values[order[end]] == values[order[begin]]) ++end;
    const double rank = static_cast<double>(begin + end) / 2;
    for (std::size_t k = begin; k < end; ++k)
      ranks[order[k]] = rank / static_cast<double>(order.size()) - 0.5;
    begin = end;
  }
  return ranks;
}

/// Columns with mean 0 and variance 1; a constant one is 0.
void standardise(std::vector<double>& x) {
  const double n = static_cast<double>(x.size()), mean = std::accumulate(x.begin(), x.end(), 0.0) / n;
  double squares = 0;
  for (double& value : x) {
    value -= mean;
    squares += value * value;
  }
  if (squares == 0) return;
  for (double& value : x) value /= std::sqrt(squares / n);
}

/// Where the sums of a regression are: points, x, products of x; for each block points, y, x, products; products of y.
struct Layout {
  std::size_t p, n_blocks;
  [[nodiscard]] std::size_t xx() const { return 1 + p; }
  [[nodiscard]] std::size_t block(std::size_t k) const { return xx() + p * p + k * (2 + 2 * p); }
  [[nodiscard]] std::size_t yy() const { return block(n_blocks); }
  [[nodiscard]] std::size_t size() const { return yy() + 2; }
};

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

/// Coefficients of a regression of the expected outcome, and what they leave.
struct Fit {
  Vector beta;           // per unit of x
  Matrix precision;      // inverse covariance of x
  double variance = 0;   // of the expected outcome
  double remainder = 0;  // of it, not explained
};

Fit fit(const Layout& layout, std::span<const double> s) {
  const auto p = static_cast<Eigen::Index>(layout.p);
  const double n = s[0];
  const Eigen::Map<const Vector> sum_x(&s[1], p);
  const Eigen::Map<const Matrix> sum_xx(&s[layout.xx()], p, p);
  const Matrix covariance = sum_xx / n - sum_x * sum_x.transpose() / (n * n);
  const Eigen::LDLT<Matrix> solver(covariance);
  const bool is_regular = n > static_cast<double>(layout.p) + 2 && solver.vectorD().minCoeff() > 1e-9;
  Fit found{.beta = Vector::Constant(p, none), .precision = Matrix::Constant(p, p, none)};
  if (!is_regular) return found;
  found.precision = solver.solve(Matrix::Identity(p, p));
  Vector total = Vector::Zero(p);
  double own = 0, n_blocks = 0, sum_y = 0, n_y = 0;
  for (std::size_t k = 0; k < layout.n_blocks; ++k) {
    const std::size_t at = layout.block(k);
    const double count = s[at];
    if (count == 0) continue;
    const Eigen::Map<const Vector> x(&s[at + 2], p), xy(&s[at + 2 + layout.p], p);
    const Vector with_y = xy / count - x * (s[at + 1] / (count * count));
    total += with_y;
    own += with_y.dot(found.precision * with_y);
    sum_y += s[at + 1];
    n_y += count;
    n_blocks += 1;
  }
  found.beta = found.precision * total / n_blocks;
  const double both = total.dot(found.precision * total);
  const double explained = n_blocks > 1 ? (both - own) / (n_blocks * (n_blocks - 1)) : both;
  found.variance = s[layout.yy()] / s[layout.yy() + 1] - (sum_y / n_y) * (sum_y / n_y);
  found.remainder = std::max(0.0, found.variance - explained) * n / (n - static_cast<double>(layout.p) - 1);
  return found;
}

GroupedSums add_up(const Layout& layout, const std::vector<std::vector<double>>& x, const Blocks& blocks) {
  constexpr std::size_t most_groups = 16;
  const std::size_t p = layout.p;
  const std::vector<double> nothing(layout.size());
  GroupedSums sums{.groups = {std::min(most_groups, blocks.n_points), nothing},
                   .without = {blocks.n_blocks, nothing}};
  std::vector<PairSum> yy_without(blocks.n_blocks);
  std::vector<double> row(p);
  for (std::size_t i = 0; i < blocks.n_points; ++i) {
    const std::span<const double> y = blocks.at(i);
    if (std::all_of(y.begin(), y.end(), [](double value) { return std::isnan(value); })) continue;
    std::vector<double>& s = sums.groups[i % sums.groups.size()];
    s[0] += 1;
    for (std::size_t j = 0; j < p; ++j) row[j] = x[j][i];
    for (std::size_t j = 0; j < p; ++j) {
      s[1 + j] += row[j];
      for (std::size_t l = 0; l < p; ++l) s[layout.xx() + j * p + l] += row[j] * row[l];
    }
    for (std::size_t k = 0; k < blocks.n_blocks; ++k) {
      if (std::isnan(y[k])) continue;
      double* of_block = &s[layout.block(k)];
      of_block[0] += 1;
      of_block[1] += y[k];
      for (std::size_t j = 0; j < p; ++j) {
        of_block[2 + j] += row[j];
        of_block[2 + p + j] += row[j] * y[k];
      }
    }
    const auto add_pairs = [&](std::size_t skip, double* to) {
      const PairSum pairs = pair_products(y, y, skip);
      if (pairs.n == 0) return;
      to[0] += pairs.mean();
      to[1] += 1;
    };
    add_pairs(skip_none, &s[layout.yy()]);
    for (std::size_t k = 0; k < blocks.n_blocks && blocks.n_blocks > 2; ++k)
      add_pairs(k, &sums.without[k][layout.yy()]);
  }
  std::vector<double> total(layout.size());
  for (const auto& group : sums.groups)
    for (std::size_t m = 0; m < total.size(); ++m) total[m] += group[m];
  for (std::size_t k = 0; k < blocks.n_blocks; ++k) {  // without a block: its sums are 0
    std::copy_n(total.begin(), layout.yy(), sums.without[k].begin());
    std::fill_n(sums.without[k].begin() + static_cast<std::ptrdiff_t>(layout.block(k)), 2 + 2 * p, 0.0);
  }
  return sums;
}

}  // namespace

Effects regression_effects(const std::vector<DesignColumn>& columns, Blocks blocks) {
  std::vector<std::size_t> all(blocks.n_points), ordered;
  std::iota(all.begin(), all.end(), 0);
  std::vector<std::vector<double>> x, ranks;
  for (std::size_t j = 0; j < columns.size(); ++j) {
    if (!columns[j].is_ordered) continue;
    ordered.push_back(j);
    x.push_back(columns[j].x);
    ranks.push_back(ranks_of(columns[j].x));
    standardise(x.back());
    standardise(ranks.back());
  }
  const Layout layout{x.size(), blocks.n_blocks};
  const std::size_t p = layout.p;
  centre(blocks, all);
  Effects effects{.method = SensitivityMethod::Regression, .n_units = blocks.n_points};
  effects.n_used = blocks.n_points - blocks.n_empty;
  effects.by_parameter.resize(columns.size());
  if (p == 0) return effects;
  const auto coefficients = [&](std::span<const double> s) {
    const Fit found = fit(layout, s);
    std::vector<double> values;
    for (std::size_t j = 0; j < p; ++j)
      values.push_back(found.beta[static_cast<Eigen::Index>(j)] / std::sqrt(found.variance));
    values.push_back(found.variance);
    return values;
  };
  const std::vector<Estimate> standardised = jackknife(add_up(layout, x, blocks), coefficients);
  Blocks ranked = blocks;
  for (std::size_t k = 0; k < blocks.n_blocks; ++k) {
    std::vector<double> values;
    for (std::size_t i = 0; i < blocks.n_points; ++i) values.push_back(blocks.at(i)[k]);
    const std::vector<double> of_block = ranks_of(values);
    for (std::size_t i = 0; i < blocks.n_points; ++i) ranked.y[i * blocks.n_blocks + k] = of_block[i];
  }
  const auto correlations = [&](std::span<const double> s) {
    const Fit found = fit(layout, s);
    std::vector<double> values;
    for (Eigen::Index j = 0; j < static_cast<Eigen::Index>(p); ++j) {
      const double own = found.beta[j] / std::sqrt(found.precision(j, j));
      values.push_back(own / std::sqrt(found.remainder + own * own));
    }
    return values;
  };
  const std::vector<Estimate> partial = jackknife(add_up(layout, ranks, ranked), correlations);
  for (std::size_t j = 0; j < p; ++j) effects.by_parameter[ordered[j]] = {standardised[j], partial[j]};
  effects.variance = standardised[p];
  return effects;
}

}  // namespace hansa
