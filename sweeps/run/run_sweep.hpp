#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>

#include "sweeps/run/play_shard.hpp"
#include "sweeps/run/sweep_folder.hpp"

namespace hansa {

/// The part of the shards that a worker runs: those whose number is `index` modulo `n`.
struct WorkerPart {
  std::size_t index = 0, n = 1;
};

/// Reads "I/N", I from 1 to N. nullopt for any other text.
[[nodiscard]] std::optional<WorkerPart> read_worker_part(std::string_view text);

/// Work done by one call of run_sweep.
struct SweepProgress {
  std::size_t n_shards_done = 0, n_runs_done = 0, n_failed = 0;
  std::size_t n_kept = 0;  // of the runs: from before the sweep grew
  bool stopped = false;
};

/// Runs the missing shards of a part, one after another, and publishes each when complete; with several threads while the
/// next one's runs are played, so that at most two are in memory. All are published, or what failed is thrown, when this
/// returns. Shards that another process of this host is running come last: by then each exists or its owner has exited. Runs from before
/// the sweep grew are copied; whoever finishes the last shard removes them.
/// `work.watch` counts all runs of this call. `waits` is called once, with the number of shards left, when
/// all of them belong to other processes.
[[nodiscard]] SweepProgress run_sweep(const SweepPlan& plan, const SweepFolder& folder,
                                      const WorkerPart& part, ShardWork work,
                                      const std::function<void(std::size_t n_shards)>& waits = {});

/// Number of runs in the shards that run_sweep would make; those of them that it would copy.
[[nodiscard]] std::size_t count_missing_runs(const SweepPlan& plan, const SweepFolder& folder,
                                             const WorkerPart& part);
[[nodiscard]] std::size_t count_kept_runs(const SweepPlan& plan, const SweepFolder& folder,
                                          const WorkerPart& part);

}  // namespace hansa
