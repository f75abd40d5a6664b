#pragma once

#include "sim/kernel/contest_tile.hpp"

namespace hansa {

/// The loops of a tile over one kind of registers. Uses nothing of the standard library: a function that is
/// instantiated for newer processors must not be shared with files for older ones.
template <class Simd> struct TileLoops {
  using Lanes = typename Simd::Lanes;
  static constexpr std::size_t lanes = Simd::lanes;

  template <std::size_t Width> static void proportional(const TileInput& in, double*, double* absolute_sum) {
    Lanes sum[lanes][Width];
    for (auto& of_text : sum) {
      for (Lanes& lane : of_text) lane = Simd::all(0.0);
    }
    for (std::size_t i = 0; i < in.n_actors; ++i) {
      const Lanes weight = Simd::all(in.weight[i]);
      Lanes gain_b[Width];
      for (std::size_t c = 0; c < Width; ++c)
        gain_b[c] = Simd::load(in.column + (c * in.n_actors + i) * lanes);
      for (std::size_t r = 0; r < lanes; ++r) {
        const Lanes gain_a = Simd::all(in.row[i * lanes + r]);
        for (std::size_t c = 0; c < Width; ++c)
          sum[r][c] = Simd::multiply_add(weight, Simd::larger(gain_a, gain_b[c]), sum[r][c]);
      }
    }
    for (std::size_t r = 0; r < lanes; ++r) {
      for (std::size_t c = 0; c < Width; ++c) Simd::store(absolute_sum + (r * Width + c) * lanes, sum[r][c]);
    }
  }

  static void cubic(const TileInput& in, double* signed_sum, double* absolute_sum) {
    add_up(in, signed_sum, absolute_sum, [&](std::size_t i, std::size_t r, Lanes& sum, Lanes& absolute) {
      const Lanes d = Simd::all(in.row[i * lanes + r]) - Simd::load(in.column + i * lanes), square = d * d;
      sum = Simd::multiply_add(square, d, sum);
      absolute = Simd::multiply_add(square, Simd::absolute(d), absolute);
    });
  }

  static void mixed(const TileInput& in, double* signed_sum, double* absolute_sum) {
    add_up(in, signed_sum, absolute_sum, [&](std::size_t i, std::size_t r, Lanes& sum, Lanes& absolute) {
      const double *const of_a = in.row + 2 * i * lanes, *const of_b = in.column + 2 * i * lanes;
      const Lanes d = Simd::all(of_a[r]) - Simd::load(of_b);
      const Lanes lean = Simd::all(of_a[lanes + r]) - Simd::load(of_b + lanes);
      const Lanes strength = Simd::multiply_add(d, d, Simd::all(1.0));
      sum = Simd::multiply_add(strength, lean, sum);
      absolute = Simd::multiply_add(strength, Simd::absolute(lean), absolute);
    });
  }

  static void binary(const TileInput& in, double* signed_sum, double* absolute_sum) {
    Lanes in_favour[lanes], against[lanes];
    for (std::size_t r = 0; r < lanes; ++r) in_favour[r] = against[r] = Simd::all(0.0);
    for (std::size_t i = 0; i < in.n_actors; ++i) {
      const Lanes weight = Simd::all(in.weight[i]), gain_b = Simd::load(in.column + i * lanes);
      for (std::size_t r = 0; r < lanes; ++r) {
        const Lanes gain_a = Simd::all(in.row[i * lanes + r]);
        in_favour[r] = Simd::add_where_larger(in_favour[r], weight, gain_a, gain_b);
        against[r] = Simd::add_where_larger(against[r], weight, gain_b, gain_a);
      }
    }
    for (std::size_t r = 0; r < lanes; ++r) {
      Simd::store(signed_sum + r * lanes, in_favour[r] - against[r]);
      Simd::store(absolute_sum + r * lanes, in_favour[r] + against[r]);
    }
  }

  static constexpr TileVariants variants() {
    return {.proportional = {lanes, 2, proportional<2>, proportional<1>},
            .cubic = {lanes, 1, cubic, cubic},
            .mixed = {lanes, 1, mixed, mixed},
            .binary = {lanes, 1, binary, binary}};
  }

 private:
  /// A signed and an absolute sum per pair; `vote(actor, row, sum, absolute)` adds one actor.
  template <class Vote>
  static void add_up(const TileInput& in, double* signed_sum, double* absolute_sum, const Vote& vote) {
    Lanes sum[lanes], absolute[lanes];
    for (std::size_t r = 0; r < lanes; ++r) sum[r] = absolute[r] = Simd::all(0.0);
    for (std::size_t i = 0; i < in.n_actors; ++i) {
      for (std::size_t r = 0; r < lanes; ++r) vote(i, r, sum[r], absolute[r]);
    }
    for (std::size_t r = 0; r < lanes; ++r) {
      Simd::store(signed_sum + r * lanes, sum[r]);
      Simd::store(absolute_sum + r * lanes, absolute[r]);
    }
  }
};

}  // namespace hansa
