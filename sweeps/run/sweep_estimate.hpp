#pragma once

#include <cstddef>
#include <filesystem>

#include "sweeps/run/run_sweep.hpp"
#include "sweeps/run/sweep_plan.hpp"

namespace hansa {

/// Bytes per run in a shard.
[[nodiscard]] double bytes_per_run(const SweepPlan& plan);

/// Memory to make a shard [bytes].
[[nodiscard]] double estimate_shard_memory(const SweepPlan& plan);

/// Bytes on disk of these runs and their shards.
[[nodiscard]] double estimate_bytes(const SweepPlan& plan, std::size_t n_runs);

/// What work on a sweep costs, in seconds of one thread.
struct WorkCosts {
  double start = 0;    // of the program: reading scenario and tables
  double facts = 0;    // what the scenarios of a shard share: once a shard, while other threads wait
  double setting = 0;  // the scenario of a point and an arm: once a shard
  double run = 0;
  double shard = 0;  // for each of its runs: to lay it out, write it, and read it for the answer
};

/// Seconds of work on these runs if each thread has a processor of its own: the threads share the settings and runs of a
/// shard, and one writes it.
[[nodiscard]] double seconds_of_work(const RunNumbers& numbers, std::size_t n_runs, std::size_t n_threads,
                                     const WorkCosts& costs);

/// How long runs are timed: for `enough`, but at least `least` of them and at most `most`, and no longer than `longest`.
struct Timing {
  std::size_t least = 12, most = 240;  // runs
  double enough = 1, longest = 4;      // [second]
};

/// The costs, measured as processor time: settings and runs spread over the design, with so many threads at work at once as
/// share caches and memory then.
[[nodiscard]] WorkCosts measure_costs(const SweepPlan& plan, std::size_t n_threads,
                                      const Timing& timing = {});

/// seconds_of_work() at the measured costs.
[[nodiscard]] double estimate_seconds(const SweepPlan& plan, std::size_t n_runs, std::size_t n_threads);

/// What merging all runs of a sweep takes.
struct MergeNeeds {
  double memory = 0;  // at most, with what this process has now                               [byte]
  double file = 0;    // merged.h5                                                             [byte]
};

/// `for_values`: memory for values at a time.
[[nodiscard]] MergeNeeds estimate_merge(const SweepPlan& plan, std::size_t for_values);

/// Throws ScenarioError if merging needs more memory than is free, OutputError if the disk is too full.
void refuse_unworkable_merge(const SweepPlan& plan, std::size_t for_values,
                             const std::filesystem::path& folder);

/// Free bytes on the disk of a folder, or of the nearest existing one above it.
[[nodiscard]] double free_space(const std::filesystem::path& folder);

/// Throws ScenarioError if the sweep has more shards than `most_shards`, or if a shard does not fit into the free
/// memory: what keeps it out of a new folder.
void refuse_unworkable(const SweepPlan& plan, std::size_t most_shards);

/// Throws ScenarioError if the folder holds another sweep or an edited one, if the sweep has more shards than
/// `most_shards` and no folder yet, or if a shard does not fit into the free memory.
void refuse_unworkable(const SweepPlan& plan, const SweepFolder& folder, std::size_t most_shards);

/// Throws OutputError if the disk is too full for these runs.
void refuse_full_disk(const SweepPlan& plan, std::size_t n_runs, const std::filesystem::path& folder);

/// Largest memory of a worker [bytes]: this process, the scenarios that the runs of one shard share, a world
/// per thread, and the shard with its image. Builds one scenario to measure it.
[[nodiscard]] double estimate_worker_memory(const SweepPlan& plan, std::size_t n_threads);

}  // namespace hansa
