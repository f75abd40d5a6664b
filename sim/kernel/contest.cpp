#include "sim/kernel/contest.hpp"

#include <algorithm>

#include "sim/kernel/contest_tile.hpp"
#include "sim/kernel/lanes.hpp"

namespace hansa {
namespace {

// Texts are packed in blocks, one text per lane; tiles add up one block against others, and their sums become
// probabilities four by four.

constexpr std::size_t lanes = Four::lanes;
using Lanes = Four::Lanes;

/// Transposes in place.
void transpose(Lanes (&rows)[lanes]) {
  const Lanes even01 = __builtin_shufflevector(rows[0], rows[1], 0, 4, 2, 6);
  const Lanes even23 = __builtin_shufflevector(rows[2], rows[3], 0, 4, 2, 6);
  const Lanes odd01 = __builtin_shufflevector(rows[0], rows[1], 1, 5, 3, 7);
  const Lanes odd23 = __builtin_shufflevector(rows[2], rows[3], 1, 5, 3, 7);
  rows[0] = __builtin_shufflevector(even01, even23, 0, 1, 4, 5);
  rows[1] = __builtin_shufflevector(odd01, odd23, 0, 1, 4, 5);
  rows[2] = __builtin_shufflevector(even01, even23, 2, 3, 6, 7);
  rows[3] = __builtin_shufflevector(odd01, odd23, 2, 3, 6, 7);
}

// What each contest packs of an actor's gains from four texts, `depth` values each. With `by_support` signed
// sums are differences of the texts' support, and tiles do not add them up.

struct Proportional {
  static constexpr std::size_t depth = 1;
  static constexpr bool by_support = true;
  static constexpr TileVariant TileVariants::*tiles = &TileVariants::proportional;
  static void pack(const ContestInput&, std::size_t, std::size_t, Lanes gain, double* place) {
    Four::store(place, gain);
  }
};

struct Cubic {
  static constexpr std::size_t depth = 1;
  static constexpr bool by_support = false;
  static constexpr TileVariant TileVariants::*tiles = &TileVariants::cubic;
  static void pack(const ContestInput& in, std::size_t actor, std::size_t, Lanes gain, double* place) {
    Four::store(place, Four::all(in.root[actor]) * gain);
  }
};

struct Mixed {
  static constexpr std::size_t depth = 2;
  static constexpr bool by_support = false;
  static constexpr TileVariant TileVariants::*tiles = &TileVariants::mixed;
  static void pack(const ContestInput& in, std::size_t actor, std::size_t block_lanes, Lanes gain,
                   double* place) {
    Four::store(place, gain);
    Four::store(place + block_lanes, Four::all(0.5 * in.weight[actor]) * gain);
  }
};

struct Binary {
  static constexpr std::size_t depth = 1;
  static constexpr bool by_support = false;
  static constexpr TileVariant TileVariants::*tiles = &TileVariants::binary;
  static void pack(const ContestInput&, std::size_t, std::size_t, Lanes gain, double* place) {
    Four::store(place, gain);
  }
};

/// Offset of the gains of text t, a multiple of four; the stride from actor to actor is depth * block_lanes.
constexpr std::size_t packed_at(std::size_t t, std::size_t n_actors, std::size_t depth,
                                std::size_t block_lanes) {
  return t / block_lanes * block_lanes * n_actors * depth + t % block_lanes;
}

/// Padding after the last text holds copies of it, whose probabilities are never written.
template <class Rule>
void pack(const ContestInput& in, std::size_t block_lanes, double* packed, double* support) {
  const std::size_t step = Rule::depth * block_lanes,
                    n_padded = (in.n_texts + block_lanes - 1) / block_lanes * block_lanes;
  for (std::size_t t = 0; t < n_padded; t += lanes) {
    Lanes sum = Four::all(0.0);
    double* place = packed + packed_at(t, in.n_actors, Rule::depth, block_lanes);
    const double* gain[lanes];
    for (std::size_t r = 0; r < lanes; ++r) gain[r] = &in.gain[std::min(t + r, in.n_texts - 1) * in.n_actors];
    std::size_t i = 0;
    for (; i + lanes <= in.n_actors; i += lanes) {
      Lanes of_actor[lanes];
      for (std::size_t r = 0; r < lanes; ++r) of_actor[r] = Four::load(gain[r] + i);
      transpose(of_actor);
      for (std::size_t k = 0; k < lanes; ++k, place += step) {
        Rule::pack(in, i + k, block_lanes, of_actor[k], place);
        if constexpr (Rule::by_support)
          sum = Four::multiply_add(Four::all(in.weight[i + k]), of_actor[k], sum);
      }
    }
    for (; i < in.n_actors; ++i, place += step) {
      const Lanes of_actor = {gain[0][i], gain[1][i], gain[2][i], gain[3][i]};
      Rule::pack(in, i, block_lanes, of_actor, place);
      if constexpr (Rule::by_support) sum = Four::multiply_add(Four::all(in.weight[i]), of_actor, sum);
    }
    if constexpr (Rule::by_support) Four::store(support + t, sum);
  }
}

/// Writes the probabilities of four texts against four, and their complements.
void write(std::size_t n_texts, std::size_t a, std::size_t b, const Lanes (&lead)[lanes], double* win) {
  const Lanes half = Four::all(0.5);
  if (a + lanes <= n_texts && b + lanes <= n_texts) {
    for (std::size_t r = 0; r < lanes; ++r) Four::store(win + (a + r) * n_texts + b, half + lead[r]);
    Lanes across[lanes] = {lead[0], lead[1], lead[2], lead[3]};
    transpose(across);
    for (std::size_t c = 0; c < lanes; ++c) Four::store(win + (b + c) * n_texts + a, half - across[c]);
    return;
  }
  for (std::size_t r = 0; r < lanes && a + r < n_texts; ++r) {
    for (std::size_t c = 0; c < lanes && b + c < n_texts; ++c) {
      win[(a + r) * n_texts + b + c] = 0.5 + lead[r][c];
      win[(b + c) * n_texts + a + r] = 0.5 - lead[r][c];
    }
  }
}

/// Turns the sums of a tile, (block_lanes x n_columns), into probabilities, on both sides of the diagonal.
template <class Rule>
void write_tile(std::size_t n_texts, std::size_t a, std::size_t b, std::size_t block_lanes,
                std::size_t n_columns, const double* support, const double* signed_sum,
                const double* absolute_sum, double* win) {
  const Lanes tie = Four::all(1e-12), two = Four::all(2.0);
  for (std::size_t r = 0; r < block_lanes && a + r < n_texts; r += lanes) {
    for (std::size_t c = 0; c < n_columns && b + c < n_texts; c += lanes) {
      if (b + c < a + r) continue;
      Lanes lead[lanes];
      for (std::size_t k = 0; k < lanes; ++k) {
        const std::size_t at = (r + k) * n_columns + c;
        Lanes sum, absolute = Four::load(absolute_sum + at);
        if constexpr (Rule::by_support) {
          const Lanes of_a = Four::all(support[a + r + k]), of_b = Four::load(support + b + c);
          sum = of_a - of_b;
          absolute = (absolute - of_a) + (absolute - of_b);
        } else {
          sum = Four::load(signed_sum + at);
        }
        lead[k] = sum / (two * (absolute + tie));
      }
      write(n_texts, a + r, b + c, lead, win);
    }
  }
}

template <class Rule>
void contest(const ContestInput& in, const TileVariants& variants, std::span<double> win) {
  const TileVariant& variant = variants.*Rule::tiles;
  const std::size_t n_blocks = (in.n_texts + variant.lanes - 1) / variant.lanes,
                    block_size = variant.lanes * in.n_actors * Rule::depth;
  double* const support = in.scratch.data();
  double* const packed = support + n_blocks * variant.lanes;
  pack<Rule>(in, variant.lanes, packed, support);
  double signed_sum[most_lanes * most_lanes * widest_tile],
      absolute_sum[most_lanes * most_lanes * widest_tile];
  const auto put = [&](std::size_t a, std::size_t b, std::size_t width, AddUpTile add_up) {
    add_up({.n_actors = in.n_actors,
            .weight = in.weight.data(),
            .row = packed + a * block_size,
            .column = packed + b * block_size},
           signed_sum, absolute_sum);
    write_tile<Rule>(in.n_texts, a * variant.lanes, b * variant.lanes, variant.lanes, width * variant.lanes,
                     support, signed_sum, absolute_sum, win.data());
  };
  std::size_t b = 0;  // the columns stay in cache over the rows above the diagonal
  for (; b + variant.width <= n_blocks; b += variant.width) {
    for (std::size_t a = 0; a <= b; ++a) put(a, b, variant.width, variant.add_up);
    for (std::size_t a = b + 1; a < b + variant.width; ++a) put(a, a, 1, variant.add_up_one);
  }
  for (; b < n_blocks; ++b) {
    for (std::size_t a = 0; a <= b; ++a) put(a, b, 1, variant.add_up_one);
  }
}

TileVariants best_tiles(std::size_t n_texts) {
  return contest_lanes(n_texts) == 8 ? eight_lane_tiles() : four_lane_tiles();
}

template <class Rule> void four_lanes(const ContestInput& in, std::span<double> win) {
  contest<Rule>(in, four_lane_tiles(), win);
}
template <class Rule> void eight_lanes(const ContestInput& in, std::span<double> win) {
  contest<Rule>(in, eight_lane_tiles(), win);
}

}  // namespace

void contest_proportional(const ContestInput& in, std::span<double> win) {
  contest<Proportional>(in, best_tiles(in.n_texts), win);
}
void contest_cubic(const ContestInput& in, std::span<double> win) {
  contest<Cubic>(in, best_tiles(in.n_texts), win);
}
void contest_mixed(const ContestInput& in, std::span<double> win) {
  contest<Mixed>(in, best_tiles(in.n_texts), win);
}
void contest_binary(const ContestInput& in, std::span<double> win) {
  contest<Binary>(in, best_tiles(in.n_texts), win);
}

#ifdef __x86_64__
bool has_eight_lanes() { return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq"); }
#else
bool has_eight_lanes() { return false; }
#endif

std::size_t contest_lanes(std::size_t n_texts) {
  constexpr std::size_t enough = 24;  // texts to fill eight lanes
#ifdef __x86_64__
  const bool whole =
      __builtin_cpu_is("intel");  // AMD's processors split such registers in halves until Zen 5
#else
  const bool whole = false;
#endif
  return n_texts >= enough && whole && has_eight_lanes() ? 8 : 4;
}

std::array<Contest, 4> four_lane_contests() {
  return {four_lanes<Proportional>, four_lanes<Cubic>, four_lanes<Mixed>, four_lanes<Binary>};
}
std::array<Contest, 4> eight_lane_contests() {
  return {eight_lanes<Proportional>, eight_lanes<Cubic>, eight_lanes<Mixed>, eight_lanes<Binary>};
}

}  // namespace hansa
