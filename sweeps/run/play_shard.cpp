#include "sweeps/run/play_shard.hpp"

#include <algorithm>
#include <atomic>
#include <new>
#include <numeric>

#include "analysis/results/run_variables.hpp"
#include "support/numbers/parallel.hpp"
#include "support/text/utf8.hpp"

namespace hansa {

SweepRun play_run(const SweepPlan& plan, const RunAddress& address, const PreparedPoint& prepared,
                  const Runner& runner) {
  SweepRun run{.address = address, .failure = prepared.failure, .record = {}};
  if (!run.failure.empty()) return run;
  try {
    run.record = runner(prepared.facts, plan.sweep.seed, static_cast<std::uint32_t>(address.realization));
    keep_summary(run.record);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    run.failure = made_visible(error.what(), true);
    run.record = {};
    if (run.failure.empty()) run.failure = "no reason given";
  }
  return run;
}

std::vector<std::size_t> order_of_work(const SweepPlan& plan, std::size_t first, std::size_t last) {
  std::vector<std::size_t> runs(last - first);
  std::iota(runs.begin(), runs.end(), first);
  std::stable_sort(runs.begin(), runs.end(), [&](std::size_t a, std::size_t b) {
    return a % plan.n_settings() < b % plan.n_settings();
  });
  return runs;
}

std::optional<std::vector<SweepRun>> run_shard(const SweepPlan& plan, std::size_t shard,
                                               const ShardWork& work) {
  const std::size_t first = plan.first_run(shard), last = plan.first_run(shard + 1);
  const std::vector<std::size_t> order = order_of_work(plan, first, last);
  const Runner runner = work.runner ? work.runner : run_realization;
  SharedFacts facts(plan, first, last);
  std::vector<SweepRun> runs(last - first);
  std::vector<std::optional<SweepRun>> kept(last - first);
  if (work.kept) kept = work.kept(first, last);
  std::atomic<std::size_t> n_done{0};
  std::atomic<bool> stopped{false};
  for_each_index(order.size(), work.n_threads, [&](std::size_t k) {
    if (stopped || (work.watch.stop != nullptr && work.watch.stop->load())) {
      stopped = true;
      return;
    }
    const std::size_t run = order[k];
    const RunAddress address = plan.address_of(run);
    SweepRun& done = runs[run - first];
    if (std::optional<SweepRun>& known = kept[run - first])
      done = *std::move(known);
    else
      done = play_run(plan, address, facts.of(address.point, address.arm), runner);
    facts.done(address.point, address.arm);
    if (!done.failure.empty() && work.stop_on_failure)
      throw RunFailure(describe_run(plan, run) + ": " + done.failure);
    if (!done.failure.empty() && work.failed) work.failed();
    const std::size_t so_far = ++n_done;
    if (work.watch.progress) work.watch.progress(so_far);
  });
  if (stopped) return std::nullopt;
  return runs;
}

}  // namespace hansa
