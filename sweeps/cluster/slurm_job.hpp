#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace hansa {

/// A job array on the folder of a sweep. Task I of N runs the missing shards of part I/N.
struct SlurmJob {
  std::string name;              // of the sweep
  std::filesystem::path folder;  // of the sweep, absolute
  std::string program;           // shell words that run hansa
  std::string data_folder;       // HANSA_DATA_DIR, absolute; empty: not set
  std::size_t n_tasks = 1;
  std::size_t max_running = 0;  // tasks at once; 0: no limit
  std::size_t n_threads = 1;    // per task
  int limit_minutes = 5;
  int stop_ahead = 0;         // of the signal before the limit  [s]; 0: from the limit
  int memory_megabytes = 0;   // 0: not asked for
  std::size_t tries = 5;      // attempts of a task in a row that add no shard, before it gives up
  bool requeues = true;       // whether Slurm may put a task back into the queue
  std::string output, error;  // file names as sbatch reads them; empty: logs/ in the folder, and no other
  std::vector<std::string> options;  // further options of sbatch, with precedence
};

/// The job script with its #SBATCH lines, a pure function of the job.
[[nodiscard]] std::string job_script(const SlurmJob& job);

/// Checks further options of sbatch. Returns an error message, empty if valid.
[[nodiscard]] std::string check_sbatch_options(const std::vector<std::string>& words);

/// The tasks, counted from 1, whose parts include these shards.
[[nodiscard]] std::vector<std::size_t> missing_tasks(const std::vector<std::size_t>& missing_shards,
                                                     std::size_t n_tasks);

/// "3,7-9%4", the value of sbatch --array.
[[nodiscard]] std::string array_of(const std::vector<std::size_t>& tasks, std::size_t max_running);

/// The tasks of an array.
struct TaskArray {
  std::size_t n_tasks = 0, max_running = 0;
};

/// Reads the array of a script made by job_script. No tasks for any other text.
[[nodiscard]] TaskArray array_of_script(std::string_view script);

}  // namespace hansa
