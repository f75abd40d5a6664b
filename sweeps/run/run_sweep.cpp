#include "sweeps/run/run_sweep.hpp"

#include <chrono>
#include <thread>

#include "analysis/results/hdf5/result_writer.hpp"
#include "support/files/abandoned_file.hpp"

namespace hansa {
namespace {

/// Runs one shard and puts it into its place; false if it was stopped.
bool do_shard(const SweepPlan& plan, const SweepFolder& folder, std::size_t shard, const ShardWork& work,
              SweepProgress& progress) {
  TemporaryFile begun(folder.shard(shard));
  const auto runs = run_shard(plan, shard, work);
  if (!runs) return false;
  const ResultSet result = lay_out_shard(plan.sweep, plan.stamp, shard, plan.first_run(shard), *runs);
  folder.publish_shard(shard, begun, hdf5_image(result, folder.shard(shard)));
  progress.n_shards_done += 1;
  progress.n_runs_done += runs->size();
  for (const SweepRun& run : *runs) progress.n_failed += run.failure.empty() ? 0U : 1U;
  return true;
}

bool is_stopped(const ShardWork& work) { return work.watch.stop != nullptr && work.watch.stop->load(); }

}  // namespace

std::size_t count_missing_runs(const SweepPlan& plan, const SweepFolder& folder, const WorkerPart& part) {
  std::size_t n_runs = 0;
  for (std::size_t shard = part.index; shard < plan.n_shards(); shard += part.n) {
    if (!folder.has(shard)) n_runs += plan.first_run(shard + 1) - plan.first_run(shard);
  }
  return n_runs;
}

SweepProgress run_sweep(const SweepPlan& plan, const SweepFolder& folder, const WorkerPart& part,
                        ShardWork work, const std::function<void(std::size_t)>& waits) {
  constexpr auto pause = std::chrono::milliseconds(50);
  SweepProgress progress;
  const Watch told = work.watch;
  if (told.progress) {
    work.watch.progress = [&](std::size_t n_of_shard) { told.progress(progress.n_runs_done + n_of_shard); };
  }
  std::vector<std::size_t> ahead;
  for (std::size_t shard = part.index; shard < plan.n_shards(); shard += part.n) ahead.push_back(shard);
  bool told_waiting = false;
  while (!ahead.empty() && !progress.stopped) {
    std::vector<std::size_t> of_others;
    for (const std::size_t shard : ahead) {
      if (folder.has(shard)) continue;
      if (is_in_work(folder.shard(shard))) {
        of_others.push_back(shard);
      } else if (!do_shard(plan, folder, shard, work, progress)) {
        progress.stopped = true;
        break;
      }
    }
    const bool waiting = !of_others.empty() && of_others.size() == ahead.size();
    if (waiting && waits && !told_waiting) waits(of_others.size());
    told_waiting = told_waiting || waiting;
    if (waiting) std::this_thread::sleep_for(pause);
    ahead = std::move(of_others);
    if (!ahead.empty() && is_stopped(work)) progress.stopped = true;
  }
  return progress;
}

}  // namespace hansa
