#pragma once

#include <cstddef>

#include "sweeps/run/run_shard.hpp"
#include "sweeps/run/sweep_folder.hpp"

namespace hansa {

/// Which part of the shards a worker does: the shards whose number is `index` modulo `n`.
struct WorkerPart {
  std::size_t index = 0, n = 1;
};

/// What a call of run_sweep did.
struct SweepProgress {
  std::size_t n_shards_done = 0, n_runs_done = 0, n_failed = 0;
  bool stopped = false;
};

/// Runs those shards of a worker's part that are missing, one after another, and puts each into its place as
/// soon as it is whole. Those that another process of this host has in hand come last: by then they are there,
/// or that process is gone. `work.watch` is told of all runs done by this call.
/// `waits` is told once, when so many shards are left and all of them are in other hands.
[[nodiscard]] SweepProgress run_sweep(const SweepPlan& plan, const SweepFolder& folder,
                                      const WorkerPart& part, ShardWork work,
                                      const std::function<void(std::size_t n_shards)>& waits = {});

/// The runs that run_sweep would do.
[[nodiscard]] std::size_t count_missing_runs(const SweepPlan& plan, const SweepFolder& folder,
                                             const WorkerPart& part);

}  // namespace hansa
