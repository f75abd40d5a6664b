#pragma once

#include "sim/kernel/contest_tile.hpp"
#include "sim/kernel/lanes.hpp"

namespace hansa {

/// The loops of a tile over one kind of registers. Uses nothing of the standard library: a function that is
/// instantiated for newer processors must not be shared with files for older ones.
template <class Simd> struct TileLoops {
  using Lanes = typename Simd::Lanes;
  static constexpr std::size_t lanes = Simd::lanes, half = lanes / 2;

  // Votes: what an actor adds to the sums of a text `a` against texts `b`, one per lane, as they were packed.

  struct Proportional {
    static constexpr std::size_t depth = 1, width = 2;
    static constexpr bool by_support = true;
    static void pack(const PackInput&, std::size_t, Lanes gain, double* place) { Simd::store(place, gain); }
    static void add(Lanes&, Lanes& absolute, Lanes weight, const Lanes* a, const Lanes* b) {
      absolute = Simd::multiply_add(weight, Simd::larger(a[0], b[0]), absolute);
    }
    static void store(Lanes, Lanes absolute, double*, double* absolute_sum) {
      Simd::store(absolute_sum, absolute);
    }
  };

  struct Signed {  // the sums are the signed and the absolute one
    static constexpr std::size_t width = 1;
    static constexpr bool by_support = false;
    static void store(Lanes sum, Lanes absolute, double* signed_sum, double* absolute_sum) {
      Simd::store(signed_sum, sum);
      Simd::store(absolute_sum, absolute);
    }
  };

  struct Cubic : Signed {
    static constexpr std::size_t depth = 1;
    static void pack(const PackInput& in, std::size_t actor, Lanes gain, double* place) {
      Simd::store(place, Simd::all(in.root[actor]) * gain);
    }
    static void add(Lanes& sum, Lanes& absolute, Lanes, const Lanes* a, const Lanes* b) {
      const Lanes d = a[0] - b[0], square = d * d;
      sum = Simd::multiply_add(square, d, sum);
      absolute = Simd::multiply_add(square, Simd::absolute(d), absolute);
    }
  };

  struct Mixed : Signed {
    static constexpr std::size_t depth = 2;
    static void pack(const PackInput& in, std::size_t actor, Lanes gain, double* place) {
      Simd::store(place, gain);
      Simd::store(place + lanes, Simd::all(0.5 * in.weight[actor]) * gain);
    }
    static void add(Lanes& sum, Lanes& absolute, Lanes, const Lanes* a, const Lanes* b) {
      const Lanes d = a[0] - b[0], lean = a[1] - b[1], strength = Simd::multiply_add(d, d, Simd::all(1.0));
      sum = Simd::multiply_add(strength, lean, sum);
      absolute = Simd::multiply_add(strength, Simd::absolute(lean), absolute);
    }
  };

  struct Binary : Signed {  // the sums are those in favour and against, until they are stored
    static constexpr std::size_t depth = 1;
    static void pack(const PackInput&, std::size_t, Lanes gain, double* place) { Simd::store(place, gain); }
    static void add(Lanes& sum, Lanes& absolute, Lanes weight, const Lanes* a, const Lanes* b) {
      sum = Simd::add_where_larger(sum, weight, a[0], b[0]);
      absolute = Simd::add_where_larger(absolute, weight, b[0], a[0]);
    }
    static void store(Lanes sum, Lanes absolute, double* signed_sum, double* absolute_sum) {
      Simd::store(signed_sum, sum - absolute);
      Simd::store(absolute_sum, sum + absolute);
    }
  };

  static constexpr TileVariants variants() {
    return {.proportional = variant<Proportional>(),
            .cubic = variant<Cubic>(),
            .mixed = variant<Mixed>(),
            .binary = variant<Binary>()};
  }

 private:
  template <class Vote> static constexpr TileVariant variant() {
    return {.lanes = lanes,
            .width = Vote::width,
            .depth = Vote::depth,
            .by_support = Vote::by_support,
            .pack = pack<Vote>,
            .all = rows<Vote, lanes>,
            .half = rows<Vote, half>,
            .within = within<Vote>};
  }

  template <class Vote, std::size_t Rows>
  static void rows(const TileInput& in, double* signed_sum, double* absolute_sum) {
    constexpr std::size_t step = Vote::depth * lanes, width = Vote::width, depth = Vote::depth;
    Lanes sum[Rows * width], absolute[Rows * width];
    unrolled<Rows * width>([&](auto pair) { sum[pair] = absolute[pair] = Simd::all(0.0); });
    for (std::size_t i = 0; i < in.n_actors; ++i) {
      const Lanes weight = Simd::all(in.weight[i]);
      Lanes b[width * depth];
      unrolled<width * depth>([&](auto k) {
        b[k] = Simd::load(in.column + (k / depth * in.n_actors + i) * step + k % depth * lanes);
      });
      unrolled<Rows>([&](auto r) {
        Lanes a[depth];
        unrolled<depth>([&](auto k) { a[k] = Simd::all(in.row[i * step + k * lanes + r]); });
        unrolled<width>([&](auto c) {
          constexpr std::size_t pair = decltype(r)() * width + decltype(c)();
          Vote::add(sum[pair], absolute[pair], weight, a, b + c * depth);
        });
      });
    }
    unrolled<Rows * width>([&](auto pair) {
      Vote::store(sum[pair], absolute[pair], signed_sum + pair * lanes, absolute_sum + pair * lanes);
    });
  }

  /// Adds the turns of a block: number k - 1 has each text against the k-th after it, the first after the last.
  template <class Vote>
  [[gnu::always_inline]] static void turns(const double* block, Lanes weight, Lanes* sum, Lanes* absolute) {
    Lanes own[Vote::depth];
    unrolled<Vote::depth>([&](auto k) { own[k] = Simd::load(block + k * lanes); });
    unrolled<half>([&](auto turn) {
      Lanes other[Vote::depth];
      unrolled<Vote::depth>([&](auto k) { other[k] = Simd::template rotate<decltype(turn)() + 1>(own[k]); });
      Vote::add(sum[turn], absolute[turn], weight, own, other);
    });
  }

  template <class Vote> static void within(const TileInput& in, double* signed_sum, double* absolute_sum) {
    constexpr std::size_t step = Vote::depth * lanes;
    Lanes sum[2 * half], absolute[2 * half];
    unrolled<2 * half>([&](auto k) { sum[k] = absolute[k] = Simd::all(0.0); });
    for (std::size_t i = 0; i < in.n_actors; ++i) {
      const Lanes weight = Simd::all(in.weight[i]);
      turns<Vote>(in.row + i * step, weight, sum, absolute);
      turns<Vote>(in.column + i * step, weight, sum + half, absolute + half);
    }
    unrolled<2 * half>(
        [&](auto k) { Vote::store(sum[k], absolute[k], signed_sum + k * lanes, absolute_sum + k * lanes); });
  }

  // --- packing

  template <class Vote> static void pack(const PackInput& in, double* packed, double* support) {
    std::size_t t = 0;
    for (; t + lanes < in.n_texts; t += 2 * lanes) pack_blocks<Vote, 2>(in, t, packed, support);
    if (t < in.n_texts) pack_blocks<Vote, 1>(in, t, packed, support);
  }

  /// Several blocks from text t on, whose sums do not wait for each other.
  template <class Vote, std::size_t Blocks>
  static void pack_blocks(const PackInput& in, std::size_t t, double* packed, double* support) {
    constexpr std::size_t step = Vote::depth * lanes, rows = 4;
    Lanes sum[Blocks];
    const double* gain[Blocks][lanes];
    for (std::size_t g = 0; g < Blocks; ++g) {
      sum[g] = Simd::all(0.0);
      for (std::size_t r = 0; r < lanes; ++r) {
        const std::size_t text = t + g * lanes + r;
        gain[g][r] = in.gain + (text < in.n_texts ? text : in.n_texts - 1) * in.n_actors;
      }
    }
    double* const first = packed + t * Vote::depth * in.n_actors;
    const auto put = [&](std::size_t g, std::size_t i, Lanes of_actor) {
      Vote::pack(in, i, of_actor, first + (g * in.n_actors + i) * step);
      if constexpr (Vote::by_support) sum[g] = Simd::multiply_add(Simd::all(in.weight[i]), of_actor, sum[g]);
    };
    std::size_t i = 0;
    for (; i + rows <= in.n_actors; i += rows) {
      for (std::size_t g = 0; g < Blocks; ++g) {
        Lanes of_actor[rows];
        for (std::size_t r = 0; r < rows; ++r)
          of_actor[r] = Simd::load_fours(gain[g][r] + i, gain[g][lanes - rows + r] + i);
        Simd::transpose(of_actor);
        for (std::size_t k = 0; k < rows; ++k) put(g, i + k, of_actor[k]);
      }
    }
    for (; i < in.n_actors; ++i) {
      for (std::size_t g = 0; g < Blocks; ++g) {
        Lanes of_actor{};
        for (std::size_t r = 0; r < lanes; ++r) of_actor[r] = gain[g][r][i];
        put(g, i, of_actor);
      }
    }
    if constexpr (Vote::by_support) {
      for (std::size_t g = 0; g < Blocks; ++g) Simd::store(support + t + g * lanes, sum[g]);
    }
  }
};

}  // namespace hansa
