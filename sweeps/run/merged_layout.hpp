#pragma once

#include "sweeps/run/shard_layout.hpp"

namespace hansa {

/// What a merged file holds beside the values of its runs: dimensions, parameters, attributes, and a place for
/// every variable along (design_point, realization, arm). Those have no values here: there is no room in memory
/// for those of a large sweep. `shard` is any shard of the sweep.
[[nodiscard]] ResultSet lay_out_merged(const Sweep& sweep, const SweepStamp& stamp, const ResultSet& shard,
                                       std::size_t n_missing, std::size_t n_failed);

}  // namespace hansa
