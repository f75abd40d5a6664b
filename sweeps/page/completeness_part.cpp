#include <nlohmann/json.hpp>

#include "sweeps/page/sweep_parts.hpp"

namespace hansa {

nlohmann::ordered_json completeness_part(const SweepFindings& found, const SweepFolder& folder) {
  using Json = nlohmann::ordered_json;
  constexpr std::size_t most_named = 20;
  const SweepPlan& plan = found.plan;
  Json shards = Json::array(), failed = Json::array();
  for (std::size_t shard = 0; shard < plan.n_shards(); ++shard) {
    const std::size_t first = plan.first_run(shard),
                      last = shard + 1 < plan.n_shards() ? plan.first_run(shard + 1) : plan.n_runs();
    if (!folder.has(shard)) {
      shards.push_back({last - first, nullptr});
      continue;
    }
    std::size_t n_failed = 0;
    for (std::size_t run = first; run < last; ++run) {
      if (found.runs.done[run] != 0) continue;
      ++n_failed;
      if (failed.size() < most_named) failed.push_back(describe_run(plan, run));
    }
    shards.push_back({last - first, n_failed});
  }
  return {{"failed", found.runs.n_failed},
          {"missing", found.runs.n_missing},
          {"shards", std::move(shards)},  // runs, and those of them that failed; null: the shard is missing
          {"some_failed", std::move(failed)}};
}

}  // namespace hansa
