#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace hansa {

/// A job array that works on the folder of a sweep. Task I of N does the missing shards of part I/N.
struct SlurmJob {
  std::string name;              // of the sweep
  std::filesystem::path folder;  // of the sweep, absolute
  std::string program;           // what calls hansa, as words of a shell
  std::string data_folder;       // HANSA_DATA_DIR, absolute; empty: not set
  std::size_t n_tasks = 1;
  std::size_t max_running = 0;  // tasks at once; 0: as many as Slurm likes
  std::size_t n_threads = 1;    // a task
  int limit_minutes = 5;
  int memory_megabytes = 0;
  int most_requeues = 5;
  std::vector<std::string> options;  // further ones of sbatch; they win
};

/// The job script: a function of the job alone, with the #SBATCH lines it needs, and made to be read.
[[nodiscard]] std::string job_script(const SlurmJob& job);

/// Checks further options of sbatch. Returns an error message, empty if valid.
[[nodiscard]] std::string check_sbatch_options(const std::vector<std::string>& words);

/// The tasks that have something to do, from 1, where these shards are missing.
[[nodiscard]] std::vector<std::size_t> missing_tasks(const std::vector<std::size_t>& missing_shards,
                                                     std::size_t n_tasks);

/// "3,7-9%4", as sbatch --array takes it.
[[nodiscard]] std::string array_of(const std::vector<std::size_t>& tasks, std::size_t max_running);

/// The tasks of an array.
struct TaskArray {
  std::size_t n_tasks = 0, max_running = 0;
};

/// What a job script that job_script made has as its array; no tasks where it did not.
[[nodiscard]] TaskArray array_of_script(std::string_view script);

/// A word as a shell reads it: quoted where it must be.
[[nodiscard]] std::string shell_word(std::string_view word);

/// The words of a command line.
[[nodiscard]] std::string shell_line(const std::vector<std::string>& words);

}  // namespace hansa
