#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace hansa {

/// Whether sbatch is in PATH.
[[nodiscard]] bool has_sbatch();

/// An answer of squeue about earlier jobs of a sweep.
struct QueuedJob {
  std::string number;  // of a job with tasks in the queue; empty: none
  int status = 0;      // exit status of squeue; nonzero: the queue is unknown
};

/// Asks squeue for a job whose script is in this folder. No job where there is no squeue.
[[nodiscard]] QueuedJob find_queued_job(const std::filesystem::path& folder);

/// Runs an sbatch command and returns the number of the job. Throws FileError if sbatch fails.
[[nodiscard]] std::string submit_job(const std::vector<std::string>& command);

}  // namespace hansa
