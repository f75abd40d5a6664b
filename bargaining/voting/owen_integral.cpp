#include "bargaining/voting/owen_integral.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "support/numbers/expect.hpp"
#include "support/numbers/parallel.hpp"
#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

struct Node {
  double at, weight;
};

/// Gauss-Legendre nodes on [0, 1], by Newton's method on the Legendre polynomial.
std::vector<Node> gauss_nodes(std::size_t n) {
  std::vector<Node> nodes;
  const auto count = static_cast<double>(n);
  for (std::size_t k = 0; k < n; ++k) {
    // Tricomi's first guess, by a sine
    double x =
        std::sin(std::numbers::pi * (count - 2.0 * static_cast<double>(k) - 1.0) / (2.0 * count + 1.0));
    double slope = 0;
    for (int step = 0; step < 50; ++step) {
      double before = 1, now = x;
      for (std::size_t j = 2; j <= n; ++j) {
        const auto degree = static_cast<double>(j);
        const double next = ((2.0 * degree - 1.0) * x * now - (degree - 1.0) * before) / degree;
        before = now;
        now = next;
      }
      slope = count * (x * now - before) / (x * x - 1.0);
      const double move = now / slope;
      x -= move;
      if (std::abs(move) < 1e-15) break;
    }
    nodes.push_back({0.5 * (1.0 + x), 1.0 / ((1.0 - x * x) * slope * slope)});
  }
  return nodes;
}

/// The chance that members weigh at most x together, for x up to a cap, if each joins with chance `joins`.
class WeightChances {
 public:
  WeightChances(const VotingGame& game, double joins, std::int64_t cap)
      : joins_(joins), at_most_(static_cast<std::size_t>(std::max<std::int64_t>(cap, 0)) + 1) {
    at_most_[0] = 1;  // the chance of x itself, until it is summed
    std::int64_t sum = 0;
    for (auto weight = game.weight.rbegin(); weight != game.weight.rend(); ++weight) {
      sum += *weight;
      const auto w = static_cast<std::size_t>(*weight);
      for (std::size_t x = static_cast<std::size_t>(std::min(sum, cap)) + 1; x-- > 0;)
        at_most_[x] = (1.0 - joins) * at_most_[x] + (x >= w ? joins * at_most_[x - w] : 0.0);
    }
    std::partial_sum(at_most_.begin(), at_most_.end(), at_most_.begin());
  }

  [[nodiscard]] double at_most(std::int64_t x) const {
    return x < 0 ? 0.0 : at_most_[static_cast<std::size_t>(x)];
  }

  /// The chance that they weigh above `low` and at most `high` without one of this weight. Stable up to joins = 1/2.
  [[nodiscard]] double within_without(std::int64_t weight, std::int64_t low, std::int64_t high) const {
    const double ratio = joins_ / (1.0 - joins_);
    double found = 0, factor = 1.0 / (1.0 - joins_);
    for (; high >= 0; high -= weight, low -= weight, factor *= -ratio)
      found += factor * (at_most(high) - at_most(low));
    return found;
  }

 private:
  double joins_;
  std::vector<double> at_most_;
};

}  // namespace

OwenIntegral integrate_extension(const VotingGame& game) {
  HANSA_EXPECT(!game.counts_heads());
  const std::size_t n = game.members.size(), n_vetoes = game.vetoes.size();
  const std::int64_t quota = game.needs.front(), total = game.total();
  OwenIntegral found{.of_members = std::vector<double>(n)};
  if (quota == VotingGame::never) return found;
  const std::vector<Node> nodes = gauss_nodes((game.n_seats() + 1) / 2);
  std::vector<std::vector<double>> chances(nodes.size(), std::vector<double>(n));
  for_each_index(nodes.size(), machine_threads(), [&](std::size_t node) {
    // a member decides if the others who join weigh below the quota, and with it not; above one half, by those who stay
    const double t = nodes[node].at;
    const bool count_joining = t <= 0.5;
    const std::int64_t cap = count_joining ? quota - 1 : total - quota;
    const WeightChances weights(game, count_joining ? t : 1.0 - t, cap);
    const double scale = nodes[node].weight * real_pow(t, static_cast<double>(n_vetoes));
    for (std::size_t k = 0; k < n; ++k)
      chances[node][k] = scale * weights.within_without(game.weight[k], cap - game.weight[k], cap);
  });
  double sum = 0;
  for (std::size_t k = 0; k < n; ++k) {
    for (const std::vector<double>& of_node : chances) found.of_members[k] += of_node[k];
    sum += found.of_members[k];
  }
  if (n_vetoes > 0) found.of_veto = (1.0 - sum) / static_cast<double>(n_vetoes);
  return found;
}

}  // namespace hansa
