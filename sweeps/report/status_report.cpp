#include "sweeps/report/status_report.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "support/shell/shell_words.hpp"
#include "support/text/json_text.hpp"
#include "support/text/numeral.hpp"
#include "support/text/utf8.hpp"
#include "sweeps/cluster/slurm_submission.hpp"

namespace hansa {
namespace {

/// The shards that the next call of hansa sweep runs: missing ones and damaged ones that it replaces.
std::vector<std::size_t> shards_ahead(const SweepStatus& status) {
  std::vector<std::size_t> ahead = status.missing;
  for (const DamagedShard& damaged : status.damaged)
    if (damaged.is_redone) ahead.push_back(damaged.shard);
  std::sort(ahead.begin(), ahead.end());
  return ahead;
}

}  // namespace

std::string status_text(const SweepPlan& plan, const SweepStatus& status, const std::string& folder) {
  const std::size_t n_done = status.n_shards - status.missing.size() - status.damaged.size();
  std::string text = fmt::format("{} in {}: {} of {} shards, {} of {} runs done", plan.sweep.name, folder,
                                 n_done, status.n_shards, status.n_runs_done, status.n_runs);
  text += status.is_read ? fmt::format(", {} of them failed\n", status.failed_runs.size()) : "\n";
  const std::vector<std::size_t> ahead = shards_ahead(status);
  if (!status.missing.empty()) text += fmt::format("missing shards: {}\n", ranges_of(status.missing));
  if (status.n_kept > 0)
    text += fmt::format("kept: {} from before the sweep grew, in shards to come; they are not run again\n",
                        counted(status.n_kept, "run"));
  for (const DamagedShard& damaged : status.damaged) text += "damaged: " + describe_damage(damaged) + "\n";
  if (!ahead.empty()) {
    text += fmt::format("to run them: {}\n",
                        shell_line({"hansa", "sweep", folder + "/sweep.yaml", "--out", folder}));
    const Resubmission slurm = resubmission(folder, ahead);
    for (const QueuedTasks& queued : slurm.queued) text += "in the queue: " + describe_queued(queued) + "\n";
    for (const std::string& remark : slurm.remarks) text += "note: " + remark + "\n";
    if (!slurm.command.empty()) text += "on Slurm: " + slurm.command + "\n";
  }
  constexpr std::size_t most_listed = 20;
  for (std::size_t k = 0; k < std::min(most_listed, status.failures.size()); ++k)
    text += "failed: " + made_visible(status.failures[k]) + "\n";
  if (status.failures.size() > most_listed)
    text += fmt::format("and {} more failed\n", status.failures.size() - most_listed);
  return text;
}

std::string status_json(const SweepPlan& plan, const SweepStatus& status, const std::string& folder) {
  using Json = nlohmann::ordered_json;
  Json damaged = Json::array(), failed = Json::array(), queued = Json::array();
  const Resubmission slurm = resubmission(folder, shards_ahead(status));
  for (const QueuedTasks& tasks : slurm.queued)
    queued.push_back({{"job", tasks.job}, {"tasks", ranges_of(tasks.tasks)}, {"state", tasks.state}});
  for (const DamagedShard& shard : status.damaged)
    damaged.push_back({{"shard", shard.shard}, {"reason", shard.reason}});
  for (std::size_t k = 0; k < status.failed_runs.size(); ++k)
    failed.push_back({{"run", status.failed_runs[k]}, {"failure", status.failures[k]}});
  const Json json = {{"sweep", plan.sweep.name},
                     {"sweep_sha256", plan.stamp.sha256},
                     {"out", folder},
                     {"shards", status.n_shards},
                     {"shards_done", status.n_shards - status.missing.size() - status.damaged.size()},
                     {"runs", status.n_runs},
                     {"runs_done", status.n_runs_done},
                     {"runs_kept", status.n_kept},
                     {"runs_failed", status.is_read ? Json(status.failed_runs.size()) : Json(nullptr)},
                     {"missing_shards", status.missing},
                     {"missing", ranges_of(status.missing)},
                     {"queued", queued},
                     {"resubmit", slurm.command},
                     {"damaged", damaged},
                     {"failed", status.is_read ? failed : Json(nullptr)}};
  return json_text(json);
}

}  // namespace hansa
