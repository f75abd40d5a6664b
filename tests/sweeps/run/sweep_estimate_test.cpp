#include <filesystem>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "support/input/problem.hpp"
#include "sweeps/run/sweep_estimate.hpp"
#include "tests/cli/program.hpp"
#include "tests/sweeps/run/law_sweep.hpp"

namespace hansa {
namespace {

TEST_CASE("a worker needs memory for itself and four times its shard, whatever the length of the sweep",
          "[slurm]") {
  constexpr double mega = 1e6;
  SweepPlan plan = test::small_plan();
  plan.sweep.realizations = 1'000'000;
  plan.sweep.shard_runs = 1;
  const double least = estimate_worker_memory(plan, 1);
  CHECK(least > mega);
  CHECK(least < 2000 * mega);
  plan.sweep.shard_runs = 100'000;
  const double large = estimate_worker_memory(plan, 1);
  CHECK(large - least > 0.9 * 4 * bytes_per_run(plan) * 99'999);
  plan.sweep.realizations = 2'000'000;
  CHECK(estimate_worker_memory(plan, 1) == Approx(large).epsilon(0.2));
}

TEST_CASE("the estimate of disk space is within a fifth of what a sweep takes, at three sizes", "[sweep]") {
  const test::ScratchFolder scratch;
  for (const int samples : {20, 60, 180}) {
    test::put(
        scratch / "s.yaml",
        fmt::format("name: s\nscenario: one-soft-conference\ndesign: lhs\nsamples: {}\nrealizations: 2\n"
                    "shard_runs: 60\nparameters: {{gridlock.level: {{min: 0, max: 1}}}}\n",
                    samples));
    const std::string out = fmt::to_string(samples);
    const auto planned = test::hansa_in(scratch, {"sweep", "s.yaml", "--out", out, "--plan", "--json"});
    REQUIRE(planned.status == 0);
    const auto bytes = nlohmann::json::parse(planned.out)["bytes"].get<double>();
    REQUIRE(test::hansa_in(scratch, {"sweep", "s.yaml", "--out", out, "--quiet"}).status == 0);
    double taken = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(scratch / out))
      if (entry.is_regular_file()) taken += static_cast<double>(entry.file_size());
    INFO(samples << " points take " << taken << " bytes, told " << bytes);
    CHECK(bytes > 0.8 * taken);
    CHECK(bytes < 1.2 * taken);
  }
}

TEST_CASE("a shard that memory cannot hold is refused with the key that makes it smaller", "[sweep]") {
  SweepPlan plan = test::small_plan();
  plan.sweep.realizations = 2'000'000'000;
  plan.sweep.shard_runs = 2'000'000'000;
  try {
    refuse_unworkable(plan, 1'000'000);
    FAIL("not refused");
  } catch (const ScenarioError& error) {
    CHECK(error.problems().front().key == "shard_runs");
    CHECK_THAT(error.problems().front().message,
               Catch::Matchers::Contains("2000000000 runs in one shard need about "));
  }
}

TEST_CASE("a sweep of which no run can be played costs no time for runs", "[sweep]") {
  const SweepPlan plan = test::law_plan(
      "design: grid\nparameters: {conferences.hard.presidency: {values: [QQQ]}}\nrealizations: 1\n");
  const WorkCosts costs = measure_costs(plan, 1);
  CHECK(costs.run == 0);
  CHECK(costs.setting > 0);
}

TEST_CASE("runs are timed until there is no time left for it, or enough of them were", "[sweep]") {
  CHECK(measure_costs(test::small_plan(), 1, {.longest = 0}).run == 0);
  CHECK(measure_costs(test::small_plan(), 1, {.least = 1, .enough = 0}).run > 0);
}

TEST_CASE("the room for a folder is that of the nearest one above it, if anything can be written there",
          "[sweep]") {
  const test::ScratchFolder scratch;
  CHECK(free_space(scratch / "a/b/c") > 0);
  CHECK_THROWS_WITH(free_space("/proc/a"), Catch::Matchers::EndsWith("/proc cannot hold files"));
  const auto refusal_of = [](const std::filesystem::path& folder) -> std::string {
    try {
      static_cast<void>(free_space(folder));
    } catch (const OutputError& error) {
      return error.cause();
    }
    return "";
  };
  std::filesystem::permissions(scratch.path(), std::filesystem::perms{0555});
  CHECK(test::in_child([&] {
          test::become_nobody();
          const std::string told = scratch.path().string() + " cannot be written: Permission denied";
          return refusal_of(scratch / "a") == told ? 0 : 1;
        }) == 0);
  std::filesystem::permissions(scratch.path(), std::filesystem::perms{0755});
  CHECK(test::in_child([&] {  // where the working folder is gone, a relative one is nowhere
          std::filesystem::create_directory(scratch / "gone");
          std::filesystem::current_path(scratch / "gone");
          std::filesystem::remove(scratch / "gone");
          return refusal_of("a") == "cannot be examined: No such file or directory" ? 0 : 1;
        }) == 0);
}

}  // namespace
}  // namespace hansa
