#include "sim/sweep/sweep_plan.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "hansa_version.hpp"
#include "scenarios/problem.hpp"
#include "scenarios/sweep/load_sweep.hpp"
#include "scenarios/sweep/print_sweep.hpp"
#include "sim/record/sha256.hpp"

namespace hansa {

std::size_t SweepPlan::first_run(std::size_t shard) const {
  return std::min(n_runs(), shard * static_cast<std::size_t>(sweep.shard_runs));
}

RunAddress SweepPlan::address_of(std::size_t run) const {
  const std::size_t n_arms = sweep.arms.size();
  return {.realization = run / n_settings(), .point = run / n_arms % sweep.n_points, .arm = run % n_arms};
}

SweepPlan make_plan(Sweep sweep) {
  SweepPlan plan;
  plan.sweep = std::move(sweep);
  const WorldFiles& files = plan.sweep.reference.files;
  plan.tables = read_tables(files);
  check_points(plan.sweep, plan.tables);
  plan.stamp.text = print_sweep(plan.sweep, std::vector<std::pair<std::string, std::string>>{
                                                {"hansa", std::string(version)},
                                                {"states", sha256_of_file(files.states)},
                                                {"cities", sha256_of_file(files.cities)},
                                                {"networks", sha256_of_file(files.networks)},
                                                {"memberships", sha256_of_file(files.memberships)},
                                                {"counts", sha256_of_file(files.counts)}});
  plan.stamp.sha256 = sha256_hex(plan.stamp.text);
  return plan;
}

void refuse_many_shards(const SweepPlan& plan, std::size_t n_most) {
  if (plan.n_shards() <= n_most) return;
  const std::size_t enough = (plan.n_runs() + n_most - 1) / n_most;
  throw ScenarioError(
      {{.file = plan.sweep.files.file(0),
        .line = 1,
        .column = 1,
        .key = "shard_runs",
        .message = fmt::format("{} runs in shards of {} are {} files, and at most {} are wanted; "
                               "ask for shard_runs: {} or more",
                               plan.n_runs(), plan.sweep.shard_runs, plan.n_shards(), n_most, enough)}});
}

}  // namespace hansa
