#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "sim/ensemble.hpp"
#include "sweeps/run/sweep_folder.hpp"
#include "sweeps/run/sweep_plan.hpp"

namespace hansa {

/// What does the runs of a sweep: run_realization, or a stand-in of tests.
using Runner = std::function<RunRecord(const Facts&, std::uint64_t seed, std::uint32_t realization)>;

/// How shards are run.
struct ShardWork {
  std::size_t n_threads = 1;
  bool stop_on_failure = false;
  Watch watch;                   // told of runs done in this shard
  std::function<void()> failed;  // called after each run that failed, from any thread
  Runner runner;                 // empty: run_realization
};

/// A run failed, and nothing more is to be done then.
class RunFailure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The runs from `first` to before `last`, those of one design point and arm together, so that few facts live at a time.
[[nodiscard]] std::vector<std::size_t> order_of_work(const SweepPlan& plan, std::size_t first,
                                                     std::size_t last);

/// The runs of one shard, in order; nothing if it was stopped. A run that throws is recorded as failed, or
/// ends it all with a RunFailure. Memory running out is no failure of a run, and is thrown on.
[[nodiscard]] std::optional<std::vector<SweepRun>> run_shard(const SweepPlan& plan, std::size_t shard,
                                                             const ShardWork& work);

/// The part of the shards that a worker runs: those whose number is `index` modulo `n`.
struct WorkerPart {
  std::size_t index = 0, n = 1;
};

/// Reads "I/N", I from 1 to N. nullopt for any other text.
[[nodiscard]] std::optional<WorkerPart> read_worker_part(std::string_view text);

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
