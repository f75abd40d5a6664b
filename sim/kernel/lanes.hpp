#pragma once

#include <cstddef>
#include <cstdint>

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace hansa {

/// Lanes as the compiler's own vectors; `Packed` is the same in memory, wherever it lies there. A struct, because clang
/// forgets the alignment of a type that depends on a parameter.
template <std::size_t N> struct LanesOf;
template <> struct LanesOf<4> {
  using Reals = double __attribute__((vector_size(32)));
  struct __attribute__((packed, may_alias)) Packed {
    Reals lanes;
  };
  using Bits = std::int64_t __attribute__((vector_size(32)));
};
template <> struct LanesOf<8> {
  using Reals = double __attribute__((vector_size(64)));
  struct __attribute__((packed, may_alias)) Packed {
    Reals lanes;
  };
  using Bits = std::int64_t __attribute__((vector_size(64)));
};

/// N float64 lanes: one register, or several on processors whose registers are narrower. Each operation works lane by
/// lane as IEEE 754 defines it, so that every processor gives the same bits.
template <std::size_t N> class Simd {
  using Packed = typename LanesOf<N>::Packed;
  using Bits = typename LanesOf<N>::Bits;

 public:
  static constexpr std::size_t lanes = N;
  using Lanes = typename LanesOf<N>::Reals;

  static Lanes all(double x) {
    if constexpr (N == 4)
      return Lanes{x, x, x, x};
    else
      return Lanes{x, x, x, x, x, x, x, x};
  }
  static Lanes load(const double* from) { return reinterpret_cast<const Packed*>(from)->lanes; }
  static void store(double* to, Lanes x) { reinterpret_cast<Packed*>(to)->lanes = x; }
  static Lanes larger(Lanes a, Lanes b) { return a > b ? a : b; }
  static Lanes absolute(Lanes x) { return reinterpret_cast<Lanes>(reinterpret_cast<Bits>(x) & INT64_MAX); }

  /// sum + x where a > b, otherwise sum, for a sum that is not -0; in the form that is fastest for the width.
  static Lanes add_where_larger(Lanes sum, Lanes x, Lanes a, Lanes b) {
    if constexpr (N == 4)
      return sum + (a > b ? x : Lanes{});
    else
      return a > b ? sum + x : sum;
  }

  /// a * b + c, rounded once. x86-64 names the instruction, because g++ 12 does not always make it of the loop.
  static Lanes multiply_add(Lanes a, Lanes b, Lanes c) {
#ifdef __x86_64__
    if constexpr (N == 4) return _mm256_fmadd_pd(a, b, c);
#endif
#ifdef __AVX512F__
    if constexpr (N == 8) return _mm512_fmadd_pd(a, b, c);
#endif
    Lanes sum{};
    for (std::size_t k = 0; k < N; ++k) sum[k] = __builtin_fma(a[k], b[k], c[k]);
    return sum;
  }
};

using Four = Simd<4>;   // one register of AVX2, two of NEON
using Eight = Simd<8>;  // one register of AVX-512, for files compiled for it

}  // namespace hansa
