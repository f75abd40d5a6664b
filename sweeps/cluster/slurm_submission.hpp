#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sweeps/cluster/slurm_job.hpp"

namespace hansa {

/// A job script in the folder of a sweep: submit.sh, or later submit-2.sh, ...
struct Submission {
  std::filesystem::path script;
  std::string text;
};

/// The last job script that was put into a folder.
[[nodiscard]] std::optional<Submission> last_submission(const std::filesystem::path& folder);

/// Puts a job script into a folder, beside those that differ from it, and gives its name. Throws OutputError.
[[nodiscard]] std::filesystem::path put_script(const std::filesystem::path& folder, const std::string& text);

/// The command that has a job script do these tasks.
[[nodiscard]] std::vector<std::string> sbatch_command(const std::filesystem::path& script,
                                                      const std::vector<std::size_t>& tasks,
                                                      std::size_t max_running);

/// "sbatch --array=2,5-7 DIR/submit.sh", which does the missing shards of a folder as they were submitted last;
/// empty: they never were, or nothing is missing.
[[nodiscard]] std::string resubmission(const std::filesystem::path& folder,
                                       const std::vector<std::size_t>& missing_shards);

}  // namespace hansa
