#pragma once

#include <string>
#include <vector>

#include "sweeps/run/shard_file.hpp"

namespace hansa {

/// What of a sweep is done.
struct SweepStatus {
  std::size_t n_shards = 0, n_runs = 0;
  std::size_t n_runs_done = 0;  // the failed ones too
  std::vector<std::size_t> missing;
  std::vector<DamagedShard> damaged;
  std::vector<std::size_t> failed_runs;
  std::vector<std::string> failures;  // of these runs, with their parameters
};

/// Looks at every shard: its seal, its digest and its content.
[[nodiscard]] SweepStatus check_sweep(const SweepPlan& plan, const SweepFolder& folder);

/// Checks every byte of a sweep's folder. Returns one line per fault, empty if all shards are there and intact.
[[nodiscard]] std::string find_faults(const SweepPlan& plan, const SweepFolder& folder);

/// Why merged.h5 is not whole, not of this sweep, or lacks runs of which more are done by now; empty: there is nothing
/// wrong with it, or there is none.
[[nodiscard]] std::string check_merged(const SweepPlan& plan, const SweepFolder& folder,
                                       std::size_t n_runs_done);

/// Files among the shards that are none of this sweep's, nor hidden; in order.
[[nodiscard]] std::vector<std::filesystem::path> find_strays(const SweepPlan& plan,
                                                             const SweepFolder& folder);

}  // namespace hansa
