#include "sim/kernel/standing.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/kernel/lanes.hpp"

namespace hansa {
namespace {

constexpr std::size_t lanes = Four::lanes;

/// sum_b (1 - P(b, a)) pi_b for `lanes * Width` texts from `first` on, each in the order of b.
template <std::size_t Width>
void add_up(std::span<const double> win, std::span<const double> pi, std::size_t first, double* beats) {
  const Four::Lanes one = Four::all(1.0);
  std::array<Four::Lanes, Width> sum;
  sum.fill(Four::all(0.0));
  const double* row = win.data() + first;
  for (const double standing : pi) {
    const Four::Lanes by = Four::all(standing);
    for (std::size_t c = 0; c < Width; ++c)
      sum[c] = Four::multiply_add(one - Four::load(row + c * lanes), by, sum[c]);
    row += pi.size();
  }
  for (std::size_t c = 0; c < Width; ++c) Four::store(beats + first + c * lanes, sum[c]);
}

/// The same for all texts, if they fill the lanes; the last lanes may repeat texts already done.
template <std::size_t Width>
bool add_up_all(std::span<const double> win, std::span<const double> pi, double* beats) {
  constexpr std::size_t step = Width * lanes;
  const std::size_t n = pi.size();
  if (n < step) return false;
  for (std::size_t a = 0; a < n; a += step) add_up<Width>(win, pi, std::min(a, n - step), beats);
  return true;
}

void add_up_each(std::span<const double> win, std::span<const double> pi, double* beats) {
  const std::size_t n = pi.size();
  for (std::size_t a = 0; a < n; ++a) {
    beats[a] = 0;
    for (std::size_t b = 0; b < n; ++b) beats[a] = std::fma(1.0 - win[b * n + a], pi[b], beats[a]);
  }
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
    if (!add_up_all<8>(win, pi, beats) && !add_up_all<4>(win, pi, beats) && !add_up_all<1>(win, pi, beats))
      add_up_each(win, pi, beats);
    for (std::size_t a = 0; a < n; ++a) next[a] = sponsor[a] * beats[a] / beaten[a];
    double total = 0;
    for (std::size_t a = 0; a < n; ++a) total += next[a];
    for (std::size_t a = 0; a < n; ++a) next[a] /= total;
    double largest_move = 0;
    for (std::size_t a = 0; a < n; ++a) {
      const double move = std::abs(next[a] - standing[a]);
      largest_move = largest_move > move ? largest_move : move;
    }
    std::copy_n(next, n, standing.data());
    if (largest_move <= tolerance) return k;
  }
  return 0;
}

}  // namespace hansa
