#include "sweeps/run/run_sweep.hpp"

#include <algorithm>
#include <chrono>
#include <future>
#include <memory>
#include <thread>

#include <fmt/format.h>

#include "analysis/results/hdf5/result_writer.hpp"
#include "support/files/abandoned_file.hpp"
#include "support/text/numeral.hpp"
#include "sweeps/run/earlier_runs.hpp"

namespace hansa {
namespace {

/// Writes shards that are played. With several threads this goes on beside the runs of the next shard, for it keeps one
/// thread busy while the others would wait.
class Publisher {
 public:
  Publisher(const SweepPlan& plan, const SweepFolder& folder, bool beside)
      : plan_(plan), folder_(folder), beside_(beside) {}

  /// Waits for the shard before, and throws what went wrong with it.
  void publish(std::size_t shard, std::unique_ptr<TemporaryFile> begun, std::vector<SweepRun> runs) {
    finish();
    auto work = [this, shard, begun = std::move(begun), runs = std::move(runs)] {
      const ResultSet result = lay_out_shard(plan_.sweep, plan_.stamp, shard, plan_.first_run(shard), runs);
      folder_.publish_shard(shard, *begun, hdf5_image(result, folder_.shard(shard)));
    };
    if (beside_)
      under_way_ = std::async(std::launch::async, std::move(work));
    else
      work();
  }

  void finish() {
    if (under_way_.valid()) under_way_.get();
  }

 private:
  const SweepPlan& plan_;
  const SweepFolder& folder_;
  bool beside_;
  std::future<void> under_way_;
};

/// Plays one shard and hands it to the publisher; false if stopped.
bool do_shard(const SweepPlan& plan, const SweepFolder& folder, std::size_t shard, const ShardWork& work,
              const EarlierRuns& earlier, Publisher& publisher, SweepProgress& progress) {
  auto begun = std::make_unique<TemporaryFile>(folder.shard(shard));
  auto runs = run_shard(plan, shard, work);
  if (!runs) return false;
  progress.n_shards_done += 1;
  progress.n_kept += earlier.count_in({shard});
  progress.n_runs_done += runs->size();
  for (const SweepRun& run : *runs) progress.n_failed += run.failure.empty() ? 0U : 1U;
  publisher.publish(shard, std::move(begun), *std::move(runs));
  return true;
}

std::vector<std::size_t> missing_shards(const SweepPlan& plan, const SweepFolder& folder,
                                        const WorkerPart& part) {
  std::vector<std::size_t> missing;
  for (std::size_t shard = part.index; shard < plan.n_shards(); shard += part.n)
    if (!folder.has(shard)) missing.push_back(shard);
  return missing;
}

bool is_stopped(const ShardWork& work) { return work.watch.stop != nullptr && work.watch.stop->load(); }

}  // namespace

std::optional<WorkerPart> read_worker_part(std::string_view text) {
  WorkerPart part;
  const std::size_t slash = std::min(text.find('/'), text.size());
  if (!read_numeral(text.substr(0, slash), part.index)) return std::nullopt;
  if (!read_numeral(text.substr(std::min(slash + 1, text.size())), part.n)) return std::nullopt;
  if (part.index < 1 || part.index > part.n) return std::nullopt;
  --part.index;
  return part;
}

std::size_t count_missing_runs(const SweepPlan& plan, const SweepFolder& folder, const WorkerPart& part) {
  std::size_t n_runs = 0;
  for (const std::size_t shard : missing_shards(plan, folder, part))
    n_runs += plan.first_run(shard + 1) - plan.first_run(shard);
  return n_runs;
}

std::size_t count_kept_runs(const SweepPlan& plan, const SweepFolder& folder, const WorkerPart& part) {
  const EarlierRuns earlier(plan, folder);
  return earlier.empty() ? 0 : earlier.count_in(missing_shards(plan, folder, part));
}

SweepProgress run_sweep(const SweepPlan& plan, const SweepFolder& folder, const WorkerPart& part,
                        ShardWork work, const std::function<void(std::size_t)>& waits) {
  constexpr auto pause = std::chrono::milliseconds(50);
  SweepProgress progress;
  const EarlierRuns earlier(plan, folder);
  if (!earlier.empty())
    work.kept = [&](std::size_t first, std::size_t last) { return earlier.read(first, last); };
  const Watch watch = work.watch;
  if (watch.progress) {
    work.watch.progress = [&](std::size_t n_of_shard) { watch.progress(progress.n_runs_done + n_of_shard); };
  }
  // HDF5 takes one thread at a time: runs from before are read with it
  Publisher publisher(plan, folder, work.n_threads > 1 && earlier.empty());
  std::vector<std::size_t> ahead;
  for (std::size_t shard = part.index; shard < plan.n_shards(); shard += part.n) ahead.push_back(shard);
  bool reported_waiting = false;
  while (!ahead.empty() && !progress.stopped) {
    std::vector<std::size_t> of_others;
    for (const std::size_t shard : ahead) {
      if (folder.has(shard)) continue;
      if (is_in_work(folder.shard(shard))) {
        of_others.push_back(shard);
      } else if (!do_shard(plan, folder, shard, work, earlier, publisher, progress)) {
        progress.stopped = true;
        break;
      }
    }
    const bool waiting = !of_others.empty() && of_others.size() == ahead.size();
    if (waiting && waits && !reported_waiting) waits(of_others.size());
    reported_waiting = reported_waiting || waiting;
    if (waiting) std::this_thread::sleep_for(pause);
    ahead = std::move(of_others);
    if (!ahead.empty() && is_stopped(work)) progress.stopped = true;
  }
  publisher.finish();
  if (!earlier.empty() && folder.holds(plan) && folder.missing(plan.n_shards()).empty()) earlier.remove();
  return progress;
}

}  // namespace hansa
