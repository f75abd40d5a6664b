#include "sweeps/cluster/size_job.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/core.h>

#include "sweeps/cluster/slurm_time.hpp"
#include "sweeps/run/sweep_estimate.hpp"

namespace hansa {
namespace {

/// Memory of a task, rounded up [MB].
int task_megabytes(const SweepPlan& plan, std::size_t n_threads) {
  constexpr double safety = 1.5, least = 200, step = 100, mega = 1e6;  // of the estimate  [assumption]
  const double memory = safety * estimate_worker_memory(plan, n_threads) / mega;
  return static_cast<int>(std::ceil(std::max(memory, least) / step) * step);
}

/// Returns an error message, empty if a shard fits into the time limit.
std::string check_limit(double shard_seconds, int limit_minutes, int stop_ahead) {
  const double usable = limit_minutes * 60 - stop_ahead;
  if (shard_seconds <= usable) return "";
  return fmt::format(
      "one shard takes about {:.0f} s, and {:.0f} s are left of {} before Slurm asks to "
      "stop; ask for more time, or for a smaller shard_runs in the sweep",
      shard_seconds, usable, slurm_time(limit_minutes));
}

}  // namespace

SizedJob size_job(const SweepPlan& plan, SlurmJob job, std::optional<int> limit_minutes) {
  job.n_tasks = std::min(job.n_tasks, plan.n_shards());
  job.memory_megabytes = task_megabytes(plan, job.n_threads);
  SizedJob sized;
  const SweepFolder folder(job.folder, plan);
  for (std::size_t task = 0; task < job.n_tasks; ++task)
    sized.n_runs = std::max(sized.n_runs, count_missing_runs(plan, folder, {task, job.n_tasks}));
  sized.seconds = estimate_seconds(plan, sized.n_runs, job.n_threads);
  job.limit_minutes = limit_minutes.value_or(limit_for(sized.seconds));
  if (job.stop_ahead == 0) job.stop_ahead = stop_ahead(job.limit_minutes);
  const double shards = static_cast<double>(sized.n_runs) / static_cast<double>(plan.first_run(1));
  sized.problem = check_limit(sized.seconds / shards, job.limit_minutes, job.stop_ahead);
  sized.job = std::move(job);
  return sized;
}

}  // namespace hansa
