#include "bargaining/voting/coalition_counts.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <numeric>
#include <span>

#include "bargaining/voting/coalition_table.hpp"
#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

using boost::multiprecision::uint128_t;
using boost::multiprecision::uint256_t;
using boost::multiprecision::uint512_t;
using Count = CoalitionCounts::Count;
using Coalition = std::uint32_t;  // a bit per member

constexpr std::size_t most_tabulated = 511;  // members, whose coalitions a number of 512 bits counts

std::size_t bytes_of_number(std::size_t n_members) {
  return n_members < 64    ? sizeof(std::uint64_t)
         : n_members < 128 ? sizeof(uint128_t)
         : n_members < 256 ? sizeof(uint256_t)
                           : sizeof(uint512_t);
}

CoalitionCounts no_counts(std::size_t n_members, bool by_heads) {
  const std::size_t rows = by_heads ? n_members + 1 : 1;
  CoalitionCounts counts;
  counts.by_heads = by_heads;
  counts.winning.resize(rows);
  counts.minimal.resize(rows);
  counts.swings.assign(n_members, std::vector<Count>(rows));
  counts.minimal_of = counts.swings;
  return counts;
}

/// The weight of every coalition of these members.
std::vector<std::int64_t> sums_of(std::span<const std::int64_t> weight) {
  std::vector<std::int64_t> sums = {0};
  for (const std::int64_t one : weight) {
    const std::size_t n = sums.size();
    for (std::size_t k = 0; k < n; ++k) sums.push_back(sums[k] + one);
  }
  return sums;
}

/// The same from two halves.
class CoalitionSums {
 public:
  explicit CoalitionSums(std::span<const std::int64_t> weight)
      : n_low_(weight.size() / 2),
        low_(sums_of(weight.first(n_low_))),
        high_(sums_of(weight.subspan(n_low_))) {}

  [[nodiscard]] std::int64_t of(Coalition members) const {
    return low_[members & ((Coalition{1} << n_low_) - 1)] + high_[members >> n_low_];
  }

 private:
  std::size_t n_low_;
  std::vector<std::int64_t> low_, high_;
};

/// Members by weight.
class Heaviest {
 public:
  explicit Heaviest(std::span<const std::int64_t> weight) : first_(1) {
    std::vector<std::size_t> order(weight.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return weight[a] > weight[b]; });
    for (const std::size_t k : order) {
      sorted_.push_back(weight[k]);
      first_.push_back(first_.back() | Coalition{1} << k);
    }
  }

  /// Those of more than this weight.
  [[nodiscard]] Coalition above(std::int64_t weight) const {
    const auto end =
        std::partition_point(sorted_.begin(), sorted_.end(), [&](std::int64_t w) { return w > weight; });
    return first_[static_cast<std::size_t>(end - sorted_.begin())];
  }

 private:
  std::vector<std::int64_t> sorted_;
  std::vector<Coalition> first_;  // the heaviest 0, 1, 2 ...
};

/// The weights of coalitions that lose only without a member of weight w: above `low`, at most `high`.
struct Window {
  std::int64_t low, high;
};

/// Of coalitions of so many other heads; none if even with the member they lose.
std::optional<Window> window_of(const VotingGame& game, std::size_t heads, std::int64_t weight) {
  const std::int64_t with = game.needs[std::min(heads + 1, game.needs.size() - 1)],
                     without = game.needs[heads];
  if (with == VotingGame::never) return std::nullopt;
  return Window{with - weight - 1, without == VotingGame::never ? without : without - 1};
}

template <class N> N within(const CoalitionTable<N>& table, std::size_t heads, const Window& window) {
  return table.at_most(heads, window.high) - table.at_most(heads, window.low);
}
template <class N>
N within_without(const CoalitionTable<N>& table, std::int64_t weight, std::size_t heads,
                 const Window& window) {
  return table.at_most_without(weight, heads, window.high) - table.at_most_without(weight, heads, window.low);
}

/// Counts the minimal winning coalitions whose last member, the lightest, is `last`: what it turns among those before.
template <class N>
void count_minimal(const VotingGame& game, const CoalitionTable<N>& before, CoalitionCounts& counts) {
  const std::size_t last = before.n_members();
  for (std::size_t heads = 0; heads <= (counts.by_heads ? last : 0); ++heads) {
    const auto window = window_of(game, heads, game.weight[last]);
    if (!window) continue;
    const N all = within(before, heads, *window);
    if (all == 0) continue;
    const std::size_t row = counts.by_heads ? heads + 1 : 0;
    counts.minimal[row] += Count(all);
    counts.minimal_of[last][row] += Count(all);
    N with(0);
    for (std::size_t k = 0; k < last; ++k) {
      if (k == 0 || game.weight[k] != game.weight[k - 1])
        with = all - within_without(before, game.weight[k], heads, *window);
      counts.minimal_of[k][row] += Count(with);
    }
  }
}

template <class N>
void count_swings(const VotingGame& game, const CoalitionTable<N>& all, CoalitionCounts& counts) {
  const std::size_t n = game.members.size();
  for (std::size_t heads = 0; heads < counts.winning.size(); ++heads)
    if (game.needs[heads] != VotingGame::never)
      counts.winning[heads] = Count(N(all.all(heads) - all.at_most(heads, game.needs[heads] - 1)));
  for (std::size_t k = 0; k < n; ++k) {
    if (k > 0 && game.weight[k] == game.weight[k - 1]) {
      counts.swings[k] = counts.swings[k - 1];
      continue;
    }
    for (std::size_t heads = 0; heads < (counts.by_heads ? n : 1); ++heads)
      if (const auto window = window_of(game, heads, game.weight[k]))
        counts.swings[k][heads] = Count(within_without(all, game.weight[k], heads, *window));
  }
}

/// Johnston's sums where heads do not count. The members that a winning coalition of weight s needs are those that weigh
/// more than s - quota: the coalition's members among the `p` heaviest. So the coalitions with such a p are those of the
/// heaviest, by heads and weight, times those of the others in a window of weights.
template <class N> class JohnstonSums {
 public:
  explicit JohnstonSums(const VotingGame& game)
      : game_(game),
        n_(game.members.size()),
        quota_(game.needs.front()),
        width_(static_cast<std::size_t>(std::min(game.total(), quota_ + game.weight.front() - 1)) + 1) {}

  void write(CoalitionCounts& counts) {
    std::vector<double> sums(n_);
    std::vector<N> heaviest((n_ + 1) * width_, N(0));
    heaviest[0] = N(1);
    const double n_vetoes = static_cast<double>(game_.vetoes.size());
    Count vulnerable = 0, winning = 0;
    for (const Count& one : counts.winning) winning += one;
    for (std::size_t p = 1; p <= n_; ++p) {
      add(game_.weight[p - 1], p, heaviest);
      if (p < n_ && game_.weight[p] == game_.weight[p - 1]) continue;
      const std::vector<N> others = windows(p);
      for (std::size_t heads = 1; heads <= p; ++heads) {
        N found(0);
        for (std::size_t x = 0; x < width_; ++x) found += heaviest[heads * width_ + x] * others[x];
        vulnerable += Count(found);
        counts.johnston_veto += static_cast<double>(found) / (static_cast<double>(heads) + n_vetoes);
      }
      double sum = 0;
      for (std::size_t k = 0; k < p; ++k) {
        if (k == 0 || game_.weight[k] != game_.weight[k - 1])
          sum = sum_of(game_.weight[k], p, heaviest, others, n_vetoes);
        sums[k] += sum;
      }
    }
    if (n_vetoes > 0) counts.johnston_veto += static_cast<double>(Count(winning - vulnerable)) / n_vetoes;
    counts.johnston = std::move(sums);
  }

  /// Steps, about [count].
  [[nodiscard]] double cost() const {
    double n_distinct = 1;
    for (std::size_t k = 1; k < n_; ++k) n_distinct += game_.weight[k] != game_.weight[k - 1] ? 1 : 0;
    return n_distinct * (n_distinct + 1) * static_cast<double>(n_ * width_);
  }

 private:
  void add(std::int64_t weight, std::size_t n_heads, std::vector<N>& table) const {
    const auto w = static_cast<std::size_t>(weight);
    for (std::size_t heads = n_heads; heads > 0; --heads)
      for (std::size_t x = width_; x-- > w;) table[heads * width_ + x] += table[(heads - 1) * width_ + x - w];
  }

  /// For each weight of the p heaviest's part, the others' coalitions with which just that part is needed.
  [[nodiscard]] std::vector<N> windows(std::size_t p) const {
    CoalitionTable<N> others(n_ - p, static_cast<std::int64_t>(width_) - 1, false);
    for (std::size_t k = n_; k-- > p;) others.add(game_.weight[k]);
    const std::int64_t low = quota_ + (p < n_ ? game_.weight[p] : 0), high = quota_ + game_.weight[p - 1] - 1;
    std::vector<N> found;
    for (std::size_t x = 0; x < width_; ++x) {
      const auto part = static_cast<std::int64_t>(x);
      found.push_back(others.at_most(0, high - part) - others.at_most(0, low - 1 - part));
    }
    return found;
  }

  /// Over the coalitions with a member of this weight.
  [[nodiscard]] double sum_of(std::int64_t weight, std::size_t p, const std::vector<N>& heaviest,
                              const std::vector<N>& others, double n_vetoes) const {
    const auto w = static_cast<std::size_t>(weight);
    std::vector<N> without(heaviest.begin(),
                           heaviest.begin() + static_cast<std::ptrdiff_t>((p + 1) * width_));
    double sum = 0;
    for (std::size_t heads = 1; heads <= p; ++heads) {
      N found(0);
      for (std::size_t x = w; x < width_; ++x) {
        const N& rest = without[(heads - 1) * width_ + x - w];
        found += rest * others[x];
        without[heads * width_ + x] -= rest;
      }
      sum += static_cast<double>(found) / (static_cast<double>(heads) + n_vetoes);
    }
    return sum;
  }

  const VotingGame& game_;
  std::size_t n_;
  std::int64_t quota_;
  std::size_t width_;
};

/// Johnston's sums where all members are alike: a coalition needs all of its members or none, and always the veto holders.
void share_alike(std::size_t n_vetoes, CoalitionCounts& counts) {
  const auto all_needed = [&](std::size_t heads) { return static_cast<double>(heads + n_vetoes); };
  counts.johnston.emplace(counts.swings.size());
  for (std::size_t k = 0; k < counts.swings.size(); ++k)
    for (std::size_t heads = 0; heads + 1 < counts.winning.size(); ++heads)
      (*counts.johnston)[k] += static_cast<double>(counts.swings[k][heads]) / all_needed(heads + 1);
  for (std::size_t heads = 0; n_vetoes > 0 && heads < counts.winning.size(); ++heads) {
    const Count larger = counts.winning[heads] - counts.minimal[heads];
    counts.johnston_veto += static_cast<double>(counts.minimal[heads]) / all_needed(heads) +
                            static_cast<double>(larger) / static_cast<double>(n_vetoes);
  }
}

template <class N> CoalitionCounts tabulate(const VotingGame& game, bool by_heads) {
  constexpr double most_steps = 2e9;  // some seconds
  const std::size_t n = game.members.size();
  CoalitionCounts counts = no_counts(n, by_heads);
  CoalitionTable<N> table(n, game.most_needed(), by_heads);
  for (std::size_t k = 0; k < n; ++k) {
    count_minimal(game, table, counts);
    table.add(game.weight[k]);
  }
  if (game.needs[0] == 0 && !game.vetoes.empty()) counts.minimal[0] += 1;  // the veto holders alone
  count_swings(game, table, counts);
  if (by_heads && n > 0 && game.weight.front() == game.weight.back()) {
    share_alike(game.vetoes.size(), counts);
  } else if (!game.counts_heads() && game.needs[0] > 0 && game.needs[0] != VotingGame::never && n > 0) {
    JohnstonSums<N> sums(game);
    if (sums.cost() <= most_steps) sums.write(counts);
  }
  return counts;
}

}  // namespace

CoalitionCounts enumerate_coalitions(const VotingGame& game) {
  const std::size_t n = game.members.size(), n_vetoes = game.vetoes.size();
  HANSA_EXPECT(n <= most_enumerated);
  const CoalitionSums weights(game.weight), sizes(game.size);
  const Heaviest heaviest(game.weight), largest(game.size);
  using Table = std::vector<std::vector<std::uint64_t>>;
  Table swings(n, std::vector<std::uint64_t>(n + 1)), minimal_of = swings, needed_of = swings;
  std::vector<std::uint64_t> winning(n + 1), minimal(n + 1), needed(n + 1);
  for (Coalition members = 0; members < Coalition{1} << n; ++members) {
    const auto heads = static_cast<std::size_t>(std::popcount(members));
    const std::int64_t weight = weights.of(members);
    if (weight < game.needs[heads]) continue;
    const std::int64_t size = game.size.empty() ? 0 : sizes.of(members);
    if (!game.size.empty() && size < game.needs_size[heads]) continue;
    ++winning[heads];
    Coalition critical = members;
    if (heads > 0 && game.needs[heads - 1] != VotingGame::never) {
      Coalition turned = heaviest.above(weight - game.needs[heads - 1]);
      if (!game.size.empty()) turned |= largest.above(size - game.needs_size[heads - 1]);
      critical &= turned;
    }
    const auto n_critical = static_cast<std::size_t>(std::popcount(critical));
    ++needed[n_critical];
    const bool is_minimal = critical == members && n_critical + n_vetoes > 0;
    minimal[heads] += is_minimal ? 1U : 0U;
    for (Coalition rest = critical; rest != 0; rest &= rest - 1) {
      const auto k = static_cast<std::size_t>(std::countr_zero(rest));
      ++swings[k][heads - 1];
      ++needed_of[k][n_critical];
      minimal_of[k][heads] += is_minimal ? 1U : 0U;
    }
  }
  CoalitionCounts counts = no_counts(n, true);
  counts.johnston.emplace(n);
  for (std::size_t heads = 0; heads <= n; ++heads) {
    counts.winning[heads] = winning[heads];
    counts.minimal[heads] = minimal[heads];
    const auto all_needed = static_cast<double>(heads + n_vetoes);
    if (n_vetoes > 0) counts.johnston_veto += static_cast<double>(needed[heads]) / all_needed;
    for (std::size_t k = 0; k < n; ++k) {
      counts.swings[k][heads] = swings[k][heads];
      counts.minimal_of[k][heads] = minimal_of[k][heads];
      if (heads > 0) (*counts.johnston)[k] += static_cast<double>(needed_of[k][heads]) / all_needed;
    }
  }
  return counts;
}

CoalitionCounts tabulate_coalitions(const VotingGame& game, bool by_heads) {
  HANSA_EXPECT(can_tabulate(game, by_heads));
  const std::size_t n = game.members.size();
  return n < 64    ? tabulate<std::uint64_t>(game, by_heads)
         : n < 128 ? tabulate<uint128_t>(game, by_heads)
         : n < 256 ? tabulate<uint256_t>(game, by_heads)
                   : tabulate<uint512_t>(game, by_heads);
}

bool can_tabulate(const VotingGame& game, bool by_heads) {
  constexpr double most_bytes = 1U << 30U;
  const std::size_t n = game.members.size();
  if (n > most_tabulated || !game.size.empty() || (!by_heads && game.counts_heads())) return false;
  const double rows = by_heads ? static_cast<double>(n + 1) : 1.0;
  return rows * static_cast<double>(game.most_needed() + 1) * static_cast<double>(bytes_of_number(n)) <=
         most_bytes;
}

}  // namespace hansa
