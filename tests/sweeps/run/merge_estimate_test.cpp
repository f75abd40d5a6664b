// What merging takes of memory and disk, beside what is told before it.
#include <fstream>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/resource.h>
#include <unistd.h>

#include "sweeps/run/merge_sweep.hpp"
#include "sweeps/run/sweep_estimate.hpp"
#include "tests/laws/extreme_world.hpp"
#include "tests/support/files/child.hpp"
#include "tests/support/machine/measured_peak.hpp"
#include "tests/sweeps/run/swept_folder.hpp"

namespace hansa {
namespace {

using test::ScratchFolder;

/// A sweep of so many points of the cheapest scenario, each played `realizations` times.
void put_sweep(const ScratchFolder& scratch, int points, int realizations) {
  test::put(scratch / "s.yaml",
            fmt::format("name: s\nscenario: one-soft-conference\ndesign: lhs\nsamples: {}\nrealizations: {}\n"
                        "shard_runs: 1000\nset: {{world.with_cities: false}}\nparameters:\n"
                        "  gridlock.level: {{min: 0, max: 1}}\n  lobbying.strength: {{min: 0, max: 0.5}}\n"
                        "  negotiation.objection_cost: {{min: 0, max: 0.05}}\n",
                        points, realizations));
}

TEST_CASE("the estimates of a merge's memory and file are within a fifth of what it takes, at three sizes",
          "[sweep][merge]") {
  if (!test::has_python_with("os")) return;
  for (const auto& [points, realizations] : {std::pair{1000, 2}, std::pair{20'000, 1}, std::pair{5000, 20}}) {
    const ScratchFolder scratch;
    put_sweep(scratch, points, realizations);
    const auto planned = test::hansa_in(scratch, {"sweep", "s.yaml", "--out", "s", "--plan", "--json"});
    REQUIRE(planned.status == 0);
    const auto told = nlohmann::json::parse(planned.out);
    static_cast<void>(test::filled_folder(plan_sweep(scratch / "s.yaml", test::shipped()), scratch / "s"));
    const double memory = test::measured_peak(scratch, "merge s"),
                 file = static_cast<double>(std::filesystem::file_size(scratch / "s/merged.h5"));
    const auto told_memory = told["merge_memory_bytes"].get<double>();
    const auto told_file = told["merged_bytes"].get<double>();
    INFO(points << " x " << realizations << ": memory told " << told_memory / 1e6 << ", taken "
                << memory / 1e6 << " MB; file told " << told_file / 1e6 << ", taken " << file / 1e6 << " MB");
    CHECK(told_memory > 0.8 * memory);
    CHECK(told_memory < 1.2 * memory);
    CHECK(told_file > 0.8 * file);
    CHECK(told_file < 1.2 * file);
  }
}

TEST_CASE("a merge for which memory does not suffice is refused before a shard is read", "[sweep][merge]") {
  const ScratchFolder scratch;
  put_sweep(scratch, 5000, 20);
  const SweepPlan plan = plan_sweep(scratch / "s.yaml", test::shipped());
  refuse_unworkable_merge(plan, memory_for_merging, scratch.path());
  const int status = test::in_child([&] {
    constexpr rlim_t mega = 1 << 20, none = 0;
    const auto taken = [] {  // of address space
      std::ifstream file("/proc/self/statm");
      rlim_t pages = none;
      file >> pages;
      return pages * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE));
    };
    const rlimit limit{.rlim_cur = taken() + 40 * mega, .rlim_max = RLIM_INFINITY};
    if (::setrlimit(RLIMIT_AS, &limit) != 0) return 1;
    try {
      refuse_unworkable_merge(plan, memory_for_merging, scratch.path());
    } catch (const ScenarioError& error) {
      const std::string text = to_text(error.problems().front());
      return text.find("merge: 100000 runs need about ") != std::string::npos &&
                     text.find("left by the limit on address space") != std::string::npos
                 ? 0
                 : 2;
    }
    return 3;
  });
  CHECK(status == 0);
}

TEST_CASE("the work of a sweep is what its start, its shards, their settings and their runs cost",
          "[sweep]") {
  const RunNumbers numbers{.n_points = 3, .n_arms = 2, .n_realizations = 5, .shard_runs = 10};
  const WorkCosts costs{.start = 1, .facts = 0.5, .setting = 0.25, .run = 2, .shard = 0.01};
  // a shard: 0.5, six settings and ten runs by one thread, 0.1 to write it
  CHECK(seconds_of_work(numbers, 30, 1, costs) == Approx(1 + 3 * (0.5 + 6 * 0.25 + 10 * 2 + 0.1)));
  // by four threads: two turns of settings, three of runs
  CHECK(seconds_of_work(numbers, 30, 4, costs) == Approx(1 + 3 * (0.5 + 2 * 0.25 + 3 * 2 + 0.1)));
  // fewer runs than a shard has: as many settings as runs at most
  CHECK(seconds_of_work(numbers, 4, 1, costs) == Approx(1 + 0.5 + 4 * 0.25 + 4 * 2 + 0.04));
  CHECK(seconds_of_work(numbers, 0, 1, costs) == 0);
}

TEST_CASE("what work costs is measured in all its parts", "[sweep]") {
  const WorkCosts costs = measure_costs(test::small_plan(), 2);
  CHECK(costs.start > 0);
  CHECK(costs.facts >= 0);
  CHECK(costs.setting > 0);
  CHECK(costs.run > 0);
  CHECK(costs.shard > 0);
}

}  // namespace
}  // namespace hansa
