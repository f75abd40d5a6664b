#pragma once

#include <cstddef>

namespace hansa {

/// One block of texts against `width` blocks, one text per lane; each lane adds up its own pair in the order
/// of actors. A block is packed actor by actor: its `lanes` gains, for mixed also `lanes` gains times half
/// the weight.
struct TileInput {
  std::size_t n_actors;
  const double* weight;  // (actor)
  const double* row;     // one block
  const double* column;  // `width` contiguous blocks
};

/// Writes two sums per pair, (lanes x width * lanes); the proportional tile only the second: the weighted
/// larger gains.
using AddUpTile = void (*)(const TileInput& in, double* signed_sum, double* absolute_sum);

/// The tiles of one contest: as wide as the registers allow, and one block wide for the remainder.
struct TileVariant {
  std::size_t lanes, width;
  AddUpTile add_up, add_up_one;
};

constexpr std::size_t most_lanes = 8, widest_tile = 2;

struct TileVariants {
  TileVariant proportional, cubic, mixed, binary;
};

[[nodiscard]] TileVariants four_lane_tiles();   // any processor that Hansa runs on
[[nodiscard]] TileVariants eight_lane_tiles();  // AVX-512

}  // namespace hansa
