#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sweeps/cluster/slurm_job.hpp"
#include "sweeps/cluster/slurm_queue.hpp"

namespace hansa {

/// A job script in the folder of a sweep: submit.sh, then submit-2.sh, ...
struct Submission {
  std::filesystem::path script;
  std::string text;
};

/// The latest job script of a folder.
[[nodiscard]] std::optional<Submission> last_submission(const std::filesystem::path& folder);

/// Writes a job script into a folder, with a folder for its logs, and returns its path. Keeps earlier
/// scripts; an equal one is reused. Throws OutputError.
[[nodiscard]] std::filesystem::path put_script(const std::filesystem::path& folder, const std::string& text);

/// The command that submits these tasks of a job script. It takes away the variables of the environment that
/// would win over options which the script holds.
[[nodiscard]] std::vector<std::string> sbatch_command(const std::filesystem::path& script,
                                                      const std::vector<std::size_t>& tasks,
                                                      std::size_t max_running);

/// What Slurm does about missing shards, and what is left to do.
struct Resubmission {
  std::string command;  // "sbatch --array=2,5-7 DIR/submit.sh" for those that no task in the queue runs
  std::vector<QueuedTasks> queued;  // of the folder's jobs
  std::vector<std::string> remarks;
};

/// Asks the queue about the missing shards of a folder. All empty without a job script or missing shards. The
/// command uses the latest script.
[[nodiscard]] Resubmission resubmission(const std::filesystem::path& folder,
                                        const std::vector<std::size_t>& missing_shards);

}  // namespace hansa
