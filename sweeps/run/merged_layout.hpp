#pragma once

#include <vector>

#include "analysis/results/result_set.hpp"
#include "sweeps/run/shard_layout.hpp"

namespace hansa {

/// What a merged file holds beside the values of its runs: dimensions, parameters, attributes, and a place for
/// every variable along (design_point, realization, arm). Those have no values here: there is no room in memory
/// for those of a large sweep. `shard` is any shard of the sweep.
[[nodiscard]] ResultSet lay_out_merged(const Sweep& sweep, const SweepStamp& stamp, const ResultSet& shard,
                                       std::size_t n_missing, std::size_t n_failed);

/// A box of one variable of a merged file: some design points, some of their realizations, all arms.
struct ChunkBox {
  std::size_t variable = 0;  // its row in the frame
  std::size_t first_point = 0, n_points = 0;
  std::size_t first_realization = 0, n_realizations = 0;
  std::size_t n_bytes = 0;
};

/// Cuts the variables of a merged file that wait for values into boxes that cut no chunk, and deals these into
/// passes over the shards, in order. The boxes of a pass together have at most `n_most` bytes, or are one alone, of a
/// chunk at least.
[[nodiscard]] std::vector<std::vector<ChunkBox>> deal_into_passes(const ResultSet& frame, std::size_t n_most);

}  // namespace hansa
