#include "sim/kernel/standing.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <immintrin.h>

namespace hansa {
namespace {

constexpr std::size_t lanes = 4;
using Lanes = double __attribute__((vector_size(lanes * sizeof(double))));

/// sum_b chances(b, a) pi_b for 4 * Width texts a, each in the order of b.
template <std::size_t Width>
void add_up(const double* chances, std::size_t n_padded, std::span<const double> pi, double* beats) {
  std::array<Lanes, Width> sum;
  sum.fill(_mm256_setzero_pd());
  for (const double standing : pi) {
    const Lanes by = _mm256_set1_pd(standing);
    for (std::size_t c = 0; c < Width; ++c)
      sum[c] = _mm256_fmadd_pd(_mm256_loadu_pd(chances + c * lanes), by, sum[c]);
    chances += n_padded;
  }
  for (std::size_t c = 0; c < Width; ++c) _mm256_storeu_pd(beats + c * lanes, sum[c]);
}

void add_up_all(const double* chances, std::size_t n_padded, std::span<const double> pi, double* beats) {
  std::size_t a = 0;
  for (; a + 8 * lanes <= n_padded; a += 8 * lanes) add_up<8>(chances + a, n_padded, pi, beats + a);
  for (; a + 4 * lanes <= n_padded; a += 4 * lanes) add_up<4>(chances + a, n_padded, pi, beats + a);
  for (; a + 2 * lanes <= n_padded; a += 2 * lanes) add_up<2>(chances + a, n_padded, pi, beats + a);
  if (a < n_padded) add_up<1>(chances + a, n_padded, pi, beats + a);
}

}  // namespace

// The win chances are transposed once, with 0 beside the last text, so that every lane adds up its own text in the
// reference's order; what challengers beat it by does not change from step to step.
std::size_t standing_of(std::span<const double> win, std::span<const double> sponsor,
                        std::span<double> standing, std::span<double> scratch, double tolerance) {
  constexpr std::size_t most_steps = 20000;
  const std::size_t n = sponsor.size(), n_padded = (n + lanes - 1) / lanes * lanes;
  double* const chances = scratch.data();  // (b, a): P(a, b)
  double* const beaten = chances + n * n_padded;
  double* const beats = beaten + n_padded;
  double* const next = beats + n_padded;
  double sum = 0;
  for (const double v : sponsor) sum += v;
  for (std::size_t a = 0; a < n; ++a) standing[a] = sponsor[a] / sum;
  if (n == 1) return 1;
  std::fill_n(beaten, n_padded, 0.0);
  for (std::size_t b = 0; b < n; ++b) {
    for (std::size_t a = 0; a < n; ++a) {
      chances[b * n_padded + a] = win[a * n + b];
      beaten[a] = std::fma(sponsor[b], win[b * n + a], beaten[a]);
    }
    std::fill(chances + b * n_padded + n, chances + (b + 1) * n_padded, 0.0);
  }
  for (std::size_t k = 1; k <= most_steps; ++k) {
    add_up_all(chances, n_padded, standing.first(n), beats);
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
