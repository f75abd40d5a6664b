#pragma once

#include <cstddef>

namespace hansa {

/// The operations of each contest over one kind of registers.
template <class Simd> struct CeilingLoops {
  using Lanes = typename Simd::Lanes;
  static constexpr std::size_t n_sums = 16 / (Simd::lanes == 8 ? 1 : 2);  // as many as in a tile

  static std::size_t proportional(std::size_t n_votes) {
    return repeat<1>(n_votes, [](Lanes* sum, Lanes a, Lanes b, Lanes weight) {
      sum[0] = Simd::multiply_add(weight, Simd::larger(a, b), sum[0]);
    });
  }

  static std::size_t cubic(std::size_t n_votes) {
    return repeat<2>(n_votes, [](Lanes* sums, Lanes a, Lanes b, Lanes) {
      const Lanes d = a - b, square = d * d;
      sums[0] = Simd::multiply_add(square, d, sums[0]);
      sums[1] = Simd::multiply_add(square, Simd::absolute(d), sums[1]);
    });
  }

  static std::size_t mixed(std::size_t n_votes) {
    return repeat<2>(n_votes, [](Lanes* sums, Lanes a, Lanes b, Lanes weight) {
      const Lanes d = a - b, lean = b - a, strength = Simd::multiply_add(d, d, weight);
      sums[0] = Simd::multiply_add(strength, lean, sums[0]);
      sums[1] = Simd::multiply_add(strength, Simd::absolute(lean), sums[1]);
    });
  }

  static std::size_t binary(std::size_t n_votes) {
    return repeat<2>(n_votes, [](Lanes* sums, Lanes a, Lanes b, Lanes weight) {
      sums[0] = Simd::add_where_larger(sums[0], weight, a, b);
      sums[1] = Simd::add_where_larger(sums[1], weight, b, a);
    });
  }

  static std::size_t multiply_adds(std::size_t n) {
    return repeat<1>(n,
                     [](Lanes* sum, Lanes a, Lanes b, Lanes) { sum[0] = Simd::multiply_add(a, b, sum[0]); });
  }

 private:
  /// Hides a value from the compiler; on x86-64 it stays in its register.
  static void forget(Lanes& x) {
#ifdef __x86_64__
    asm volatile("" : "+v"(x));
#else
    asm volatile("" : "+m"(x));
#endif
  }

  /// Calls step(sums, a, b, weight) on PerStep sums in turn.
  template <std::size_t PerStep, class Step> static std::size_t repeat(std::size_t n, Step step) {
    Lanes sums[n_sums] = {}, a = Simd::all(0.3), b = Simd::all(0.1), weight = Simd::all(0.5);
    constexpr std::size_t a_turn = Simd::lanes * n_sums / PerStep;
    const std::size_t n_turns = n / a_turn + 1;
    for (std::size_t turn = 0; turn < n_turns; ++turn) {
      for (std::size_t k = 0; k < n_sums; k += PerStep) {
        forget(a);
        forget(b);
        step(&sums[k], a, b, weight);
      }
    }
    for (Lanes& sum : sums) forget(sum);
    return n_turns * a_turn;
  }
};

}  // namespace hansa
