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
  using Words = std::uint64_t __attribute__((vector_size(32)));
  struct __attribute__((packed, may_alias)) PackedWords {
    Words lanes;
  };
};
template <> struct LanesOf<8> {
  using Reals = double __attribute__((vector_size(64)));
  struct __attribute__((packed, may_alias)) Packed {
    Reals lanes;
  };
  using Bits = std::int64_t __attribute__((vector_size(64)));
  using Words = std::uint64_t __attribute__((vector_size(64)));
  struct __attribute__((packed, may_alias)) PackedWords {
    Words lanes;
  };
};

/// N float64 lanes: one register, or several on processors whose registers are narrower. Each operation works lane by
/// lane as IEEE 754 defines it, so that every processor gives the same bits.
template <std::size_t N> class Simd {
  using Packed = typename LanesOf<N>::Packed;
  using Bits = typename LanesOf<N>::Bits;

 public:
  static constexpr std::size_t lanes = N;
  using Lanes = typename LanesOf<N>::Reals;
  using Words = typename LanesOf<N>::Words;  // of 64 bits each

  static Lanes all(double x) {
    if constexpr (N == 4)
      return Lanes{x, x, x, x};
    else
      return Lanes{x, x, x, x, x, x, x, x};
  }
  static Lanes load(const double* from) { return reinterpret_cast<const Packed*>(from)->lanes; }
  static Words load(const std::uint64_t* from) {
    return reinterpret_cast<const typename LanesOf<N>::PackedWords*>(from)->lanes;
  }
  static void store(double* to, Lanes x) { reinterpret_cast<Packed*>(to)->lanes = x; }
  /// Four numbers; of eight lanes the second four from another place.
  static Lanes load_fours(const double* first, [[maybe_unused]] const double* second) {
    if constexpr (N == 4) {
      return load(first);
    } else {
      const auto low = Simd<4>::load(first), high = Simd<4>::load(second);
      return __builtin_shufflevector(low, high, 0, 1, 2, 3, 4, 5, 6, 7);
    }
  }

  /// Transposes four rows in place, of eight lanes each half by itself.
  static void transpose(Lanes (&rows)[4]) {
    Lanes even01, even23, odd01, odd23;
    if constexpr (N == 4) {
      even01 = __builtin_shufflevector(rows[0], rows[1], 0, 4, 2, 6);
      even23 = __builtin_shufflevector(rows[2], rows[3], 0, 4, 2, 6);
      odd01 = __builtin_shufflevector(rows[0], rows[1], 1, 5, 3, 7);
      odd23 = __builtin_shufflevector(rows[2], rows[3], 1, 5, 3, 7);
      rows[0] = __builtin_shufflevector(even01, even23, 0, 1, 4, 5);
      rows[1] = __builtin_shufflevector(odd01, odd23, 0, 1, 4, 5);
      rows[2] = __builtin_shufflevector(even01, even23, 2, 3, 6, 7);
      rows[3] = __builtin_shufflevector(odd01, odd23, 2, 3, 6, 7);
    } else {
      even01 = __builtin_shufflevector(rows[0], rows[1], 0, 8, 2, 10, 4, 12, 6, 14);
      even23 = __builtin_shufflevector(rows[2], rows[3], 0, 8, 2, 10, 4, 12, 6, 14);
      odd01 = __builtin_shufflevector(rows[0], rows[1], 1, 9, 3, 11, 5, 13, 7, 15);
      odd23 = __builtin_shufflevector(rows[2], rows[3], 1, 9, 3, 11, 5, 13, 7, 15);
      rows[0] = __builtin_shufflevector(even01, even23, 0, 1, 8, 9, 4, 5, 12, 13);
      rows[1] = __builtin_shufflevector(odd01, odd23, 0, 1, 8, 9, 4, 5, 12, 13);
      rows[2] = __builtin_shufflevector(even01, even23, 2, 3, 10, 11, 6, 7, 14, 15);
      rows[3] = __builtin_shufflevector(odd01, odd23, 2, 3, 10, 11, 6, 7, 14, 15);
    }
  }

  /// Lane r has what lane r + K had, the first after the last.
  template <std::size_t K> static Lanes rotate(Lanes x) {
    if constexpr (N == 4)
      return __builtin_shufflevector(x, x, K, K + 1, K + 2, K + 3);
    else
      return __builtin_shufflevector(x, x, K, K + 1, K + 2, K + 3, K + 4, K + 5, K + 6, K + 7);
  }

  static Lanes larger(Lanes a, Lanes b) { return a > b ? a : b; }
  static Lanes absolute(Lanes x) { return reinterpret_cast<Lanes>(reinterpret_cast<Bits>(x) & INT64_MAX); }

  /// Bit k is set where a > b in lane k.
  static std::uint32_t larger_lanes(Lanes a, Lanes b) {
#ifdef __x86_64__
    if constexpr (N == 4)
      return static_cast<std::uint32_t>(_mm256_movemask_pd(_mm256_cmp_pd(a, b, _CMP_GT_OQ)));
#endif
#ifdef __AVX512F__
    if constexpr (N == 8) return _mm512_cmp_pd_mask(a, b, _CMP_GT_OQ);
#endif
    std::uint32_t bits = 0;
    for (std::size_t k = 0; k < N; ++k) bits |= (a[k] > b[k] ? 1U : 0U) << k;
    return bits;
  }

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

template <std::size_t K> struct Constant {
  constexpr operator std::size_t() const { return K; }
};

/// Calls body(0) to body(N - 1), each with a constant, so that the compiler keeps in registers what it is the index of.
template <std::size_t N, std::size_t K = 0, class Body>
[[gnu::always_inline]] inline void unrolled(const Body& body) {
  if constexpr (K < N) {
    body(Constant<K>());
    unrolled<N, K + 1>(body);
  }
}

using Four = Simd<4>;   // one register of AVX2, two of NEON
using Eight = Simd<8>;  // one register of AVX-512, for files compiled for it

}  // namespace hansa
