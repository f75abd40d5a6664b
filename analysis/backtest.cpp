#include "analysis/backtest.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "agents/draws.hpp"
#include "sim/solvers/nash.hpp"
#include "sim/solvers/weighted_mean.hpp"
#include "sim/solvers/weighted_median.hpp"

namespace hansa {
namespace {

constexpr std::uint32_t n_samples = 2000;

std::optional<double> predict(const BargainCase& one, std::string_view solver) {
  if (solver == "compromise") return weighted_mean(one.position, one.weight);
  if (solver == "median") return weighted_median(one.position, one.weight);
  if (!one.reference) return std::nullopt;
  return nash_bargain(one.position, one.weight, *one.reference).value_or(*one.reference);
}

double mean_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

/// The mean of as many values as there are, drawn with replacement.
double resampled_mean(const std::vector<double>& values, const Draws& draws) {
  const auto n = static_cast<double>(values.size());
  double sum = 0;
  for (std::size_t k = 0; k < values.size(); ++k)
    sum += values[static_cast<std::size_t>(n * draws.uniform(Purpose::Resampling, 0, k))];
  return sum / n;
}

BootstrappedMean bootstrap(const std::vector<double>& values, std::uint64_t seed) {
  if (values.empty()) return {};
  std::vector<double> means;
  for (std::uint32_t sample = 0; sample < n_samples; ++sample)
    means.push_back(resampled_mean(values, Draws(seed, sample)));
  std::sort(means.begin(), means.end());
  constexpr std::size_t tail = n_samples / 40;  // 2.5 %
  return {mean_of(values), means[tail], means[n_samples - 1 - tail], values.size()};
}

}  // namespace

std::vector<BacktestScore> backtest(const CaseTable& table, std::uint64_t seed) {
  std::vector<BacktestScore> scores;
  for (const std::string_view solver : backtest_solver_names) {
    std::vector<double> errors, beyond;
    for (const BargainCase& one : table.cases) {
      const auto predicted = predict(one, solver);
      if (!predicted) continue;
      errors.push_back(std::abs(*predicted - one.outcome));
      beyond.push_back(errors.back() - std::abs(*predict(one, "compromise") - one.outcome));
    }
    scores.push_back({solver, bootstrap(errors, seed), bootstrap(beyond, seed)});
  }
  return scores;
}

}  // namespace hansa
