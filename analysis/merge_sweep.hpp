#pragma once

#include "analysis/shard_file.hpp"

namespace hansa {

/// What a merge did.
struct Merged {
  std::filesystem::path file;
  std::size_t n_runs = 0, n_missing = 0, n_failed = 0;
  bool was_there = false;  // the same bytes, so that nothing was written
};

/// Puts all shards of a sweep into merged.h5, with its digest beside it. Throws OutputError where runs are
/// missing, unless `partial`; where another merged.h5 is in the way, unless `replace`; and where the whole has
/// no room in memory.
[[nodiscard]] Merged merge_sweep(const SweepPlan& plan, const SweepFolder& folder, bool partial,
                                 bool replace);

/// Numbers in order as people and job arrays write them: 3,17,40-45.
[[nodiscard]] std::string ranges_of(const std::vector<std::size_t>& numbers);

}  // namespace hansa
