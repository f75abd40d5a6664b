#pragma once

#include <cstddef>

#include "sim/kernel/lanes.hpp"

namespace hansa {

/// As in GainInput.
struct GainArrays {
  std::size_t n_actors, n_issues, n_texts;
  const double *constant, *linear, *square, *lift;
};

/// Gains of all actors, of whom there are at least as many as lanes.
using AddUpGains = void (*)(const GainArrays& in, double* gain);

[[nodiscard]] AddUpGains four_lane_gain_loop();   // any processor that Hansa runs on
[[nodiscard]] AddUpGains eight_lane_gain_loop();  // AVX-512

/// The loops over one kind of registers; as with TileLoops, nothing of the standard library.
template <class Simd> struct GainLoops {
  using Lanes = typename Simd::Lanes;
  static constexpr std::size_t lanes = Simd::lanes;
  /// Issues whose coefficients stay in registers over the texts.
  static constexpr std::size_t most_issues = lanes == 8 ? 8 : 5;

  static void gains(const GainArrays& in, double* gain) {
    for (std::size_t a = 0; a < in.n_actors; a += lanes) {
      const std::size_t first =
          a + lanes <= in.n_actors ? a : in.n_actors - lanes;  // the last may repeat some
      add_issues<most_issues, true>(in, first, 0, gain);
      for (std::size_t d = most_issues; d < in.n_issues; d += most_issues)
        add_issues<most_issues, false>(in, first, d, gain);
    }
  }

 private:
  /// Adds min(Issues, those left) issues from d on to the gains of actors from a on, or to their constants.
  template <std::size_t Issues, bool ToConstant>
  static void add_issues(const GainArrays& in, std::size_t a, std::size_t d, double* gain) {
    if constexpr (Issues > 0) {
      if (in.n_issues - d < Issues) return add_issues<Issues - 1, ToConstant>(in, a, d, gain);
    }
    const Lanes constant = Simd::load(in.constant + a);
    Lanes linear[Issues + 1], square[Issues + 1];
    unrolled<Issues>([&](auto k) {
      linear[k] = Simd::load(in.linear + (d + k) * in.n_actors + a);
      square[k] = Simd::load(in.square + (d + k) * in.n_actors + a);
    });
    for (std::size_t t = 0; t < in.n_texts; ++t) {
      double* const place = gain + t * in.n_actors + a;
      Lanes sum = ToConstant ? constant : Simd::load(place);
      unrolled<Issues>([&](auto k) {
        const Lanes u = Simd::all(in.lift[t * in.n_issues + d + k]);
        sum = Simd::multiply_add(u, Simd::multiply_add(square[k], u, linear[k]), sum);
      });
      Simd::store(place, sum);
    }
  }
};

}  // namespace hansa
