#pragma once

#include <cstddef>

namespace hansa {

/// What a contest packs: as in ContestInput.
struct PackInput {
  std::size_t n_actors, n_texts;
  const double *gain, *weight, *root;
};

/// Packs texts in blocks, one text per lane. A block is packed actor by actor: its `lanes` gains, for mixed also `lanes`
/// gains times half the weight. Padding after the last text holds copies of it. Writes the texts' support if the contest
/// needs it.
using Pack = void (*)(const PackInput& in, double* packed, double* support);

/// Some texts of one block, the rows, against `width` blocks, the columns; each lane adds up its own pair in the
/// order of actors.
struct TileInput {
  std::size_t n_actors;
  const double* weight;  // (actor)
  const double* row;     // one block
  const double* column;  // `width` contiguous blocks
};

/// Writes two sums per pair, (rows x width * lanes); the proportional tile only the second: the weighted
/// larger gains.
using AddUpTile = void (*)(const TileInput& in, double* signed_sum, double* absolute_sum);

/// The tiles of one contest, as wide as the registers allow.
struct TileVariant {
  std::size_t lanes, width, depth;  // depth: numbers of an actor and text that are packed
  bool by_support;                  // signed sums are differences of the texts' support, and not added up
  Pack pack;
  AddUpTile all, half;  // the rows are all texts of their block, or the first half of them
  /// The pairs within the row's block, then those within the first column's, (lanes x lanes) sums: of each half, line k - 1
  /// has every text against the k-th after it, the first after the last.
  AddUpTile within;
};

constexpr std::size_t most_lanes = 8, widest_tile = 2;

struct TileVariants {
  TileVariant proportional, cubic, mixed, binary;
};

[[nodiscard]] TileVariants four_lane_tiles();   // any processor that Hansa runs on
[[nodiscard]] TileVariants eight_lane_tiles();  // AVX-512

}  // namespace hansa
