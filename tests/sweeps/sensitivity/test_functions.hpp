#pragma once

#include <array>
#include <cmath>
#include <functional>
#include <numbers>
#include <span>
#include <string>
#include <vector>

#include "sweeps/samples/designs.hpp"
#include "sweeps/samples/sobol_design.hpp"
#include "sweeps/sensitivity/effects.hpp"

namespace hansa::test {

/// A function on the unit cube whose indices are known.
struct TestFunction {
  std::size_t n_dims;
  double (*value)(std::span<const double> u);
  std::vector<double> first, total;  // S1, ST
  double variance;
};

/// Ishigami and Homma 1990, with a = 7 and b = .1: the third parameter acts by interaction alone.
inline TestFunction ishigami() {
  constexpr double pi = std::numbers::pi, a = 7, b = 0.1;
  const double pi4 = std::pow(pi, 4), v1 = 0.5 * std::pow(1 + b * pi4 / 5, 2), v2 = a * a / 8,
               v13 = b * b * pi4 * pi4 * (1.0 / 18 - 1.0 / 50), v = v1 + v2 + v13;
  const auto value = [](std::span<const double> u) {
    const auto x = [&](std::size_t j) { return (2 * u[j] - 1) * std::numbers::pi; };
    return std::sin(x(0)) + 7 * std::pow(std::sin(x(1)), 2) + 0.1 * std::pow(x(2), 4) * std::sin(x(0));
  };
  return {3, value, {v1 / v, v2 / v, 0}, {(v1 + v13) / v, v2 / v, v13 / v}, v};
}

/// Sobol's G function of eight parameters, of which two matter much, two little and four hardly.
inline TestFunction g_function() {
  static constexpr std::array<double, 8> a = {0, 1, 4.5, 9, 99, 99, 99, 99};
  TestFunction g{8,
                 [](std::span<const double> u) {
                   double product = 1;
                   for (std::size_t j = 0; j < 8; ++j)
                     product *= (std::abs(4 * u[j] - 2) + a[j]) / (1 + a[j]);
                   return product;
                 },
                 {},
                 {},
                 0};
  double all = 1;
  for (const double aj : a) all *= 1 + 1 / (3 * (1 + aj) * (1 + aj));
  g.variance = all - 1;
  for (const double aj : a) {
    const double part = 1 / (3 * (1 + aj) * (1 + aj));
    g.first.push_back(part / g.variance);
    g.total.push_back(part * all / (1 + part) / g.variance);
  }
  return g;
}

/// A sweep of this design over the unit cube, without a scenario.
inline Sweep sweep_of_cube(Design design, std::size_t samples, std::size_t n_dims, std::uint64_t seed) {
  Sweep sweep;
  sweep.design = design;
  for (std::size_t j = 0; j < n_dims; ++j)
    sweep.parameters.push_back({.path = "x" + std::to_string(j + 1), .number = true, .min = 0, .max = 1});
  sweep.coordinates = design == Design::Sobol    ? saltelli(samples, n_dims, seed)
                      : design == Design::Morris ? morris_trajectories(samples, n_dims, seed)
                                                 : latin_hypercube(samples, n_dims, seed);
  sweep.n_points = sweep.coordinates.size() / n_dims;
  return sweep;
}

/// The outcome at a design point in a realization.
using OutcomeOf =
    std::function<double(std::span<const double> u, std::size_t point, std::size_t realization)>;

inline Effects effects_in(const Sweep& sweep, SensitivityMethod method, std::size_t n_realizations,
                          const OutcomeOf& outcome) {
  const std::size_t n_dims = sweep.parameters.size();
  std::vector<DesignRow> rows;
  std::vector<DesignColumn> columns;
  std::vector<double> values;
  for (std::size_t j = 0; j < n_dims; ++j) columns.push_back(column_of(sweep, j));
  std::vector<double> u(n_dims);
  for (std::size_t point = 0; point < sweep.n_points; ++point) {
    rows.push_back(row_of(sweep, point));
    for (std::size_t j = 0; j < n_dims; ++j) u[j] = columns[j].x[point];
    for (std::size_t r = 0; r < n_realizations; ++r) values.push_back(outcome(u, point, r));
  }
  return estimate_effects(method, rows, columns, into_blocks(values, sweep.n_points, n_realizations));
}

/// How often the interval of each measure of each parameter holds the truth, but for rounding, over seeds from 1 on.
struct Coverage {
  std::vector<double> share, half_width;  // (parameter x measure)
};
inline Coverage coverage(const std::vector<std::vector<double>>& truth, std::size_t n_seeds,
                         const std::function<Effects(std::uint64_t seed)>& estimate) {
  const std::size_t n_measures = truth.front().size();
  Coverage found{std::vector<double>(truth.size() * n_measures),
                 std::vector<double>(truth.size() * n_measures)};
  for (std::uint64_t seed = 1; seed <= n_seeds; ++seed) {
    const Effects effects = estimate(seed);
    for (std::size_t j = 0; j < truth.size(); ++j) {
      for (std::size_t m = 0; m < n_measures; ++m) {
        const Interval interval = effects.by_parameter[j][m].ci95;
        const bool holds = interval.lo - 1e-9 <= truth[j][m] && truth[j][m] <= interval.hi + 1e-9;
        found.share[j * n_measures + m] += (holds ? 1.0 : 0.0) / static_cast<double>(n_seeds);
        found.half_width[j * n_measures + m] +=
            (interval.hi - interval.lo) / 2 / static_cast<double>(n_seeds);
      }
    }
  }
  return found;
}

inline std::vector<std::vector<double>> shares_of(const TestFunction& f) {
  std::vector<std::vector<double>> truth;
  for (std::size_t j = 0; j < f.n_dims; ++j) truth.push_back({f.first[j], f.total[j]});
  return truth;
}

}  // namespace hansa::test
