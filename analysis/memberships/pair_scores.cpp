#include "analysis/memberships/pair_scores.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// How often each city of a sample is drawn, by `rows` of `cities`.
class Sample {
 public:
  Sample(const Pairs& pairs, std::span<const std::size_t> cities)
      : cities_(cities), times_(pairs.n_cities(), 0.0) {}

  std::span<const double> once() {
    std::fill(times_.begin(), times_.end(), 0.0);
    for (const std::size_t c : cities_) times_[c] = 1;
    return times_;
  }
  std::span<const double> again(std::span<const std::size_t> rows) {
    std::fill(times_.begin(), times_.end(), 0.0);
    for (const std::size_t row : rows) ++times_[cities_[row]];
    return times_;
  }

 private:
  std::span<const std::size_t> cities_;
  std::vector<double> times_;  // (city)
};

/// A statistic of the weights of cities with its interval.
template <class Statistic>
Score resampled(const Pairs& pairs, std::span<const std::size_t> cities, std::uint64_t seed, std::size_t n,
                const Statistic& statistic) {
  Sample drawn(pairs, cities);
  return {statistic(drawn.once()),
          bootstrap(cities.size(), seed,
                    [&](std::span<const std::size_t> rows) { return statistic(drawn.again(rows)); }),
          n};
}

Score within_score(const Pairs& pairs, const RankedPairs& ranked, std::span<const std::size_t> cities,
                   std::uint64_t seed) {
  Sample all(pairs, cities);
  return resampled(pairs, cities, seed, ranked.within(all.once()).n,
                   [&](std::span<const double> times) { return ranked.within(times).mean; });
}

}  // namespace

RankedPairs::RankedPairs(const Pairs& pairs, std::span<const double> predicted,
                         std::span<const std::size_t> cities)
    : within_(pairs.n_networks()), areas_(pairs.n_networks(), undefined) {
  std::vector<std::size_t> rows;
  const auto rank = [&](Ranking& ranking) {
    std::stable_sort(rows.begin(), rows.end(),
                     [&](std::size_t a, std::size_t b) { return predicted[a] < predicted[b]; });
    for (std::size_t n = 0; n < rows.size(); ++n)
      ranking.push_back({static_cast<std::uint32_t>(rows[n] % pairs.n_cities()), pairs.member[rows[n]] != 0,
                         n > 0 && predicted[rows[n]] == predicted[rows[n - 1]]});
  };
  for (std::size_t k = 0; k < pairs.n_networks(); ++k) {
    std::size_t n_members = 0;
    rows.clear();
    for (const std::size_t c : cities) {
      if (std::isnan(predicted[pairs.pair(k, c)])) continue;
      rows.push_back(pairs.pair(k, c));
      n_members += pairs.member[rows.back()] != 0 ? 1U : 0U;
    }
    if (n_members >= fewest_members) rank(within_[k]);
  }
  rows.clear();
  for (std::size_t k = 0; k < pairs.n_networks(); ++k)
    for (const std::size_t c : cities)
      if (!std::isnan(predicted[pairs.pair(k, c)])) rows.push_back(pairs.pair(k, c));
  rank(pooled_);
  const std::vector<double> once(pairs.n_cities(), 1.0);
  for (std::size_t k = 0; k < pairs.n_networks(); ++k) areas_[k] = area(within_[k], once);
}

double RankedPairs::area(const Ranking& ranking, std::span<const double> weights) {
  double members = 0, others = 0, sum = 0;  // others so far
  for (std::size_t begin = 0; begin < ranking.size();) {
    double members_here = 0, others_here = 0;
    std::size_t end = begin;
    do {
      const Ranked& one = ranking[end++];
      (one.member ? members_here : others_here) += weights[one.city];
    } while (end < ranking.size() && ranking[end].tied);
    sum += members_here * (others + others_here / 2);
    members += members_here;
    others += others_here;
    begin = end;
  }
  return members > 0 && others > 0 ? sum / (members * others) : undefined;
}

double RankedPairs::pooled(std::span<const double> weights) const { return area(pooled_, weights); }

WithinNetworks RankedPairs::within(std::span<const double> weights) const {
  WithinNetworks found;
  for (const Ranking& ranking : within_) {
    const double value = area(ranking, weights);
    if (std::isnan(value)) continue;
    found.mean += value;
    ++found.n;
  }
  found.mean = found.n > 0 ? found.mean / static_cast<double>(found.n) : undefined;
  return found;
}

std::vector<double> areas_within(const Pairs& pairs, std::span<const double> predicted,
                                 std::span<const std::size_t> cities) {
  const RankedPairs ranked(pairs, predicted, cities);
  std::vector<double> areas;
  for (std::size_t k = 0; k < pairs.n_networks(); ++k) areas.push_back(ranked.within(k));
  return areas;
}

PairScores score_pairs(const Pairs& pairs, std::span<const double> probability,
                       std::span<const std::size_t> cities, std::uint64_t seed) {
  std::vector<double> losses(pairs.n_cities(), 0.0), counts(pairs.n_cities(), 0.0);
  for (std::size_t k = 0; k < pairs.n_networks(); ++k) {
    for (const std::size_t c : cities) {
      const double p = probability[pairs.pair(k, c)];
      if (std::isnan(p)) continue;
      losses[c] -= real_log(std::max(pairs.member[pairs.pair(k, c)] != 0 ? p : 1 - p, 1e-300));
      ++counts[c];
    }
  }
  const auto loss = [&](std::span<const double> times) {
    return std::inner_product(losses.begin(), losses.end(), times.begin(), 0.0) /
           std::inner_product(counts.begin(), counts.end(), times.begin(), 0.0);
  };
  const RankedPairs all(pairs, probability, cities);
  const auto pooled = [&](std::span<const double> times) { return all.pooled(times); };
  const std::vector<std::size_t> europe = cities_in(pairs, cities, true);
  const std::vector<std::size_t> elsewhere = cities_in(pairs, cities, false);
  return {.log_loss = resampled(pairs, cities, seed, cities.size(), loss),
          .pooled = resampled(pairs, cities, seed, cities.size(), pooled),
          .within = within_score(pairs, all, cities, seed),
          .europe = within_score(pairs, RankedPairs(pairs, probability, europe), europe, seed),
          .elsewhere = within_score(pairs, RankedPairs(pairs, probability, elsewhere), elsewhere, seed)};
}

Score lead_within(const Pairs& pairs, std::span<const double> predicted, std::span<const double> other,
                  std::span<const std::size_t> cities, std::uint64_t seed) {
  const RankedPairs one(pairs, predicted, cities), two(pairs, other, cities);
  Sample all(pairs, cities);
  return resampled(pairs, cities, seed, one.within(all.once()).n, [&](std::span<const double> times) {
    return one.within(times).mean - two.within(times).mean;
  });
}

std::vector<std::size_t> cities_in(const Pairs& pairs, std::span<const std::size_t> cities, bool europe) {
  std::vector<std::size_t> found;
  for (const std::size_t c : cities)
    if ((pairs.europe[c] != 0) == europe) found.push_back(c);
  return found;
}

}  // namespace hansa
