#pragma once

#include <cstddef>

namespace hansa {

/// One block of texts against `width` blocks, a text a lane; every lane adds up its own pair in the order of actors.
/// A block is packed actor by actor: its `lanes` gains, for mixed also `lanes` gains times half the weight.
struct TileInput {
  std::size_t n_actors;
  const double* weight;  // (actor)
  const double* row;     // one block
  const double* column;  // as many blocks as the tile is wide, one behind the other
};

/// Writes two sums a pair, (lanes x width * lanes); the proportional tile only its second: the weighted larger gains.
using AddUpTile = void (*)(const TileInput& in, double* signed_sum, double* absolute_sum);

/// The tiles of one contest: as wide as the registers allow, and of one block for what is left at the end.
struct TileBody {
  std::size_t lanes, width;
  AddUpTile add_up, add_up_one;
};

constexpr std::size_t most_lanes = 8, widest_tile = 2;

struct TileBodies {
  TileBody proportional, cubic, mixed, binary;
};

[[nodiscard]] TileBodies four_lane_tiles();   // any processor that Hansa runs on
[[nodiscard]] TileBodies eight_lane_tiles();  // AVX-512

}  // namespace hansa
