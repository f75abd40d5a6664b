#include <catch2/catch.hpp>

#include "sweeps/run/sweep_estimate.hpp"
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

}  // namespace
}  // namespace hansa
