#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace hansa {

/// Tasks of one job in the queue that are in the same state.
struct QueuedTasks {
  std::string job;                 // number of the array
  std::string user;                // who submitted it
  std::string script;              // file name in the folder of the sweep: "submit.sh"
  std::string state;               // "running", or "pending (JobHeldUser)"
  std::vector<std::size_t> tasks;  // ascending; empty: not an array
};

/// "job 17, tasks 1-4 pending (JobHeldUser)"
[[nodiscard]] std::string describe_queued(const QueuedTasks& tasks);

/// What Slurm's queue holds of a sweep.
struct SlurmQueue {
  std::vector<QueuedTasks> tasks;
  int status = 0;  // exit status of squeue; nonzero: the queue is unknown
};

/// Asks squeue for tasks of a sweep's folder: own jobs whose script lies in the folder, under whatever path,
/// and jobs of anyone that the folder's record holds. None where there is no squeue.
[[nodiscard]] SlurmQueue ask_queue(const std::filesystem::path& folder);

}  // namespace hansa
