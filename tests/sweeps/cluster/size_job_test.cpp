#include <catch2/catch.hpp>

#include "sweeps/cluster/size_job.hpp"
#include "tests/sweeps/run/law_sweep.hpp"

namespace hansa {
namespace {

/// Sizes a job for a folder that does not exist yet.
SizedJob size_new_job(const SweepPlan& plan, std::size_t n_tasks, std::optional<int> limit_minutes) {
  const test::ScratchFolder scratch;
  return size_job(plan, {.folder = scratch / "s", .n_tasks = n_tasks}, limit_minutes);
}

TEST_CASE("a job has at most one task per shard, sized for the largest", "[slurm]") {
  const SweepPlan plan = test::small_plan();  // 30 runs in shards of 7, 7, 7, 7 and 2
  CHECK(size_new_job(plan, 8, {}).job.n_tasks == 5);
  CHECK(size_new_job(plan, 8, {}).n_runs == 7);
  const SizedJob sized = size_new_job(plan, 3, {});
  CHECK(sized.job.n_tasks == 3);
  CHECK(sized.n_runs == 14);  // shards 0 and 3
  CHECK(sized.job.memory_megabytes % 100 == 0);
  CHECK(sized.job.memory_megabytes >= 200);
  CHECK(sized.job.limit_minutes == 5);  // the least
  CHECK(sized.problem.empty());
}

TEST_CASE("a job keeps the limit that is asked for, and a limit too short for one shard is refused",
          "[slurm]") {
  SweepPlan plan = test::small_plan();
  CHECK(size_new_job(plan, 3, 90).job.limit_minutes == 90);
  plan.sweep.realizations = 1'000'000'000;
  plan.sweep.shard_runs = 2'000'000'000;
  const SizedJob sized = size_new_job(plan, 1, 1);
  CHECK(sized.job.limit_minutes == 1);
  CHECK_THAT(sized.problem, Catch::Matchers::Contains("one shard takes about ") &&
                                Catch::Matchers::Contains(", and 30 s are left of 0-00:01:00"));
}

}  // namespace
}  // namespace hansa
