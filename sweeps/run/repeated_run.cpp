#include "sweeps/run/repeated_run.hpp"

#include <algorithm>
#include <atomic>
#include <utility>

#include "analysis/results/network_layout.hpp"
#include "analysis/results/result_layout.hpp"
#include "hansa_version.hpp"
#include "scenarios/print/print.hpp"
#include "sim/run.hpp"
#include "support/files/sha256.hpp"
#include "support/input/problem.hpp"
#include "support/numbers/draws.hpp"
#include "support/numbers/parallel.hpp"
#include "sweeps/run/play_shard.hpp"
#include "sweeps/run/shard_file.hpp"
#include "sweeps/run/shared_facts.hpp"

namespace hansa {
namespace {

[[noreturn]] void refuse(const std::string& file, const std::string& key, const std::string& message) {
  throw ScenarioError({{.file = file, .line = 1, .column = 1, .key = key, .message = message}});
}

}  // namespace

SweepPlan find_same_sweep(const SweepFolder& folder, const DataFolders& data) {
  FoundSweep found = open_sweep(folder, data);
  if (!found.difference.empty())
    refuse(folder.sweep_file().string(), "made_with",
           "this program or its tables would give different runs; differences:\n" + found.difference);
  return std::move(found.plan);
}

RepeatedRun repeat_run(const SweepFolder& folder, const SweepPlan& plan, std::size_t run, Detail detail) {
  const RunAddress address = plan.address_of(run);
  const auto prepared = prepare_point(plan, address.point, address.arm);
  if (!prepared->failure.empty()) refuse(folder.path().string(), "run", prepared->failure);
  const auto realization = static_cast<std::uint32_t>(address.realization);
  NetworkTally networks;
  std::vector<RunRecord> records;
  if (detail == Detail::Networks) {
    WatchedRun watched = watch_realization(prepared->facts, plan.sweep.seed, realization);
    records.push_back(std::move(watched.run));
    networks.add(std::move(watched.networks));
  } else {
    records.push_back(run_realization(prepared->facts, plan.sweep.seed, realization));
  }
  const std::string text = print_scenario(prepared->scenario), digest = sha256_hex(text);
  ResultSet result =
      lay_out(prepared->facts, records, {.text = text, .sha256 = digest, .version = std::string(version)},
              static_cast<std::int64_t>(address.realization));
  if (detail == Detail::Networks) lay_out_networks(prepared->facts, networks, result);
  return {prepared->scenario.name, text, digest, std::move(result)};
}

std::vector<std::size_t> runs_in_intact_shards(const SweepPlan& plan, const SweepStatus& status) {
  std::vector<bool> intact(plan.n_shards(), true);
  for (const std::size_t shard : status.missing) intact[shard] = false;
  for (const DamagedShard& damaged : status.damaged) intact[damaged.shard] = false;
  std::vector<std::size_t> runs;
  for (std::size_t shard = 0; shard < plan.n_shards(); ++shard)
    for (std::size_t run = plan.first_run(shard); intact[shard] && run < plan.first_run(shard + 1); ++run)
      runs.push_back(run);
  return runs;
}

std::vector<std::size_t> choose_runs(std::vector<std::size_t> runs, std::size_t n, std::uint64_t seed) {
  if (n >= runs.size()) return runs;
  const Draws draws(seed, 0);
  const auto rank = [&](std::size_t run) { return std::pair(draws.word(Purpose::Resampling, 0, run), run); };
  std::partial_sort(runs.begin(), runs.begin() + static_cast<std::ptrdiff_t>(n), runs.end(),
                    [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
  runs.resize(n);
  std::sort(runs.begin(), runs.end());
  return runs;
}

namespace {

/// These runs, played again, in the same order; nullopt if stopped.
std::optional<std::vector<SweepRun>> play_again(const SweepPlan& plan, const std::vector<std::size_t>& runs,
                                                std::size_t n_threads, const Watch& watch) {
  PointPreparer preparer(plan);
  std::vector<SweepRun> played(runs.size());
  std::atomic<std::size_t> n_done{0};
  std::atomic<bool> stopped{false};
  for_each_index(runs.size(), n_threads, [&](std::size_t k) {
    if (stopped || (watch.stop != nullptr && watch.stop->load())) {
      stopped = true;
      return;
    }
    const RunAddress address = plan.address_of(runs[k]);
    played[k] = play_run(plan, address, *preparer.build(address.point, address.arm));
    const std::size_t so_far = ++n_done;
    if (watch.progress) watch.progress(so_far);
  });
  if (stopped) return std::nullopt;
  return played;
}

}  // namespace

std::optional<std::vector<RecomputedShard>> recompute_runs(const SweepPlan& plan, const SweepFolder& folder,
                                                           const std::vector<std::size_t>& runs,
                                                           std::size_t n_threads, const Watch& watch) {
  std::optional<std::vector<SweepRun>> played = play_again(plan, runs, n_threads, watch);
  if (!played) return std::nullopt;
  std::vector<RecomputedShard> shards;
  for (std::size_t k = 0; k < runs.size();) {
    const std::size_t shard = runs[k] / plan.numbers().shard_runs, first = plan.first_run(shard);
    RecomputedShard again{.file = folder.shard(shard), .runs = {}, .found = {}};
    const ResultSet kept = read_shard(plan, folder, shard);
    std::vector<SweepRun> content = read_runs(kept);
    for (; k < runs.size() && runs[k] < plan.first_run(shard + 1); ++k) {
      content[runs[k] - first] = std::move((*played)[k]);
      again.runs.push_back(runs[k]);
    }
    again.found =
        compare_bytes(again.file, kept, lay_out_shard(plan.sweep, plan.stamp, shard, first, content));
    shards.push_back(std::move(again));
  }
  return shards;
}

}  // namespace hansa
