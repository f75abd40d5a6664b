#pragma once

#include <string>
#include <vector>

#include "sweeps/run/shard_file.hpp"

namespace hansa {

/// Done, missing, damaged and failed work of a sweep.
struct SweepStatus {
  bool is_read = false;  // the shards were read, so that failed runs and damaged bytes are known
  std::size_t n_shards = 0, n_runs = 0;
  std::size_t n_runs_done = 0;  // including failed ones
  std::size_t n_kept = 0;       // of those not done: there from before the sweep grew, and not run again
  std::vector<std::size_t> missing;
  std::vector<DamagedShard> damaged;
  std::vector<std::size_t> failed_runs;
  std::vector<std::string> failures;  // of these runs, with their parameters
};

/// What the names and sizes in the folder of shards say; no shard is opened.
[[nodiscard]] SweepStatus survey_sweep(const SweepPlan& plan, const SweepFolder& folder);

/// Checks seal, digest and content of every shard.
[[nodiscard]] SweepStatus check_sweep(const SweepPlan& plan, const SweepFolder& folder);

/// Checks every byte of a sweep's folder; `status` is from check_sweep. Returns one line per fault, empty if all shards
/// are there and intact.
[[nodiscard]] std::string find_faults(const SweepPlan& plan, const SweepFolder& folder,
                                      const SweepStatus& status);
[[nodiscard]] std::string find_faults(const SweepPlan& plan, const SweepFolder& folder);

}  // namespace hansa
