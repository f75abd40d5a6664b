#include "analysis/scores.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// Ranks from 1, ties at their mean.
std::vector<double> ranks_of(std::span<const double> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> ranks(values.size());
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin + 1;
    while (end < order.size() && values[order[end]] == values[order[begin]]) ++end;
    for (std::size_t k = begin; k < end; ++k) ranks[order[k]] = static_cast<double>(begin + 1 + end) / 2;
    begin = end;
  }
  return ranks;
}

}  // namespace

double auc(std::span<const double> predicted, std::span<const char> happened) {
  HANSA_EXPECT(predicted.size() == happened.size());
  const std::vector<double> ranks = ranks_of(predicted);
  double n_happened = 0, sum = 0;
  for (std::size_t k = 0; k < happened.size(); ++k) {
    if (!happened[k]) continue;
    ++n_happened;
    sum += ranks[k];
  }
  const double n_others = static_cast<double>(happened.size()) - n_happened;
  if (n_happened == 0 || n_others == 0) return undefined;
  return (sum - n_happened * (n_happened + 1) / 2) / (n_happened * n_others);
}

double spearman(std::span<const double> a, std::span<const double> b) {
  HANSA_EXPECT(a.size() == b.size());
  if (a.size() < 3) return undefined;
  const std::vector<double> ranks_a = ranks_of(a), ranks_b = ranks_of(b);
  const double mean = (static_cast<double>(a.size()) + 1) / 2;  // of ranks from 1, ties or not
  double ab = 0, aa = 0, bb = 0;
  for (std::size_t k = 0; k < a.size(); ++k) {
    ab += (ranks_a[k] - mean) * (ranks_b[k] - mean);
    aa += (ranks_a[k] - mean) * (ranks_a[k] - mean);
    bb += (ranks_b[k] - mean) * (ranks_b[k] - mean);
  }
  return aa > 0 && bb > 0 ? ab / std::sqrt(aa * bb) : undefined;
}

double concordance(std::span<const double> predicted, std::span<const double> actual) {
  HANSA_EXPECT(predicted.size() == actual.size());
  double n_pairs = 0, alike = 0;
  for (std::size_t i = 0; i < actual.size(); ++i) {
    for (std::size_t j = 0; j < actual.size(); ++j) {
      if (!(actual[i] < actual[j])) continue;
      ++n_pairs;
      alike += predicted[i] < predicted[j] ? 1.0 : predicted[i] == predicted[j] ? 0.5 : 0.0;
    }
  }
  return n_pairs > 0 ? alike / n_pairs : undefined;
}

double brier_score(std::span<const double> probability, std::span<const char> happened) {
  HANSA_EXPECT(probability.size() == happened.size());
  double sum = 0;
  for (std::size_t k = 0; k < happened.size(); ++k) {
    const double miss = probability[k] - (happened[k] ? 1.0 : 0.0);
    sum += miss * miss;
  }
  return happened.empty() ? undefined : sum / static_cast<double>(happened.size());
}

double log_score(std::span<const double> probability, std::span<const char> happened) {
  HANSA_EXPECT(probability.size() == happened.size());
  double sum = 0;
  for (std::size_t k = 0; k < happened.size(); ++k) {
    const double kept = std::clamp(probability[k], 0.01, 0.99);
    sum -= std::log(happened[k] ? kept : 1 - kept);
  }
  return happened.empty() ? undefined : sum / static_cast<double>(happened.size());
}

Score mean_score(std::span<const double> values, std::uint64_t seed) {
  std::vector<std::size_t> all(values.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  const auto mean = [&](std::span<const std::size_t> rows) {
    double sum = 0;
    for (const std::size_t row : rows) sum += values[row];
    return sum / static_cast<double>(rows.size());
  };
  return {mean(all), bootstrap(values.size(), seed, mean), values.size()};
}

}  // namespace hansa
