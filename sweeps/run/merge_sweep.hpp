#pragma once

#include "sweeps/run/shard_file.hpp"

namespace hansa {

/// How a merge is done.
struct MergeWay {
  bool partial = false;                 // leave out what is missing or damaged, and mark it
  bool replace = false;                 // an older merged.h5 with other content
  std::size_t memory = 64 * (1 << 20);  // for values at a time                                  [bytes]
};

/// What a merge did.
struct Merged {
  std::filesystem::path file;
  std::size_t n_runs = 0, n_missing = 0, n_failed = 0;
  std::vector<DamagedShard> left_out;
  bool was_there = false;  // the same bytes, so that nothing was written
};

/// Puts all shards of a sweep into merged.h5, with its digest beside it, in memory that does not grow with the
/// number of runs. Throws OutputError where runs are missing or damaged, unless that is allowed; where there is
/// no whole shard; and where another merged.h5 is in the way.
[[nodiscard]] Merged merge_sweep(const SweepPlan& plan, const SweepFolder& folder, const MergeWay& way);

}  // namespace hansa
