#pragma once

#include <cstddef>

#include "sweeps/run/run_sweep.hpp"
#include "sweeps/run/sweep_plan.hpp"

namespace hansa {

/// Bytes that a run takes in a shard.
[[nodiscard]] double bytes_per_run(const SweepPlan& plan);

/// Bytes of memory in which a shard is made.
[[nodiscard]] double estimate_shard_memory(const SweepPlan& plan);

/// Bytes of these runs and of the shards around them.
[[nodiscard]] double estimate_bytes(const SweepPlan& plan, std::size_t n_runs);

/// Does a few runs, spread over the design, and reckons from the processor time they take: for so many threads, each with
/// a processor of its own.
[[nodiscard]] double estimate_seconds(const SweepPlan& plan, std::size_t n_runs, std::size_t n_threads);

/// Bytes that may be written in a folder, or the nearest above it that exists.
[[nodiscard]] double free_space(const std::filesystem::path& folder);

/// Throws ScenarioError if the folder holds another sweep or an edited one, if the sweep has more shards than
/// `most_shards` and no folder yet, or if a shard does not fit into the free memory.
void refuse_unworkable(const SweepPlan& plan, const SweepFolder& folder, std::size_t most_shards);

/// Throws OutputError if so many runs find no room on the disk.
void refuse_full_disk(const SweepPlan& plan, std::size_t n_runs, const std::filesystem::path& folder);

/// Bytes of memory that a worker on a sweep needs at most: what this process has, the scenarios that the runs
/// of one shard share, a world a thread, and the shard with its image. Builds one scenario to weigh it.
[[nodiscard]] double estimate_worker_memory(const SweepPlan& plan, std::size_t n_threads);

}  // namespace hansa
