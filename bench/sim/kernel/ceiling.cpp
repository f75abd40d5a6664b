#include "bench/sim/kernel/ceiling.hpp"

#include <immintrin.h>

namespace hansa {
namespace {

constexpr std::size_t lanes = 4, n_sums = 8;
using Lanes = double __attribute__((vector_size(lanes * sizeof(double))));

/// Keeps a value in its register and the compiler from knowing it.
void forget(Lanes& x) { asm volatile("" : "+x"(x)); }

Lanes absolute(Lanes x) { return _mm256_andnot_pd(_mm256_set1_pd(-0.0), x); }

/// Calls step(sum of number k, a, b, weight) on eight sums in turn.
template <std::size_t PerStep, class Step> std::size_t repeat(std::size_t n, Step step) {
  Lanes sums[n_sums] = {}, a = _mm256_set1_pd(0.3), b = _mm256_set1_pd(0.1), weight = _mm256_set1_pd(0.5);
  const std::size_t n_turns = n / (lanes * n_sums / PerStep) + 1;
  for (std::size_t turn = 0; turn < n_turns; ++turn) {
    for (std::size_t k = 0; k < n_sums; k += PerStep) {
      forget(a);
      forget(b);
      step(&sums[k], a, b, weight);
    }
  }
  for (Lanes& sum : sums) forget(sum);
  return n_turns * lanes * n_sums / PerStep;
}

}  // namespace

std::size_t ceiling_proportional(std::size_t n_votes) {
  return repeat<1>(n_votes, [](Lanes* sum, Lanes a, Lanes b, Lanes weight) {
    sum[0] = _mm256_fmadd_pd(weight, _mm256_max_pd(a, b), sum[0]);
  });
}

std::size_t ceiling_cubic(std::size_t n_votes) {
  return repeat<2>(n_votes, [](Lanes* sums, Lanes a, Lanes b, Lanes) {
    const Lanes d = _mm256_sub_pd(a, b), square = _mm256_mul_pd(d, d);
    sums[0] = _mm256_fmadd_pd(square, d, sums[0]);
    sums[1] = _mm256_fmadd_pd(square, absolute(d), sums[1]);
  });
}

std::size_t ceiling_mixed(std::size_t n_votes) {
  return repeat<2>(n_votes, [](Lanes* sums, Lanes a, Lanes b, Lanes weight) {
    Lanes d = _mm256_sub_pd(a, b), lean = _mm256_sub_pd(b, a);
    const Lanes strength = _mm256_fmadd_pd(d, d, weight);
    sums[0] = _mm256_fmadd_pd(strength, lean, sums[0]);
    sums[1] = _mm256_fmadd_pd(strength, absolute(lean), sums[1]);
  });
}

std::size_t ceiling_binary(std::size_t n_votes) {
  return repeat<2>(n_votes, [](Lanes* sums, Lanes a, Lanes b, Lanes weight) {
    sums[0] = _mm256_add_pd(sums[0], _mm256_and_pd(_mm256_cmp_pd(a, b, _CMP_GT_OQ), weight));
    sums[1] = _mm256_add_pd(sums[1], _mm256_and_pd(_mm256_cmp_pd(a, b, _CMP_LT_OQ), weight));
  });
}

std::size_t multiply_adds(std::size_t n) {
  return repeat<1>(n, [](Lanes* sum, Lanes a, Lanes b, Lanes) { sum[0] = _mm256_fmadd_pd(a, b, sum[0]); });
}

}  // namespace hansa
