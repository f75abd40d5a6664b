#include "sweeps/report/sweep_outlook.hpp"

#include <algorithm>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "support/numbers/parallel.hpp"
#include "support/text/json_text.hpp"
#include "support/text/numeral.hpp"
#include "sweeps/run/merge_sweep.hpp"
#include "sweeps/run/sweep_estimate.hpp"

namespace hansa {

SweepOutlook look_ahead(const SweepPlan& plan, const WorkerPart& part, const std::string& out,
                        std::size_t n_threads) {
  const SweepFolder folder(out, plan);
  const std::size_t n_to_write = count_missing_runs(plan, folder, part);
  refuse_full_disk(plan, n_to_write, out);
  const std::size_t n_missing = n_to_write - count_kept_runs(plan, folder, part);
  std::size_t n_of_part = 0;
  for (std::size_t shard = part.index; shard < plan.n_shards(); shard += part.n)
    n_of_part += plan.first_run(shard + 1) - plan.first_run(shard);
  const MergeNeeds merge =
      estimate_merge(plan, memory_for_merging);  // before runs are timed, which takes memory
  const std::size_t n_at_once = std::min(n_threads, machine_threads());  // further ones would take turns
  return {.out = out,
          .n_missing_runs = n_missing,
          .n_threads = n_at_once,
          .n_kept = n_of_part - n_missing,
          .seconds = n_missing > 0 ? estimate_seconds(plan, n_missing, n_at_once) : 0,
          .bytes = estimate_bytes(plan, plan.n_runs()),
          .free_bytes = free_space(out),
          .merge = merge};
}

std::string outlook_text(const SweepPlan& plan, const SweepOutlook& outlook) {
  constexpr double mega = 1e6;
  return fmt::format(
      "{}: {} ({} x {} x {}) in {}\n"
      "kept: {}\n"
      "to do: {}, about {:.0f} s ({:.2f} h) on {}\n"
      "on disk: about {:.1f} MB in {}, of {:.0f} MB free\n"
      "to merge: about {:.1f} MB more on disk, and {:.0f} MB of memory\n",
      plan.sweep.name, counted(plan.n_runs(), "run"), counted(plan.sweep.n_points, "design point"),
      counted(plan.sweep.arms.size(), "arm"), counted(plan.sweep.realizations, "realization"),
      counted(plan.n_shards(), "shard"), counted(outlook.n_kept, "run"),
      counted(outlook.n_missing_runs, "run"), outlook.seconds, outlook.seconds / 3600,
      counted(outlook.n_threads, "thread"), outlook.bytes / mega, outlook.out, outlook.free_bytes / mega,
      outlook.merge.file / mega, outlook.merge.memory / mega);
}

std::string outlook_json(const SweepPlan& plan, const SweepOutlook& outlook) {
  const nlohmann::ordered_json json = {{"sweep", plan.sweep.name},
                                       {"sweep_sha256", plan.stamp.sha256},
                                       {"design_points", plan.sweep.n_points},
                                       {"arms", plan.sweep.arms.size()},
                                       {"realizations", plan.sweep.realizations},
                                       {"runs", plan.n_runs()},
                                       {"shards", plan.n_shards()},
                                       {"kept_runs", outlook.n_kept},
                                       {"missing_runs", outlook.n_missing_runs},
                                       {"threads", outlook.n_threads},
                                       {"seconds", outlook.seconds},
                                       {"bytes", outlook.bytes},
                                       {"merged_bytes", outlook.merge.file},
                                       {"merge_memory_bytes", outlook.merge.memory},
                                       {"out", outlook.out}};
  return json_text(json);
}

}  // namespace hansa
