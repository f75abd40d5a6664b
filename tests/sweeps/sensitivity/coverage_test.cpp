// How often the 95 % intervals hold the truth; the figures are in docs/how-to/sensitivity.md.
#include <algorithm>
#include <iostream>
#include <numeric>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "support/numbers/draws.hpp"
#include "tests/sweeps/sensitivity/function_sweep.hpp"

namespace hansa {
namespace {

using test::TestFunction;

/// The function, with chance that is the same at all points of a realization in part, and is no small part.
Effects noisy(const TestFunction& f, Design design, SensitivityMethod method, std::size_t samples,
              std::size_t n_runs, double noise, std::uint64_t seed) {
  const Sweep sweep = test::sweep_of_cube(design, samples, f.n_dims, seed);
  const double scale = noise * std::sqrt(f.variance);
  return test::effects_in(sweep, method, n_runs,
                          [&](std::span<const double> u, std::size_t point, std::size_t r) {
                            if (noise == 0) return f.value(u);
                            const Draws draws(seed, static_cast<std::uint32_t>(r));
                            const double common = draws.normal(Purpose::Residual, 0, 0),
                                         tilt = draws.normal(Purpose::Residual, 0, 1),
                                         own = draws.normal(Purpose::Uncertainty, 0, point);
                            return f.value(u) + scale * (common + tilt * (u[1] - 0.5) + own);
                          });
}

void report(const std::string& what, const test::Coverage& found, std::size_t n_measures) {
  for (std::size_t j = 0; j < found.share.size() / n_measures; ++j) {
    std::string line = fmt::format("{} x{}", what, j + 1);
    for (std::size_t m = 0; m < n_measures; ++m)
      line += fmt::format("  {:.3f} +- {:.4f}", found.share[j * n_measures + m],
                          found.half_width[j * n_measures + m]);
    std::cerr << line << "\n";
  }
}

TEST_CASE("intervals of Sobol' indices hold the truth in nine of ten seeds or more", "[sensitivity][slow]") {
  const auto [name, samples, n_runs, noise] = GENERATE(table<std::string, std::size_t, std::size_t, double>({
      {"ishigami", 256, 1, 0.0},
      {"ishigami", 1024, 1, 0.0},
      {"ishigami", 256, 8, 1.0},
      {"g", 256, 1, 0.0},
      {"g", 1024, 1, 0.0},
      {"g", 256, 8, 1.0},
  }));
  const TestFunction f = name == "g" ? test::g_function() : test::ishigami();
  const auto found =
      test::coverage(test::shares_of(f), 200, [&, n = samples, k = n_runs, e = noise](std::uint64_t seed) {
        return noisy(f, Design::Sobol, SensitivityMethod::Sobol, n, k, e, seed);
      });
  report(fmt::format("sobol {} N={} K={} noise {}", name, samples, n_runs, noise), found, 2);
  for (const double share : found.share) CHECK(share >= 0.9);
}

TEST_CASE("intervals of binned S1 hold the truth in nine of ten seeds or more", "[sensitivity][slow]") {
  const auto [name, samples, n_runs, noise] = GENERATE(table<std::string, std::size_t, std::size_t, double>({
      {"ishigami", 1024, 1, 0.0},
      {"ishigami", 1024, 8, 1.0},
      {"g", 1024, 1, 0.0},
      {"g", 1024, 8, 1.0},
  }));
  const TestFunction f = name == "g" ? test::g_function() : test::ishigami();
  std::vector<std::vector<double>> truth;
  for (const double share : f.first) truth.push_back({share});
  const auto found = test::coverage(truth, 200, [&, n = samples, k = n_runs, e = noise](std::uint64_t seed) {
    return noisy(f, Design::Lhs, SensitivityMethod::Binned, n, k, e, seed);
  });
  report(fmt::format("binned {} N={} K={} noise {}", name, samples, n_runs, noise), found, 1);
  for (const double share : found.share) CHECK(share >= 0.9);
}

TEST_CASE("intervals of regression coefficients hold the truth in nine of ten seeds or more",
          "[sensitivity][slow]") {
  const auto [n_runs, noise] = GENERATE(table<std::size_t, double>({{1, 0.0}, {8, 1.0}}));
  const TestFunction f{
      3, [](std::span<const double> u) { return 4 * u[0] - 3 * u[1] + 0 * u[2]; }, {}, {}, 25.0 / 12};
  const auto found =
      test::coverage({{0.8}, {-0.6}, {0}}, 200, [&, k = n_runs, e = noise](std::uint64_t seed) {
        return noisy(f, Design::Lhs, SensitivityMethod::Regression, 256, k, e, seed);
      });
  report(fmt::format("src linear N=256 K={} noise {}", n_runs, noise), found, 1);
  for (const double share : found.share) CHECK(share >= 0.9);
}

// From 0 to 1, u1 changes the outcome by 4 u2, whose four levels have the mean 2 and the variance 20 / 9.
TEST_CASE("intervals of elementary effects hold the truth in nine of ten seeds or more",
          "[sensitivity][slow]") {
  const auto [n_runs, noise] = GENERATE(table<std::size_t, double>({{1, 0.0}, {8, 0.2}}));
  const TestFunction f{3, [](std::span<const double> u) { return u[0] + 4 * u[1] * u[2]; }, {}, {}, 1};
  const double sigma = std::sqrt(20.0 / 9);
  const std::vector<std::vector<double>> truth = {{1, 0, 1}, {2, sigma, 2}, {2, sigma, 2}};
  const auto found = test::coverage(truth, 200, [&, k = n_runs, e = noise](std::uint64_t seed) {
    return noisy(f, Design::Morris, SensitivityMethod::Morris, 32, k, e, seed);
  });
  report(fmt::format("morris N=32 K={} noise {}", n_runs, noise), found, 3);
  for (const double share : found.share) CHECK(share >= 0.9);
}

/// mu*, sigma and mu of each parameter over the four levels of Morris' designs.
std::vector<std::vector<double>> elementary_effects_of(const TestFunction& f) {
  std::vector<std::vector<double>> truth;
  std::size_t n_others = 1;
  for (std::size_t j = 1; j < f.n_dims; ++j) n_others *= 4;
  for (std::size_t j = 0; j < f.n_dims; ++j) {
    double sum = 0, absolute = 0, squares = 0;
    for (std::size_t at = 0; at < 2 * n_others; ++at) {
      std::vector<double> u(f.n_dims);
      std::size_t rest = at / 2;
      for (std::size_t l = 0; l < f.n_dims; ++l) {
        if (l == j) continue;
        u[l] = static_cast<double>(rest % 4) / 3;
        rest /= 4;
      }
      u[j] = at % 2 == 0 ? 0 : 1.0 / 3;
      const double before = f.value(u);
      u[j] += 2.0 / 3;
      const double effect = (f.value(u) - before) * 1.5;
      sum += effect;
      absolute += std::abs(effect);
      squares += effect * effect;
    }
    const auto n = static_cast<double>(2 * n_others);
    truth.push_back({absolute / n, std::sqrt(squares / n - sum * sum / (n * n)), sum / n});
  }
  return truth;
}

std::vector<std::vector<double>> first_order_of(const TestFunction& f) {
  std::vector<std::vector<double>> truth;
  for (const double share : f.first) truth.push_back({share});
  return truth;
}

/// The correlation of two columns.
double correlation(std::span<const double> x, std::span<const double> y) {
  const auto n = static_cast<double>(x.size());
  double sx = 0, sy = 0, xx = 0, yy = 0, xy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    sx += x[i];
    sy += y[i];
    xx += x[i] * x[i];
    yy += y[i] * y[i];
    xy += x[i] * y[i];
  }
  return (n * xy - sx * sy) / std::sqrt((n * xx - sx * sx) * (n * yy - sy * sy));
}

/// SRC and PRCC of each parameter, from 2^18 points: parameters are independent, so that both follow from correlations.
std::vector<std::vector<double>> regression_of(const TestFunction& f) {
  constexpr std::size_t n = std::size_t{1} << 18;
  const std::vector<double> points = latin_hypercube(n, f.n_dims, 1);
  std::vector<double> y(n), rank(n), x(n);
  std::vector<std::size_t> order(n);
  for (std::size_t i = 0; i < n; ++i) y[i] = f.value({&points[i * f.n_dims], f.n_dims});
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return y[a] < y[b]; });
  for (std::size_t k = 0; k < n; ++k) rank[order[k]] = static_cast<double>(k);
  std::vector<std::vector<double>> truth;
  double explained = 0;
  for (std::size_t j = 0; j < f.n_dims; ++j) {
    for (std::size_t i = 0; i < n; ++i) x[i] = points[i * f.n_dims + j];
    const double by_rank = correlation(x, rank);
    truth.push_back({correlation(x, y), by_rank});
    explained += by_rank * by_rank;
  }
  for (auto& of_one : truth) of_one[1] /= std::sqrt(1 - explained + of_one[1] * of_one[1]);
  return truth;
}

/// A design in a sweep file, and a method that fits it.
struct Way {
  SensitivityMethod method;
  std::string design;
};
const std::vector<Way> ways = {{SensitivityMethod::Sobol, "sobol\nsamples: 256"},
                               {SensitivityMethod::Morris, "morris\nsamples: 32"},
                               {SensitivityMethod::Binned, "lhs\nsamples: 1024"},
                               {SensitivityMethod::Regression, "lhs\nsamples: 256"}};

std::vector<std::vector<double>> truth_of(const TestFunction& f, SensitivityMethod method) {
  switch (method) {
    case SensitivityMethod::Sobol:
      return test::shares_of(f);
    case SensitivityMethod::Morris:
      return elementary_effects_of(f);
    case SensitivityMethod::Regression:
      return regression_of(f);
    default:
      return first_order_of(f);
  }
}

/// The share of seeds from 1 to n_seeds whose intervals hold the truth, the whole way of a user: a sweep file is read, its
/// runs are played and written in shards, and the folder is analysed.
test::Coverage from_sweep_files(const TestFunction& f, const Way& way, std::size_t n_seeds) {
  return test::coverage(truth_of(f, way.method), n_seeds, [&](std::uint64_t seed) {
    const test::FunctionSweep sweep(fmt::format("design: {}\nrealizations: 1\nseed: {}\n", way.design, seed),
                                    f.n_dims,
                                    [&](const Scenario& scenario, std::uint32_t, RunRecord& record) {
                                      record.adopted[0] = 1;
                                      record.depth[0] = f.value(test::on_cube(scenario, f.n_dims));
                                    });
    const Sensitivity sensitivity = sweep.analyse(MissingPolicy::Refuse);
    return std::ranges::find_if(sensitivity.found,
                                [&](const OutcomeEffects& one) {
                                  return one.outcome.column == "depth" && one.effects.method == way.method;
                                })
        ->effects;
  });
}

TEST_CASE("of sweeps from their files most intervals hold the truth, for each parameter", "[sensitivity]") {
  for (const TestFunction& f : {test::ishigami(), test::g_function()})
    for (const Way& way : ways)
      for (const double share : from_sweep_files(f, way, 10).share) CHECK(share >= 0.75);
}

TEST_CASE("of sweeps from their files, nine of ten intervals hold the truth or more, for each parameter",
          "[.soak]") {
  for (const TestFunction& f : {test::ishigami(), test::g_function()}) {
    for (const Way& way : ways) {
      const test::Coverage found = from_sweep_files(f, way, 200);
      report(fmt::format("sweep file, {}, {} parameters", name_of(way.method), f.n_dims), found,
             found.share.size() / f.n_dims);
      for (const double share : found.share) CHECK(share >= 0.9);
    }
  }
}

}  // namespace
}  // namespace hansa
