// Overhead of a sweep over its runs: building scenarios and facts, laying out shards, digests and files.

#include <chrono>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "analysis/results/hdf5/result_writer.hpp"
#include "bench/google.hpp"
#include "bench/sim/kernel/ceiling.hpp"
#include "scenarios/load/data_folders.hpp"
#include "sim/run.hpp"
#include "support/numbers/parallel.hpp"
#include "sweeps/run/run_sweep.hpp"
#include "sweeps/run/shared_facts.hpp"
#include "sweeps/run/sweep_folder.hpp"

namespace hansa {
namespace {

using Clock = std::chrono::steady_clock;

/// A temporary folder, removed at the end of its scope.
class BenchFolder {
 public:
  BenchFolder() {
    std::string name = std::filesystem::temp_directory_path() / "hansa-bench-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the benchmark: " + name);
    path_ = name;
  }
  ~BenchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  BenchFolder(const BenchFolder&) = delete;
  BenchFolder& operator=(const BenchFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Ten thousand runs of about a millisecond: sixteen years, one conference, no cities, so many design points.
SweepPlan plan_of(std::size_t n_points, const std::filesystem::path& folder) {
  constexpr std::size_t n_runs = 10'000;
  const std::filesystem::path source = source_data_folder();
  const DataFolders folders{.data = {source / "data"}, .library = {source / "library"}};
  std::ofstream(folder / "bench.yaml") << fmt::format(
      "name: bench\nscenario: copenhagen-2009\ndesign: grid\nset: {{world.with_cities: false, years.from: "
      "1995}}\n"
      "parameters: {{gridlock.level: {{min: 0, max: 1, steps: {}}}}}\nrealizations: {}\n",
      n_points, n_runs / n_points);
  return plan_sweep(folder / "bench.yaml", folders);
}

std::uint32_t realization_of(const SweepPlan& plan, std::size_t run) {
  return static_cast<std::uint32_t>(plan.address_of(run).realization);
}

double wall_since(Clock::time_point begun) {
  return std::chrono::duration<double>(Clock::now() - begun).count();
}

/// Each shard in turn: its runs on the bare engine with facts already built, then as in a sweep.
/// `over_bare`: runs per second of the sweep, with output laid out and sealed in memory, relative to the bare
/// engine; processor time. `with_files`: the same by wall-clock time, disk included.
void sweep_over_bare(benchmark::State& state) {
  const BenchFolder folder;
  const SweepPlan plan = plan_of(static_cast<std::size_t>(state.range(0)), folder.path());
  const SweepFolder opened = SweepFolder::open(folder.path() / "s", plan);
  std::vector<std::unique_ptr<PreparedPoint>> prepared;
  for (std::size_t point = 0; point < plan.sweep.n_points; ++point)
    prepared.push_back(prepare_point(plan, point, 0));
  std::vector<double> over_bare, with_files;
  double bare_all = 0, by_realization_all = 0, runs_all = 0, layout_all = 0, image_all = 0, files_all = 0;
  std::size_t shard = 0;
  for (auto _ : state) {
    const std::size_t first = plan.first_run(shard), last = plan.first_run(shard + 1);
    const auto do_bare = [&](std::size_t run) {
      benchmark::DoNotOptimize(run_realization(prepared[plan.address_of(run).point]->facts, plan.sweep.seed,
                                               realization_of(plan, run)));
    };
    by_realization_all += seconds(1, [&] {
      for (std::size_t run = first; run < last; ++run) do_bare(run);
    });
    const std::vector<std::size_t> order = order_of_work(plan, first, last);
    const auto bare_begun = Clock::now();
    const double bare = seconds(1, [&] { std::for_each(order.begin(), order.end(), do_bare); });
    const double bare_wall = wall_since(bare_begun);
    const auto begun = Clock::now();
    TemporaryFile part(opened.shard(shard));
    std::optional<std::vector<SweepRun>> runs;
    ResultSet result;
    std::vector<std::byte> image;
    const double running = seconds(1, [&] { runs = run_shard(plan, shard, {}); });
    const double layout = seconds(
        1, [&] { result = lay_out_shard(plan.sweep, plan.stamp, shard, plan.first_run(shard), *runs); });
    const double sealing = seconds(1, [&] { image = hdf5_image(result); });
    const auto files_begun = Clock::now();
    opened.publish_shard(shard, part, image);
    files_all += wall_since(files_begun);
    with_files.push_back(bare_wall / wall_since(begun));
    over_bare.push_back(bare / (running + layout + sealing));
    bare_all += bare;
    runs_all += running;
    layout_all += layout;
    image_all += sealing;
    ++shard;
  }
  report(state, "over_bare", over_bare);
  report(state, "with_files", with_files);
  const auto n_runs = static_cast<double>(plan.first_run(shard));
  state.counters["us_bare"] = 1e6 * bare_all / n_runs;
  state.counters["us_bare_by_realization"] = 1e6 * by_realization_all / n_runs;
  state.counters["us_runs"] = 1e6 * runs_all / n_runs;
  state.counters["us_layout"] = 1e6 * layout_all / n_runs;
  state.counters["us_image"] = 1e6 * image_all / n_runs;
  state.counters["us_files"] = 1e6 * files_all / n_runs;
}
BENCHMARK(sweep_over_bare)->Arg(4)->Arg(100)->Arg(10'000)->Unit(benchmark::kMillisecond)->Iterations(20);

/// Cost of the scenario of one design point and its facts, relative to one run.
void one_scenario(benchmark::State& state) {
  const BenchFolder folder;
  const SweepPlan plan = plan_of(100, folder.path());
  std::size_t point = 0;
  for (auto _ : state) benchmark::DoNotOptimize(prepare_point(plan, point++ % 100, 0));
}
BENCHMARK(one_scenario)->Unit(benchmark::kMicrosecond);

/// Parallel efficiency of a shard on two threads (wall-clock), relative to bare multiply-adds at that moment.
void two_threads_of_a_shard(benchmark::State& state) {
  const BenchFolder folder;
  const SweepPlan plan = plan_of(100, folder.path());
  const auto wall = [](const auto& work) {
    const auto begun = Clock::now();
    work();
    return wall_since(begun);
  };
  std::vector<double> normalised, bare;
  std::size_t shard = 0;
  for (auto _ : state) {
    const auto multiply = [](std::size_t n_threads) {
      for_each_index(8, n_threads, [](std::size_t) { keep(four_lane_ceilings().multiply_adds(60'000'000)); });
    };
    const auto work = [&](std::size_t n_threads) {
      const auto runs = run_shard(plan, shard, {.n_threads = n_threads});
      benchmark::DoNotOptimize(
          hdf5_image(lay_out_shard(plan.sweep, plan.stamp, shard, plan.first_run(shard), *runs)));
    };
    const double bare_one = wall([&] { multiply(1); }), bare_two = wall([&] { multiply(2); });
    const double one = wall([&] { work(1); }), two = wall([&] { work(2); });
    bare.push_back(bare_one / (2 * bare_two));
    normalised.push_back(one / (2 * two) / bare.back());
    ++shard;
  }
  report(state, "bare", bare);
  report(state, "normalised", normalised);
}
BENCHMARK(two_threads_of_a_shard)->Unit(benchmark::kMillisecond)->Iterations(15)->UseRealTime();

}  // namespace
}  // namespace hansa
