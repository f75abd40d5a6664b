#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace hansa {

/// The number of coalitions of the members added so far that weigh at most x, for 0 <= x <= cap, by heads or
/// regardless of them. N is an unsigned number that holds 2^members; differences may wrap on the way.
template <class N> class CoalitionTable {
 public:
  CoalitionTable(std::size_t n_members, std::int64_t cap, bool by_heads)
      : by_heads_(by_heads),
        width_(static_cast<std::size_t>(std::max<std::int64_t>(cap, 0)) + 1),
        most_(n_members),
        at_most_((by_heads ? n_members + 1 : 1) * width_, N(0)) {
    binomials_.assign(n_members + 2, std::vector<N>(n_members + 2, N(0)));
    for (std::size_t n = 0; n <= n_members; ++n) {
      binomials_[n][0] = N(1);
      for (std::size_t k = 1; k <= n; ++k) binomials_[n][k] = binomials_[n - 1][k - 1] + binomials_[n - 1][k];
    }
    at_most_[0] = N(1);
  }

  [[nodiscard]] std::size_t n_members() const { return n_; }

  void add(std::int64_t weight) {
    const std::int64_t sum = sum_ + weight, last = std::min(sum, static_cast<std::int64_t>(width_) - 1);
    for (std::size_t row = by_heads_ ? n_ + 1 : 0;; --row) {
      N* cells = &at_most_[row * width_];
      for (std::int64_t x = last; x >= 0; --x)
        cells[x] =
            at_most(row, x) + (by_heads_ && row == 0 ? N(0) : at_most(row - (by_heads_ ? 1 : 0), x - weight));
      if (row == 0) break;
    }
    sum_ = sum;
    ++n_;
  }

  /// All coalitions of so many heads.
  [[nodiscard]] N all(std::size_t heads) const { return all_of(n_, heads); }
  [[nodiscard]] N at_most(std::size_t heads, std::int64_t x) const {
    if (x < 0) return N(0);
    return x >= sum_ ? all_of(n_, heads) : at_most_[heads * width_ + static_cast<std::size_t>(x)];
  }

  /// The same without one of the members, of this weight: F / (1 + y z^w) term by term.
  [[nodiscard]] N at_most_without(std::int64_t weight, std::size_t heads, std::int64_t x) const {
    if (x >= sum_ - weight) return all_of(n_ - 1, heads);
    N found(0);
    for (bool plus = true; x >= 0; plus = !plus, x -= weight) {
      plus ? found += at_most(heads, x) : found -= at_most(heads, x);
      if (by_heads_ && heads-- == 0) break;
    }
    return found;
  }

 private:
  [[nodiscard]] N all_of(std::size_t n, std::size_t heads) const {
    if (by_heads_) return heads <= n ? binomials_[n][heads] : N(0);
    return N(1) << static_cast<unsigned>(n);
  }

  bool by_heads_;
  std::size_t width_, most_, n_ = 0;
  std::int64_t sum_ = 0;    // of all weights
  std::vector<N> at_most_;  // heads x weight
  std::vector<std::vector<N>> binomials_;
};

}  // namespace hansa
