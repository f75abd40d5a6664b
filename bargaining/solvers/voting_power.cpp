#include "bargaining/solvers/voting_power.hpp"

#include <bit>
#include <numeric>

#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

using Coalition = std::uint32_t;  // one bit per member

/// Decides which coalitions win: those whose text passes if all others object.
class Counting {
 public:
  Counting(std::span<const double> power, std::span<const char> veto, const DecisionRule& rule)
      : rule_(rule), power_(shares_of(power)), low_(power.size() / 2) {
    for (std::size_t k = 0; k < power.size(); ++k)
      if (veto[k] != 0) vetoes_ |= Coalition{1} << k;
    low_sums_ = sums_of(std::span(power_).first(low_));
    high_sums_ = sums_of(std::span(power_).subspan(low_));
  }

  /// A coalition's share of all power.
  [[nodiscard]] double weight(Coalition members) const {
    const Coalition low = members & ((Coalition{1} << low_) - 1);
    return low_sums_[low] + high_sums_[members >> low_];
  }
  [[nodiscard]] bool wins(double weight, std::size_t heads, Coalition members) const {
    return passes(rule_, {.n_heads = power_.size(),
                          .n_objectors = power_.size() - heads,
                          .power_for = weight,
                          .vetoed = (members & vetoes_) != vetoes_});
  }
  [[nodiscard]] bool swings_on(std::size_t k, double weight, std::size_t heads, Coalition members) const {
    return !wins(weight - power_[k], heads - 1, members & ~(Coalition{1} << k));
  }

 private:
  static std::vector<double> shares_of(std::span<const double> power) {
    const double total = std::accumulate(power.begin(), power.end(), 0.0);
    std::vector<double> shares(power.begin(), power.end());
    for (double& share : shares) share = total > 0 ? share / total : 0.0;
    return shares;
  }

  /// The weight of every coalition of these members.
  static std::vector<double> sums_of(std::span<const double> power) {
    std::vector<double> sums = {0.0};
    for (const double one : power) {
      const std::size_t n = sums.size();
      for (std::size_t k = 0; k < n; ++k) sums.push_back(sums[k] + one);
    }
    return sums;
  }

  const DecisionRule& rule_;
  std::vector<double> power_;  // shares [0..1]
  std::size_t low_;
  Coalition vetoes_ = 0;
  std::vector<double> low_sums_, high_sums_;
};

/// 1 / (n C(n - 1, k - 1)): the share of all orders in which k - 1 given members come first and a given one next.
std::vector<double> shares_of_orders(std::size_t n) {
  std::vector<double> shares(n + 1);
  double binomial = 1;
  for (std::size_t k = 1; k <= n; ++k) {
    shares[k] = 1.0 / (static_cast<double>(n) * binomial);
    binomial = binomial * static_cast<double>(n - k) / static_cast<double>(k);
  }
  return shares;
}

}  // namespace

VotingPower voting_power(std::span<const double> power, std::span<const char> veto,
                         const DecisionRule& rule) {
  const std::size_t n = power.size();
  HANSA_EXPECT(n > 0 && veto.size() == n && (is_unanimous(rule) || n <= most_voters));
  const double equal = 1.0 / static_cast<double>(n);
  if (is_unanimous(rule))
    return {std::vector<double>(n, equal), std::vector<double>(n, equal), std::vector<std::uint64_t>(n, 1)};

  const Counting counting(power, veto, rule);
  std::vector<std::vector<std::uint64_t>> swings(n, std::vector<std::uint64_t>(n + 1));  // by heads
  for (Coalition members = 1; members < Coalition{1} << n; ++members) {
    const auto heads = static_cast<std::size_t>(std::popcount(members));
    const double weight = counting.weight(members);
    if (!counting.wins(weight, heads, members)) continue;
    for (Coalition rest = members; rest != 0; rest &= rest - 1) {
      const auto k = static_cast<std::size_t>(std::countr_zero(rest));
      swings[k][heads] += counting.swings_on(k, weight, heads, members) ? 1U : 0U;
    }
  }
  const std::vector<double> shares = shares_of_orders(n);
  VotingPower found{std::vector<double>(n), std::vector<double>(n), std::vector<std::uint64_t>(n)};
  std::uint64_t total = 0;
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t heads = 1; heads <= n; ++heads) {
      found.swings[k] += swings[k][heads];
      found.shapley[k] += static_cast<double>(swings[k][heads]) * shares[heads];
    }
    total += found.swings[k];
  }
  for (std::size_t k = 0; k < n && total > 0; ++k)
    found.banzhaf[k] = static_cast<double>(found.swings[k]) / static_cast<double>(total);
  return found;
}

}  // namespace hansa
