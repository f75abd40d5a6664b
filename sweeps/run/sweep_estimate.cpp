#include "sweeps/run/sweep_estimate.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <numeric>
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
#include "support/numbers/parallel.hpp"
#include "sweeps/layout/merged_layout.hpp"
#include "sweeps/layout/merged_size.hpp"
#include "sweeps/run/shard_file.hpp"
#include "sweeps/run/shared_facts.hpp"

namespace hansa {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begun) {
  return std::chrono::duration<double>(Clock::now() - begun).count();
}

/// Processor time of this thread, or of the process: independent of other load.
double processor_seconds(clockid_t clock = CLOCK_THREAD_CPUTIME_ID) {
  timespec time{};
  ::clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

/// A shard of blank runs, as a file: values do not change its size.
std::vector<std::byte> blank_image(const SweepPlan& plan, std::size_t n_runs) {
  std::vector<SweepRun> runs;
  for (std::size_t run = 0; run < n_runs; ++run)
    runs.push_back({.address = plan.address_of(run % plan.n_runs()), .failure = "-", .record = {}});
  return hdf5_image(lay_out_shard(plan.sweep, plan.stamp, 0, 0, runs));
}

double image_bytes(const SweepPlan& plan, std::size_t n_runs) {
  return static_cast<double>(blank_image(plan, n_runs).size());
}

/// Processor time to lay out and write a shard and to read it for the answer, by run.
double seconds_to_keep_a_run(const SweepPlan& plan) {
  constexpr std::size_t most = 1000;
  constexpr double with_reading = 2;  // of what writing takes                                  [1, measured]
  const std::size_t n_runs = std::min(plan.first_run(1), most);
  const double before = processor_seconds();
  static_cast<void>(blank_image(plan, n_runs));
  return with_reading * (processor_seconds() - before) / static_cast<double>(n_runs);
}

double mean_of(const std::vector<double>& values) {
  return values.empty()
             ? 0
             : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// A step by which any number of steps are spread evenly over n places: about n times the golden ratio's fraction, and
/// without a divisor in common with n.
std::size_t golden_step(std::size_t n) {
  auto step = std::max<std::size_t>(1, static_cast<std::size_t>(0.618 * static_cast<double>(n)));
  while (std::gcd(step, n) != 1) ++step;
  return step;
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

double seconds_of_work(const RunNumbers& numbers, std::size_t n_runs, std::size_t n_threads,
                       const WorkCosts& costs) {
  const std::size_t of_shard = std::min(numbers.shard_runs, n_runs);
  if (of_shard == 0) return 0;
  const std::size_t n_settings = std::min(of_shard, numbers.n_settings());
  const auto turns = [&](std::size_t n) { return static_cast<double>((n + n_threads - 1) / n_threads); };
  const double per_shard = costs.facts + costs.setting * turns(n_settings) + costs.run * turns(of_shard) +
                           costs.shard * static_cast<double>(of_shard);
  return costs.start + per_shard * static_cast<double>(n_runs) / static_cast<double>(of_shard);
}

WorkCosts measure_costs(const SweepPlan& plan, std::size_t n_threads, const Timing& timing) {
  WorkCosts costs{.start = processor_seconds(CLOCK_PROCESS_CPUTIME_ID)};
  PointPreparer builder(plan);
  const double before = processor_seconds();
  const auto first = builder.build(0, 0);
  const double with_facts = processor_seconds() - before;

  std::vector<double> of_settings, of_runs;
  const auto begun = Clock::now();
  const std::size_t n_arms = plan.sweep.arms.size(), n_at_once = std::max<std::size_t>(1, n_threads);
  const std::size_t n_wanted = std::min(plan.n_runs(), timing.most);
  std::size_t n = 0;
  const auto goes_on = [&] {
    const double taken = seconds_since(begun);
    return n < n_wanted && taken < timing.longest && (n < timing.least || taken < timing.enough);
  };
  while (goes_on()) {
    const std::size_t n_here = std::min(2 * n_at_once, n_wanted - n);
    std::vector<double> built(n_here), played(n_here, -1);
    for_each_index(n_here, n_at_once, [&](std::size_t k) {
      // golden steps spread any number of runs over the settings
      const std::size_t setting = (n + k) * golden_step(plan.n_settings()) % plan.n_settings();
      const auto realization = static_cast<std::uint32_t>((n + k) % plan.numbers().n_realizations);
      const double started = processor_seconds();
      const auto prepared = builder.build(setting / n_arms, setting % n_arms);
      const double ready = processor_seconds();
      built[k] = ready - started;
      if (!prepared->failure.empty()) return;
      try {
        static_cast<void>(run_realization(prepared->facts, plan.sweep.seed, realization));
      } catch (const std::exception&) {
        return;  // reported by the sweep itself
      }
      played[k] = processor_seconds() - ready;
    });
    for (std::size_t k = 0; k < n_here; ++k) {
      of_settings.push_back(built[k]);
      if (played[k] >= 0) of_runs.push_back(played[k]);
    }
    n += n_here;
  }
  costs.setting = mean_of(of_settings);
  costs.run = mean_of(of_runs);
  costs.facts = std::max(0.0, with_facts - costs.setting);
  costs.shard = seconds_to_keep_a_run(plan);
  return costs;
}

double estimate_seconds(const SweepPlan& plan, std::size_t n_runs, std::size_t n_threads) {
  return seconds_of_work(plan.numbers(), n_runs, n_threads, measure_costs(plan, n_threads));
}

MergeNeeds estimate_merge(const SweepPlan& plan, std::size_t for_values) {
  constexpr double mega = 1e6,
                   hdf5 = 2 * mega;  // its code and its caches                      [byte, measured]
  const double now = resident_memory();
  const std::vector<SweepRun> one = {{.address = {}, .failure = "-", .record = {}}};
  const ResultSet shard = lay_out_shard(plan.sweep, plan.stamp, 0, 0, one);
  const ResultSet frame = lay_out_merged(plan.sweep, plan.stamp, shard, 0, 0);
  double of_pass = 0;
  for (const auto& boxes : deal_into_passes(frame, for_values)) {
    double n_bytes = 0;
    for (const ChunkBox& box : boxes) n_bytes += static_cast<double>(box.n_bytes);
    of_pass = std::max(of_pass, n_bytes);
  }
  const double of_shard = bytes_in_memory(shard) * static_cast<double>(plan.first_run(1));
  return {.memory = now + hdf5 + bytes_in_memory(frame) + of_shard + of_pass,
          .file = merged_file_bytes(frame)};
}

void refuse_unworkable_merge(const SweepPlan& plan, std::size_t for_values,
                             const std::filesystem::path& folder) {
  constexpr double mega = 1e6;
  const MergeNeeds needs = estimate_merge(plan, for_values);
  const double room = free_space(folder), further = needs.memory - resident_memory();
  if (needs.file > room)
    throw OutputError(
        folder / "merged.h5",
        fmt::format("not enough disk space: {} runs need about {:.1f} MB, and {:.1f} MB are free",
                    plan.n_runs(), needs.file / mega, room / mega));
  const MemoryLeft available = memory_left();
  if (!fits(further, available))
    throw ScenarioError({{.file = folder.string(),
                          .key = "merge",
                          .message = fmt::format("{} runs need about {} of memory, and {} are {}; a sweep of "
                                                 "fewer points, or of fewer runs a shard, needs less",
                                                 plan.n_runs(), memory_text(further),
                                                 memory_text(available.bytes), available.bound)}});
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
