#pragma once

#include <vector>

#include "analysis/results/result_set.hpp"
#include "sweeps/layout/shard_layout.hpp"

namespace hansa {

/// The layout of a merged file: dimensions, parameters, attributes and every variable along (design_point,
/// realization, arm), without the values of runs, which may exceed memory. `shard` is any shard of the sweep.
[[nodiscard]] ResultSet lay_out_merged(const Sweep& sweep, const SweepStamp& stamp, const ResultSet& shard,
                                       std::size_t n_missing, std::size_t n_failed);

/// Whether a variable of a merged file is along (design_point, realization, arm).
[[nodiscard]] bool is_by_run(const Variable& variable);

/// A box of one variable of a merged file: some design points, some of their realizations, all arms.
struct ChunkBox {
  std::size_t variable = 0;  // its index in the layout
  std::size_t first_point = 0, n_points = 0;
  std::size_t first_realization = 0, n_realizations = 0;
  std::size_t n_bytes = 0;
};

/// Divides the variables by run of a merged file into boxes of entire chunks, and these, in
/// order, into passes over the shards. The boxes of a pass have at most `n_most` bytes together, or are a
/// single box.
[[nodiscard]] std::vector<std::vector<ChunkBox>> deal_into_passes(const ResultSet& frame, std::size_t n_most);

}  // namespace hansa
