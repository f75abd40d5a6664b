#pragma once

#include <cstddef>

#include "sweeps/run/run_sweep.hpp"
#include "sweeps/run/sweep_plan.hpp"

namespace hansa {

/// Bytes per run in a shard.
[[nodiscard]] double bytes_per_run(const SweepPlan& plan);

/// Memory to make a shard [bytes].
[[nodiscard]] double estimate_shard_memory(const SweepPlan& plan);

/// Bytes on disk of these runs and their shards.
[[nodiscard]] double estimate_bytes(const SweepPlan& plan, std::size_t n_runs);

/// Seconds of work, estimated from the processor time of a few runs spread over the design, if each thread
/// has a processor of its own.
[[nodiscard]] double estimate_seconds(const SweepPlan& plan, std::size_t n_runs, std::size_t n_threads);

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
