#pragma once

#include <cstddef>

#include <immintrin.h>

namespace hansa {

/// Registers of four float64 lanes: AVX2 and FMA.
struct Four {
  static constexpr std::size_t lanes = 4;
  using Lanes = double __attribute__((vector_size(lanes * sizeof(double))));

  static Lanes all(double value) { return _mm256_set1_pd(value); }
  static Lanes load(const double* from) { return _mm256_loadu_pd(from); }
  static void store(double* to, Lanes x) { _mm256_storeu_pd(to, x); }
  static Lanes larger(Lanes a, Lanes b) { return _mm256_max_pd(a, b); }
  static Lanes multiply_add(Lanes a, Lanes b, Lanes c) { return _mm256_fmadd_pd(a, b, c); }
  static Lanes absolute(Lanes x) { return _mm256_andnot_pd(_mm256_set1_pd(-0.0), x); }
  /// sum + x where a > b, otherwise sum.
  static Lanes add_where_larger(Lanes sum, Lanes x, Lanes a, Lanes b) {
    return _mm256_add_pd(sum, _mm256_and_pd(_mm256_cmp_pd(a, b, _CMP_GT_OQ), x));
  }
};

}  // namespace hansa
