#pragma once

#include <cstddef>

#include <immintrin.h>

namespace hansa {

/// Registers of eight float64 lanes: AVX-512. Only for files compiled for it.
struct Eight {
  static constexpr std::size_t lanes = 8;
  using Lanes = double __attribute__((vector_size(lanes * sizeof(double))));

  static Lanes all(double value) { return _mm512_set1_pd(value); }
  static Lanes load(const double* from) { return _mm512_loadu_pd(from); }
  static void store(double* to, Lanes x) { _mm512_storeu_pd(to, x); }
  static Lanes larger(Lanes a, Lanes b) { return _mm512_max_pd(a, b); }
  static Lanes multiply_add(Lanes a, Lanes b, Lanes c) { return _mm512_fmadd_pd(a, b, c); }
  static Lanes absolute(Lanes x) { return _mm512_abs_pd(x); }
  /// sum + x where a > b, otherwise sum.
  static Lanes add_where_larger(Lanes sum, Lanes x, Lanes a, Lanes b) {
    return _mm512_mask_add_pd(sum, _mm512_cmp_pd_mask(a, b, _CMP_GT_OQ), sum, x);
  }
};

}  // namespace hansa
