#include "sim/sweep/run_sweep.hpp"

#include "sim/record/result_writer.hpp"

namespace hansa {

std::size_t count_missing_runs(const SweepPlan& plan, const SweepFolder& folder, const WorkerPart& part) {
  std::size_t n_runs = 0;
  for (std::size_t shard = part.index; shard < plan.n_shards(); shard += part.n) {
    if (!folder.has(shard)) n_runs += plan.first_run(shard + 1) - plan.first_run(shard);
  }
  return n_runs;
}

SweepProgress run_sweep(const SweepPlan& plan, const SweepFolder& folder, const WorkerPart& part,
                        ShardWork work) {
  SweepProgress progress;
  const Watch told = work.watch;
  if (told.progress) {
    work.watch.progress = [&](std::size_t n_of_shard) { told.progress(progress.n_runs_done + n_of_shard); };
  }
  for (std::size_t shard = part.index; shard < plan.n_shards(); shard += part.n) {
    if (folder.has(shard)) continue;
    const auto runs = run_shard(plan, shard, work);
    if (!runs) {
      progress.stopped = true;
      break;
    }
    const ResultSet result = lay_out_shard(plan.sweep, plan.stamp, shard, plan.first_run(shard), *runs);
    folder.publish_shard(shard, hdf5_image(result, folder.shard(shard)));
    progress.n_shards_done += 1;
    progress.n_runs_done += runs->size();
    for (const SweepRun& run : *runs) progress.n_failed += run.failure.empty() ? 0U : 1U;
  }
  return progress;
}

}  // namespace hansa
