#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "sim/run.hpp"
#include "sweeps/run/sweep_folder.hpp"
#include "sweeps/run/sweep_plan.hpp"

namespace hansa {

/// Plays one run: run_realization, or a stand-in of tests.
using Runner = std::function<RunRecord(const Facts&, std::uint64_t seed, std::uint32_t realization)>;

class EarlierRuns;

/// How shards are run.
struct ShardWork {
  std::size_t n_threads = 1;
  bool stop_on_failure = false;
  Watch watch;                           // progress in runs of this shard
  std::function<void()> failed;          // called after each run that failed, from any thread
  Runner runner;                         // empty: run_realization
  const EarlierRuns* earlier = nullptr;  // runs that are copied from them; run_sweep finds its own
};

/// A run failed and ends the sweep.
class RunFailure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The runs in [first, last), grouped by design point and arm, so that few facts are in memory at a time.
[[nodiscard]] std::vector<std::size_t> order_of_work(const SweepPlan& plan, std::size_t first,
                                                     std::size_t last);

/// Plays the runs of one shard and returns them in order; nullopt if stopped. A run that throws is recorded
/// as failed, or ends the shard with a RunFailure. std::bad_alloc is rethrown: it is no failure of a run.
[[nodiscard]] std::optional<std::vector<SweepRun>> run_shard(const SweepPlan& plan, std::size_t shard,
                                                             const ShardWork& work);

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

/// Runs the missing shards of a part, one after another, and publishes each when complete. Shards that
/// another process of this host is running come last: by then each exists or its owner has exited. Runs from before
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
