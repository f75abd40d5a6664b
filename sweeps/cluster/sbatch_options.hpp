#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace hansa {

/// What options of sbatch say about that which a job script otherwise derives by itself.
struct SbatchOptions {
  std::string problem;  // why they are refused; empty: all are honoured
  std::optional<int> limit_minutes;
  std::optional<int> stop_ahead;  // of the signal before the limit  [s]
  std::optional<std::size_t> n_threads;
  std::optional<bool> requeues;
  bool sets_memory = false;
  bool is_test = false;  // --test-only: nothing is to be submitted
  std::string job_name, output, error, clusters;
  std::vector<std::string> others;  // for lines of the script, as they are
};

/// Reads options of sbatch: --name=value, --name value, -xvalue or -x value; the last of equal ones holds.
/// Refused is what contradicts the script: another signal, no time limit, an array, --wait, --wrap.
[[nodiscard]] SbatchOptions read_sbatch_options(const std::vector<std::string>& words);

/// A variable of the environment that sbatch reads as an option, before those of the script.
struct SbatchVariable {
  std::string name, option;  // "SBATCH_TIMELIMIT", "--time=10"
};

/// The variables that are set and mean an option that read_sbatch_options knows.
[[nodiscard]] std::vector<SbatchVariable> sbatch_variables();

}  // namespace hansa
