#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "analysis/bootstrap.hpp"

// How well predictions fit what happened. Arrays have one value a case.

namespace hansa {

/// A score, its 95 % interval over bootstrap samples of the cases, and their number. NaN: not defined.
struct Score {
  double value = std::numeric_limits<double>::quiet_NaN();
  Interval ci95;
  std::size_t n = 0;
};

/// The area under the ROC curve: the probability that a case that happened is predicted to be likelier than one that did
/// not, ties counting half. NaN unless some happened and some did not. Source: Hanley and McNeil 1982.
[[nodiscard]] double auc(std::span<const double> predicted, std::span<const char> happened);

/// Spearman's rank correlation, ties at their mean rank; NaN for constant values or fewer than three cases.
[[nodiscard]] double spearman(std::span<const double> a, std::span<const double> b);

/// Harrell's concordance: the share of pairs with different actual times that are predicted in the same order, ties in
/// the prediction counting half; NaN: no such pair. An infinite time is later than every other and equal to another one.
[[nodiscard]] double concordance(std::span<const double> predicted, std::span<const double> actual);

/// The mean of (probability - outcome)^2; 0 is perfect, a constant .5 has .25. Source: Brier 1950.
[[nodiscard]] double brier_score(std::span<const double> probability, std::span<const char> happened);

/// The mean of -log(probability of what happened), probabilities kept within .01 and .99, so that one wrong certainty
/// costs 4.6. Source: Good 1952.
[[nodiscard]] double log_score(std::span<const double> probability, std::span<const char> happened);

/// The mean of values, its interval over bootstrap samples of them.
[[nodiscard]] Score mean_score(std::span<const double> values, std::uint64_t seed);

/// A score of predictions with its interval.
template <class Actual>
[[nodiscard]] Score score_of(double (*statistic)(std::span<const double>, std::span<const Actual>),
                             std::span<const double> predicted, std::span<const Actual> actual,
                             std::uint64_t seed) {
  std::vector<double> drawn_predicted(predicted.size());
  std::vector<Actual> drawn_actual(actual.size());
  const auto resampled = [&](std::span<const std::size_t> rows) {
    for (std::size_t k = 0; k < rows.size(); ++k) {
      drawn_predicted[k] = predicted[rows[k]];
      drawn_actual[k] = actual[rows[k]];
    }
    return statistic(drawn_predicted, drawn_actual);
  };
  return {statistic(predicted, actual), bootstrap(predicted.size(), seed, resampled), predicted.size()};
}

}  // namespace hansa
