#include "analysis/sweep_status.hpp"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analysis/merge_sweep.hpp"
#include "analysis/slurm_submission.hpp"
#include "sim/sweep/run_shard.hpp"

namespace hansa {
namespace {

/// Reads one shard; why it is not what it should be, or nothing.
std::string look_at(const SweepPlan& plan, const SweepFolder& folder, std::size_t shard,
                    SweepStatus& status) {
  try {
    if (std::string reason = check_digest(folder, shard); !reason.empty()) return reason;
    const ResultSet result = read_shard(plan, folder, shard);
    const auto& failed = values_of<std::uint8_t>(result, "status");
    const auto& failures = values_of<std::string>(result, "failure");
    for (std::size_t k = 0; k < failed.size(); ++k) {
      if (failed[k] == 0) continue;
      status.failed_runs.push_back(plan.first_run(shard) + k);
      status.failures.push_back(describe_run(plan, status.failed_runs.back()) + ": " + failures[k]);
    }
    status.n_runs_done += failed.size();
    return "";
  } catch (const FileError& error) {
    return error.cause();
  }
}

}  // namespace

SweepStatus check_sweep(const SweepPlan& plan, const SweepFolder& folder) {
  SweepStatus status{.n_shards = plan.n_shards(), .n_runs = plan.n_runs()};
  for (std::size_t shard = 0; shard < plan.n_shards(); ++shard) {
    if (!folder.has(shard)) {
      status.missing.push_back(shard);
    } else if (std::string reason = look_at(plan, folder, shard, status); !reason.empty()) {
      status.damaged.push_back({shard, std::move(reason)});
    }
  }
  return status;
}

std::string check_merged(const SweepPlan& plan, const SweepFolder& folder) {
  const std::filesystem::path file = folder.path() / "merged.h5";
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return "";
  try {
    const bool ours = text_attribute(read_result(file), "sweep_sha256") == plan.stamp.sha256;
    return ours ? "" : file.string() + ": is of another sweep";
  } catch (const FileError& error) {
    return error.what();
  }
}

std::string status_text(const SweepPlan& plan, const SweepStatus& status, const std::string& folder) {
  const std::size_t n_done = status.n_shards - status.missing.size() - status.damaged.size();
  std::string text = fmt::format("{} in {}: {} of {} shards, {} of {} runs done, {} of them failed\n",
                                 plan.sweep.name, folder, n_done, status.n_shards, status.n_runs_done,
                                 status.n_runs, status.failed_runs.size());
  if (!status.missing.empty()) {
    text += fmt::format("missing shards: {}\nto do them: {}\n", ranges_of(status.missing),
                        shell_line({"hansa", "sweep", folder + "/sweep.yaml", "--out", folder}));
    if (const std::string again = resubmission(folder, status.missing); !again.empty())
      text += "on Slurm: " + again + "\n";
  }
  for (const DamagedShard& damaged : status.damaged)
    text += fmt::format("damaged: shard {}: {}; delete it, and the sweep makes it anew\n", damaged.shard,
                        damaged.reason);
  constexpr std::size_t most_told = 20;
  for (std::size_t k = 0; k < std::min(most_told, status.failures.size()); ++k)
    text += "failed: " + status.failures[k] + "\n";
  if (status.failures.size() > most_told)
    text += fmt::format("and {} more failed\n", status.failures.size() - most_told);
  return text;
}

std::string status_json(const SweepPlan& plan, const SweepStatus& status, const std::string& folder) {
  using Json = nlohmann::ordered_json;
  Json damaged = Json::array(), failed = Json::array();
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
                     {"runs_failed", status.failed_runs.size()},
                     {"missing_shards", status.missing},
                     {"missing", ranges_of(status.missing)},
                     {"resubmit", resubmission(folder, status.missing)},
                     {"damaged", damaged},
                     {"failed", failed}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace hansa
