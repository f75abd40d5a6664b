#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <stdexcept>
#include <vector>

#include "sim/run.hpp"
#include "sweeps/layout/shard_layout.hpp"
#include "sweeps/run/shared_facts.hpp"
#include "sweeps/run/sweep_plan.hpp"

namespace hansa {

/// Plays one run: run_realization, or a stand-in of tests.
using Runner = std::function<RunRecord(const Facts&, std::uint64_t seed, std::uint32_t realization)>;

/// How shards are run.
struct ShardWork {
  std::size_t n_threads = 1;
  bool stop_on_failure = false;
  Watch watch;                   // progress in runs of this shard
  std::function<void()> failed;  // called after each run that failed, from any thread
  Runner runner;                 // empty: run_realization
  std::function<std::vector<std::optional<SweepRun>>(std::size_t first, std::size_t last)>
      kept;  // runs in [first, last) that are there and not played again; empty: none
};

/// Plays one run of prepared facts. A run that throws is recorded as failed; std::bad_alloc is rethrown.
[[nodiscard]] SweepRun play_run(const SweepPlan& plan, const RunAddress& address,
                                const PreparedPoint& prepared, const Runner& runner = run_realization);

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

}  // namespace hansa
