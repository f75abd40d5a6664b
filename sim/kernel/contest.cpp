#include "sim/kernel/contest.hpp"

#include <algorithm>
#include <utility>

#include "sim/kernel/contest_tile.hpp"
#include "sim/kernel/lanes.hpp"
#include "sim/kernel/processor.hpp"

namespace hansa {
namespace {

// Texts are packed in blocks, one text per lane; tiles add up one block against others, and their sums become
// probabilities four by four.

constexpr std::size_t lanes = Four::lanes;
using Lanes = Four::Lanes;

/// Writes the probabilities of four texts against four, and their complements.
void write(std::size_t n_texts, std::size_t a, std::size_t b, const Lanes (&lead)[lanes], double* win) {
  const Lanes half = Four::all(0.5);
  if (a + lanes <= n_texts && b + lanes <= n_texts) {
    for (std::size_t r = 0; r < lanes; ++r) Four::store(win + (a + r) * n_texts + b, half + lead[r]);
    Lanes across[lanes] = {lead[0], lead[1], lead[2], lead[3]};
    Four::transpose(across);
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

/// The lead over a half of texts by their sums: with `BySupport` signed sums are differences of the texts' support, and
/// tiles do not add them up.
template <bool BySupport>
Lanes lead_of(Lanes of_a, Lanes of_b, const double* signed_sum, const double* absolute_sum) {
  Lanes sum, absolute = Four::load(absolute_sum);
  if constexpr (BySupport) {
    sum = of_a - of_b;
    absolute = (absolute - of_a) + (absolute - of_b);
  } else {
    sum = Four::load(signed_sum);
  }
  return sum / (Four::all(2.0) * (absolute + Four::all(1e-12)));
}

/// The sums of one tile.
struct TileSums {
  double signed_sum[most_lanes * most_lanes * widest_tile],
      absolute_sum[most_lanes * most_lanes * widest_tile];
};

/// Turns the sums of a tile, (n_rows x n_columns), into probabilities, on both sides of the diagonal.
template <bool BySupport>
void write_tile(std::size_t n_texts, std::size_t a, std::size_t b, std::size_t n_rows, std::size_t n_columns,
                const double* support, const TileSums& sums, double* win) {
  for (std::size_t r = 0; r < n_rows; r += lanes) {
    for (std::size_t c = 0; c < n_columns && b + c <= a + r; c += lanes) {
      Lanes lead[lanes];
      for (std::size_t k = 0; k < lanes; ++k) {
        const std::size_t at = (r + k) * n_columns + c;
        lead[k] = lead_of<BySupport>(Four::all(support[a + r + k]), Four::load(support + b + c),
                                     sums.signed_sum + at, sums.absolute_sum + at);
      }
      write(n_texts, a + r, b + c, lead, win);
    }
  }
}

/// Turns the sums within a block of n texts from `a` on, (block_lanes / 2 x block_lanes), into probabilities: row k - 1 has
/// each text against the k-th after it, the first after the last.
template <bool BySupport>
void write_within(std::size_t n_texts, std::size_t a, std::size_t block_lanes, const double* support,
                  const double* signed_sum, const double* absolute_sum, double* win) {
  const std::size_t n = std::min(block_lanes, n_texts - a);
  double twice[2 * most_lanes];
  for (std::size_t r = 0; r < 2 * block_lanes; ++r) twice[r] = support[a + r % block_lanes];
  for (std::size_t r = 0; r < n; ++r) win[(a + r) * (n_texts + 1)] = 0.5;
  for (std::size_t k = 1; k <= block_lanes / 2; ++k) {
    for (std::size_t r = 0; r < block_lanes; r += lanes) {
      const std::size_t at = (k - 1) * block_lanes + r;
      const Lanes lead = lead_of<BySupport>(Four::load(twice + r), Four::load(twice + r + k), signed_sum + at,
                                            absolute_sum + at);
      for (std::size_t lane = 0; lane < lanes; ++lane) {
        const std::size_t own = r + lane, other = (own + k) % block_lanes;
        if (own >= n || other >= n) continue;
        win[(a + own) * n_texts + a + other] = 0.5 + lead[lane];
        win[(a + other) * n_texts + a + own] = 0.5 - lead[lane];
      }
    }
  }
}

template <bool BySupport>
void contest(const ContestInput& in, const TileVariant& variant, std::span<double> win) {
  const auto [block, width] = std::pair(variant.lanes, variant.width);
  const std::size_t n_blocks = (in.n_texts + block - 1) / block,
                    block_size = block * in.n_actors * variant.depth;
  double* const support = in.scratch.data();
  double* const packed = support + n_blocks * block;
  variant.pack({in.n_actors, in.n_texts, in.gain.data(), in.weight.data(), in.root.data()}, packed, support);
  TileSums sums{};  // a half of the rows may be missing
  const auto add_up = [&](AddUpTile tile, std::size_t row, std::size_t column) {
    tile({in.n_actors, in.weight.data(), packed + row * block_size, packed + column * block_size},
         sums.signed_sum, sums.absolute_sum);
  };
  for (std::size_t b = 0; b < n_blocks; b += 2 * width) {
    const std::size_t next = std::min(b + width, n_blocks - 1), second = block / 2 * block;
    add_up(variant.within, b, next);
    write_within<BySupport>(in.n_texts, b * block, block, support, sums.signed_sum, sums.absolute_sum,
                            win.data());
    if (b + width < n_blocks)
      write_within<BySupport>(in.n_texts, next * block, block, support, sums.signed_sum + second,
                              sums.absolute_sum + second, win.data());
  }
  for (std::size_t b = 0; b < n_blocks; b += width) {  // the columns stay in cache over the rows
    for (std::size_t a = b + 1; a < n_blocks; ++a) {
      const std::size_t n_rows = std::min(block, in.n_texts - a * block);
      add_up(n_rows <= block / 2 ? variant.half : variant.all, a, b);
      write_tile<BySupport>(in.n_texts, a * block, b * block, n_rows, width * block, support, sums,
                            win.data());
    }
  }
}

TileVariants best_tiles(std::size_t n_texts) {
  return contest_lanes(n_texts) == 8 ? eight_lane_tiles() : four_lane_tiles();
}

using Form = TileVariant TileVariants::*;

void contest(const ContestInput& in, const TileVariant& variant, std::span<double> win) {
  variant.by_support ? contest<true>(in, variant, win) : contest<false>(in, variant, win);
}
template <Form form> void four_lanes(const ContestInput& in, std::span<double> win) {
  contest(in, four_lane_tiles().*form, win);
}
template <Form form> void eight_lanes(const ContestInput& in, std::span<double> win) {
  contest(in, eight_lane_tiles().*form, win);
}

}  // namespace

void contest_proportional(const ContestInput& in, std::span<double> win) {
  contest(in, best_tiles(in.n_texts).proportional, win);
}
void contest_cubic(const ContestInput& in, std::span<double> win) {
  contest(in, best_tiles(in.n_texts).cubic, win);
}
void contest_mixed(const ContestInput& in, std::span<double> win) {
  contest(in, best_tiles(in.n_texts).mixed, win);
}
void contest_binary(const ContestInput& in, std::span<double> win) {
  contest(in, best_tiles(in.n_texts).binary, win);
}

std::size_t contest_lanes(std::size_t n_texts) {
  constexpr std::size_t enough = 24;  // texts to fill eight lanes
  return n_texts >= enough && prefers_eight_lanes() ? 8 : 4;
}

std::array<Contest, 4> four_lane_contests() {
  return {four_lanes<&TileVariants::proportional>, four_lanes<&TileVariants::cubic>,
          four_lanes<&TileVariants::mixed>, four_lanes<&TileVariants::binary>};
}
std::array<Contest, 4> eight_lane_contests() {
  return {eight_lanes<&TileVariants::proportional>, eight_lanes<&TileVariants::cubic>,
          eight_lanes<&TileVariants::mixed>, eight_lanes<&TileVariants::binary>};
}

}  // namespace hansa
