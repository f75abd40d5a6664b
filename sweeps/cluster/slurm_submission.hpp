#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sweeps/cluster/slurm_job.hpp"

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

/// The command that submits these tasks of a job script.
[[nodiscard]] std::vector<std::string> sbatch_command(const std::filesystem::path& script,
                                                      const std::vector<std::size_t>& tasks,
                                                      std::size_t max_running);

/// "sbatch --array=2,5-7 DIR/submit.sh", which runs the missing shards with the latest job script; empty
/// without a script or missing shards.
[[nodiscard]] std::string resubmission(const std::filesystem::path& folder,
                                       const std::vector<std::size_t>& missing_shards);

}  // namespace hansa
