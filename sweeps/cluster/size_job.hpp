#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "sweeps/cluster/slurm_job.hpp"
#include "sweeps/run/sweep_folder.hpp"

namespace hansa {

/// A job array sized for the missing runs of a sweep.
struct SizedJob {
  SlurmJob job;
  std::size_t n_runs = 0;  // of the largest task
  double seconds = 0;      // of these runs, estimated
  std::string problem;     // why the time limit is too short; empty if a shard fits
};

/// Sets number of tasks (at most one per shard), memory, time limit and signal of a job, from a few timed runs.
/// `limit_minutes`: nullopt for twice the estimate. The sweep has missing runs.
[[nodiscard]] SizedJob size_job(const SweepPlan& plan, SlurmJob job, std::optional<int> limit_minutes);

}  // namespace hansa
