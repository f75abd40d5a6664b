#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <stdexcept>
#include <vector>

#include "sim/ensemble.hpp"
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

/// "run 17: design point 3, arm full, realization 0, gridlock.level=0.3", for people.
[[nodiscard]] std::string describe_run(const SweepPlan& plan, std::size_t run);

}  // namespace hansa
