#include "sweeps/run/sweep_status.hpp"

#include <algorithm>
#include <set>
#include <system_error>
#include <unordered_map>

#include <fmt/format.h>

#include "support/files/presence.hpp"
#include "support/text/numeral.hpp"
#include "sweeps/run/earlier_runs.hpp"
#include "sweeps/run/sweep_plan.hpp"

namespace hansa {
namespace {

/// Reads one shard. Returns an error message, empty if it is intact.
std::string look_at(const SweepPlan& plan, const SweepFolder& folder, std::size_t shard,
                    SweepStatus& status) {
  try {
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
  } catch (const ResultFileError& error) {
    return error.cause();
  }
}

/// What is wrong with a directory entry in the place of a file of a sweep; empty: nothing that its size shows.
std::string why_no_file(const std::filesystem::directory_entry& entry) {
  std::error_code ignored;
  if (entry.is_directory(ignored)) return "is a folder, not a file";
  if (!entry.is_regular_file(ignored)) return "is not a regular file";
  return entry.file_size(ignored) == 0 ? "is empty" : "";
}

/// Number of runs that a merged file lacks. Throws ResultFileError if it does not say so.
std::size_t missing_runs(const std::filesystem::path& file, const ResultSet& merged) {
  for (const auto& [key, value] : merged.attributes) {
    if (key != "missing_runs") continue;
    if (const auto* n = std::get_if<std::int64_t>(&value); n != nullptr && *n >= 0)
      return static_cast<std::size_t>(*n);
  }
  throw ResultFileError(file, "does not say how many runs it lacks");
}

/// Returns an error message if merged.h5 is damaged, is of another sweep or lacks runs that are done; empty if it
/// is valid or does not exist.
std::string check_merged(const SweepPlan& plan, const SweepFolder& folder, std::size_t n_runs_done) {
  const std::filesystem::path file = folder.path() / "merged.h5";
  std::filesystem::path digest = file;
  digest += ".sha256";
  if (!is_there(file)) return is_there(digest) ? file.string() + ": is missing, but its .sha256 exists" : "";
  try {
    if (const std::string reason = check_digest(file); !reason.empty()) return file.string() + ": " + reason;
    const ResultSet merged = read_variables(file);
    if (text_attribute(merged, "sweep_sha256") != plan.stamp.sha256)
      return file.string() +
             ": is of another sweep, or from before this one grew; hansa merge --force replaces it";
    const std::size_t n_lacking = missing_runs(file, merged), n_missing = plan.n_runs() - n_runs_done;
    return n_lacking <= n_missing ? ""
                                  : fmt::format("{}: lacks {} that are done; hansa merge --force updates it",
                                                file.string(), counted(n_lacking - n_missing, "run"));
  } catch (const ResultFileError& error) {
    return error.what();
  }
}

/// Files in the folder of shards that do not belong to this sweep, without hidden ones, in order.
std::vector<std::filesystem::path> find_strays(const SweepPlan& plan, const SweepFolder& folder) {
  std::set<std::filesystem::path> own;
  for (std::size_t shard = 0; shard < plan.n_shards(); ++shard)
    own.insert({folder.shard(shard), folder.digest_of(shard)});
  std::vector<std::filesystem::path> strays;
  for (const auto& entry : entries_of(folder.shard(0).parent_path())) {
    const bool hidden = entry.path().filename().string().starts_with('.');
    if (!hidden && !own.contains(entry.path())) strays.push_back(entry.path());
  }
  std::sort(strays.begin(), strays.end());
  return strays;
}

}  // namespace

SweepStatus survey_sweep(const SweepPlan& plan, const SweepFolder& folder) {
  std::unordered_map<std::string, std::string> faults;  // by name, of everything there
  for (const auto& entry : entries_of(folder.shard(0).parent_path()))
    faults.emplace(entry.path().filename().string(), why_no_file(entry));
  SweepStatus status{.n_shards = plan.n_shards(), .n_runs = plan.n_runs()};
  for (std::size_t shard = 0; shard < plan.n_shards(); ++shard) {
    const auto file = faults.find(folder.shard(shard).filename().string()),
               digest = faults.find(folder.digest_of(shard).filename().string());
    if (file == faults.end()) {
      status.missing.push_back(shard);
    } else if (digest == faults.end()) {
      status.damaged.push_back({shard, "its .sha256 is missing", true});
    } else if (!digest->second.empty() || !file->second.empty()) {
      status.damaged.push_back(
          {shard, file->second.empty() ? "its .sha256 " + digest->second : file->second});
    } else {
      status.n_runs_done += plan.first_run(shard + 1) - plan.first_run(shard);
    }
  }
  status.n_kept = EarlierRuns(plan, folder).count_in(status.missing);
  return status;
}

SweepStatus check_sweep(const SweepPlan& plan, const SweepFolder& folder) {
  SweepStatus status{.is_read = true, .n_shards = plan.n_shards(), .n_runs = plan.n_runs()};
  for (std::size_t shard = 0; shard < plan.n_shards(); ++shard) {
    if (!folder.has_file(shard)) {
      status.missing.push_back(shard);
    } else if (std::string reason = look_at(plan, folder, shard, status); !reason.empty()) {
      status.damaged.push_back({shard, std::move(reason), !folder.has(shard)});
    }
  }
  status.n_kept = EarlierRuns(plan, folder).count_in(status.missing);
  return status;
}

std::string find_faults(const SweepPlan& plan, const SweepFolder& folder, const SweepStatus& status) {
  std::string text;
  for (const DamagedShard& damaged : status.damaged)
    text += fmt::format("{}: {}\n", folder.shard(damaged.shard).string(), damaged.reason);
  for (const std::size_t shard : status.missing)
    text += fmt::format("{}: is missing\n", folder.shard(shard).string());
  for (const std::filesystem::path& stray : find_strays(plan, folder))
    text += stray.string() + ": is no file of this sweep\n";
  const std::string merged = check_merged(plan, folder, status.n_runs_done);
  return merged.empty() ? text : text + merged + "\n";
}

std::string find_faults(const SweepPlan& plan, const SweepFolder& folder) {
  return find_faults(plan, folder, check_sweep(plan, folder));
}

}  // namespace hansa
