#include "sim/kernel/standing.hpp"

#include <algorithm>
#include <cmath>

#include "sim/kernel/lanes.hpp"

namespace hansa {
namespace {

constexpr std::size_t lanes = Four::lanes;

/// sum_b (1 - P(b, a)) pi_b for up to 4 * Width texts from `first` on, each in the order of b; the last four may repeat
/// some of those before.
template <std::size_t Width>
void add_up(std::span<const double> win, std::span<const double> pi, std::size_t first, double* beats) {
  const Four::Lanes one = Four::all(1.0);
  const std::size_t last = std::min(first + (Width - 1) * lanes, pi.size() - lanes);
  Four::Lanes sum[Width];
  unrolled<Width>([&](auto c) { sum[c] = Four::all(0.0); });
  const double* row = win.data();
  for (const double standing : pi) {
    const Four::Lanes by = Four::all(standing);
    unrolled<Width>([&](auto c) {
      const std::size_t at = c + 1 < Width ? first + c * lanes : last;
      sum[c] = Four::multiply_add(one - Four::load(row + at), by, sum[c]);
    });
    row += pi.size();
  }
  unrolled<Width>([&](auto c) { Four::store(beats + (c + 1 < Width ? first + c * lanes : last), sum[c]); });
}

/// The same for all texts from `first` on, in as few passes as the registers allow.
template <std::size_t Width>
void add_up_rest(std::span<const double> win, std::span<const double> pi, std::size_t first, double* beats) {
  const std::size_t n_left = pi.size() - first;
  if constexpr (Width > 1) {
    if (n_left <= (Width - 1) * lanes) return add_up_rest<Width - 1>(win, pi, first, beats);
  }
  add_up<Width>(win, pi, first, beats);
  if (n_left > Width * lanes) add_up_rest<Width>(win, pi, first + Width * lanes, beats);
}

void add_up_each(std::span<const double> win, std::span<const double> pi, double* beats) {
  const std::size_t n = pi.size();
  for (std::size_t a = 0; a < n; ++a) {
    beats[a] = 0;
    for (std::size_t b = 0; b < n; ++b) beats[a] = std::fma(1.0 - win[b * n + a], pi[b], beats[a]);
  }
}

double largest_distance(std::span<const double> a, const double* b) {
  const std::size_t n = a.size() / lanes * lanes;
  Four::Lanes apart = Four::all(0.0);
  for (std::size_t k = 0; k < n; k += lanes)
    apart = Four::larger(Four::absolute(Four::load(&a[k]) - Four::load(b + k)), apart);
  double largest = 0;
  for (std::size_t lane = 0; lane < lanes; ++lane) largest = std::max(largest, apart[lane]);
  for (std::size_t k = n; k < a.size(); ++k) largest = std::max(largest, std::abs(a[k] - b[k]));
  return largest;
}

}  // namespace

// `beaten`, the denominator, is the same in every step.
std::size_t standing_of(std::span<const double> win, std::span<const double> sponsor,
                        std::span<double> standing, std::span<double> scratch, double tolerance) {
  constexpr std::size_t most_steps = 20000;
  const std::size_t n = sponsor.size();
  double* const beaten = scratch.data();
  double* const beats = beaten + n;
  double* const next = beats + n;
  double sum = 0;
  for (const double v : sponsor) sum += v;
  for (std::size_t a = 0; a < n; ++a) standing[a] = sponsor[a] / sum;
  if (n == 1) return 1;
  std::fill_n(beaten, n, 0.0);
  for (std::size_t b = 0; b < n; ++b) {
    for (std::size_t a = 0; a < n; ++a) beaten[a] = std::fma(sponsor[b], win[b * n + a], beaten[a]);
  }
  for (std::size_t k = 1; k <= most_steps; ++k) {
    const std::span<const double> pi = standing.first(n);
    n < lanes ? add_up_each(win, pi, beats) : add_up_rest<8>(win, pi, 0, beats);
    for (std::size_t a = 0; a < n; ++a) next[a] = sponsor[a] * beats[a] / beaten[a];
    double total = 0;
    for (std::size_t a = 0; a < n; ++a) total += next[a];
    for (std::size_t a = 0; a < n; ++a) next[a] /= total;
    const double largest_move = largest_distance(pi, next);
    std::copy_n(next, n, standing.data());
    if (largest_move <= tolerance) return k;
  }
  return 0;
}

}  // namespace hansa
