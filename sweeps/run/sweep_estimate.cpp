#include "sweeps/run/sweep_estimate.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <system_error>

#include <fmt/format.h>
#include <malloc.h>
#include <sys/statvfs.h>
#include <time.h>
#include <unistd.h>

#include "analysis/results/hdf5/result_writer.hpp"
#include "analysis/size_estimate.hpp"
#include "sim/run.hpp"
#include "support/files/file_error.hpp"
#include "support/input/problem.hpp"
#include "support/machine/memory_left.hpp"
#include "sweeps/run/shard_file.hpp"
#include "sweeps/run/shared_facts.hpp"

namespace hansa {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begun) {
  return std::chrono::duration<double>(Clock::now() - begun).count();
}

/// Processor time of this thread, independent of other load.
double processor_seconds() {
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

/// Size of a shard of blank runs: values do not change it.
double image_bytes(const SweepPlan& plan, std::size_t n_runs) {
  std::vector<SweepRun> runs;
  for (std::size_t run = 0; run < n_runs; ++run)
    runs.push_back({.address = plan.address_of(run % plan.n_runs()), .failure = "-", .record = {}});
  return static_cast<double>(hdf5_image(lay_out_shard(plan.sweep, plan.stamp, 0, 0, runs)).size());
}

constexpr std::size_t few = 8, many = 72;

/// Resident memory of this process [bytes].
double resident_memory() {
  std::ifstream file("/proc/self/statm");
  double all = 0, resident = 0;
  file >> all >> resident;
  return resident * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

double allocated() {
  const auto info = ::mallinfo2();
  return static_cast<double>(info.uordblks + info.hblkhd);
}

/// Throws ScenarioError if the runs of one shard need more memory than is free.
void refuse_large_shards(const SweepPlan& plan) {
  const double needed = estimate_shard_memory(plan);
  const MemoryLeft available = memory_left();
  if (fits(needed, available)) return;
  throw ScenarioError(
      {{.file = plan.sweep.files.file(0),
        .key = "shard_runs",
        .message = fmt::format("{} runs in one shard need about {} of memory, and {} are {}; ask for fewer",
                               plan.first_run(1), memory_text(needed), memory_text(available.bytes),
                               available.bound)}});
}

}  // namespace

double bytes_per_run(const SweepPlan& plan) {
  return (image_bytes(plan, many) - image_bytes(plan, few)) / static_cast<double>(many - few);
}

double estimate_bytes(const SweepPlan& plan, std::size_t n_runs) {
  const double per_run = bytes_per_run(plan);
  const double per_shard =
      image_bytes(plan, few) - static_cast<double>(few) * per_run + 4096;  // and its digest
  const double n_shards = std::ceil(static_cast<double>(n_runs) / plan.sweep.shard_runs);
  return per_run * static_cast<double>(n_runs) + per_shard * n_shards;
}

double estimate_seconds(const SweepPlan& plan, std::size_t n_runs, std::size_t n_threads) {
  constexpr std::size_t n_timed = 6;
  constexpr double longest = 3;  // of timing                                                   [second]
  double building = 0, running = 0;
  std::size_t n = 0;
  PointPreparer builder(plan);
  static_cast<void>(builder.build(0, 0));  // built once per shard; the later ones determine the time
  for (const auto begun = Clock::now(); n < n_timed && seconds_since(begun) < longest; ++n) {
    const std::size_t setting = n * plan.n_settings() / n_timed, n_arms = plan.sweep.arms.size();
    const double before = processor_seconds();
    const auto prepared = builder.build(setting / n_arms, setting % n_arms);
    const double built = processor_seconds();
    building += built - before;
    if (!prepared->failure.empty()) continue;
    try {
      static_cast<void>(run_realization(prepared->facts, plan.sweep.seed, 0));
    } catch (const std::exception&) {
      continue;  // reported by the sweep itself
    }
    running += processor_seconds() - built;
  }
  const auto shard_runs = static_cast<std::size_t>(plan.sweep.shard_runs);
  const double n_shards = static_cast<double>(n_runs) / static_cast<double>(shard_runs);
  const double n_built = n_shards * static_cast<double>(std::min(shard_runs, plan.n_settings()));
  return (building * n_built + running * static_cast<double>(n_runs)) / static_cast<double>(n * n_threads);
}

double free_space(const std::filesystem::path& folder) {
  std::error_code ignored;
  std::filesystem::path there = std::filesystem::absolute(folder, ignored);
  while (!std::filesystem::exists(there, ignored) && there.has_relative_path()) there = there.parent_path();
  struct statvfs disk {};
  if (::statvfs(there.c_str(), &disk) != 0)
    throw OutputError(folder, system_cause("cannot be examined", errno));
  if (disk.f_blocks == 0) throw OutputError(folder, there.string() + " cannot hold files");
  if (::access(there.c_str(), W_OK | X_OK) != 0)
    throw OutputError(folder, system_cause(there.string() + " cannot be written", errno));
  return static_cast<double>(disk.f_bavail) * static_cast<double>(disk.f_frsize);
}

double estimate_shard_memory(const SweepPlan& plan) {
  constexpr double copies = 4;  // the records, the shard, its image as it grows
  return copies * bytes_per_run(plan) * static_cast<double>(plan.first_run(1));
}

void refuse_unworkable(const SweepPlan& plan, std::size_t most_shards) {
  refuse_many_shards(plan, most_shards);
  refuse_large_shards(plan);
}

void refuse_unworkable(const SweepPlan& plan, const SweepFolder& folder, std::size_t most_shards) {
  refuse_edited_sweep(folder);
  folder.refuse_other(plan);
  // the number of files of an existing folder was accepted when it was made
  refuse_unworkable(plan, folder.holds(plan) ? plan.n_shards() : most_shards);
}

void refuse_full_disk(const SweepPlan& plan, std::size_t n_runs, const std::filesystem::path& folder) {
  constexpr double mega = 1e6;
  const double needed = n_runs == 0 ? 0.0 : estimate_bytes(plan, n_runs), room = free_space(folder);
  if (needed <= room) return;
  throw OutputError(folder,
                    fmt::format("not enough disk space: {} runs need about {:.1f} MB, and {:.1f} MB are free",
                                n_runs, needed / mega, room / mega));
}

double estimate_worker_memory(const SweepPlan& plan, std::size_t n_threads) {
  const double before = allocated();
  const auto prepared = prepare_point(plan, 0, 0);
  const double weight = std::max(0.0, allocated() - before);
  const auto shard_runs = static_cast<std::size_t>(plan.sweep.shard_runs);
  // with more settings than runs per shard each is used once, then freed
  const std::size_t n_prepared = plan.n_settings() < shard_runs ? plan.n_settings() : n_threads;
  return resident_memory() + weight * static_cast<double>(n_prepared + n_threads) +
         estimate_shard_memory(plan);
}

}  // namespace hansa
