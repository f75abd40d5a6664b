#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace hansa {

/// Whether sbatch is in PATH.
[[nodiscard]] bool has_sbatch();

/// The largest number of tasks of an array on this cluster.
struct TaskLimit {
  std::size_t n_tasks = 0;
  std::string setting;  // where it stands: "MaxArraySize 1001"
};

/// The least of MaxArraySize (its last index is one less) and MaxJobCount, which scontrol knows, and of the
/// user's MaxSubmitJobs, which sacctmgr knows where there is accounting. nullopt if neither can be asked.
[[nodiscard]] std::optional<TaskLimit> find_task_limit();

/// A job that sbatch took.
struct SubmittedJob {
  std::string number;
  std::string cluster;  // empty: the one of this machine
};

/// Runs an sbatch command. Throws FileError if sbatch fails.
[[nodiscard]] SubmittedJob submit_job(const std::vector<std::string>& command);

/// Runs an sbatch command with --test-only; sbatch prints when the job would start, or why it would not.
/// Throws FileError if it would not.
void test_job(const std::vector<std::string>& command);

}  // namespace hansa
