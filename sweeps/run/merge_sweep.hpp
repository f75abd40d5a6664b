#pragma once

#include <string>
#include <vector>

#include "sweeps/run/shard_file.hpp"
#include "sweeps/run/sweep_status.hpp"

namespace hansa {

/// Memory for values at a time [byte]: less would have a merge read each shard more often.
inline constexpr std::size_t memory_for_merging = 64 << 20;

/// Options of a merge.
struct MergeWay {
  bool partial = false;  // omit missing or damaged shards and mark their runs
  bool replace = false;  // replace a merged.h5 with other content
  std::size_t memory = memory_for_merging;
};

/// Outcome of a merge.
struct Merged {
  std::filesystem::path file;
  std::size_t n_runs = 0, n_missing = 0, n_failed = 0;
  std::vector<DamagedShard> left_out;
  bool was_there = false;  // the same bytes, so that nothing was written
};

/// Merges all shards of a sweep into merged.h5, with its digest beside it, in memory that does not grow with
/// the number of runs. Throws OutputError if runs are missing or damaged, unless `partial`; if no shard is
/// intact; and if a merged.h5 with other content exists, unless `replace`. Throws what refuse_unworkable_merge() does.
[[nodiscard]] Merged merge_sweep(const SweepPlan& plan, const SweepFolder& folder, const MergeWay& way);

/// Compares merged.h5 with the sweep's design, and these runs in it, in order, with those in their shards. Returns one line
/// for the first difference of each variable; empty: there is none, or no merged.h5.
[[nodiscard]] std::string find_differences_in_merged(const SweepPlan& plan, const SweepFolder& folder,
                                                     const SweepStatus& status,
                                                     const std::vector<std::size_t>& runs);

}  // namespace hansa
