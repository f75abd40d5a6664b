#include "sweeps/cluster/sbatch_options.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

#include "support/text/numeral.hpp"
#include "sweeps/cluster/slurm_job.hpp"
#include "sweeps/cluster/slurm_time.hpp"

namespace hansa {
namespace {

/// An option of sbatch that bears on the script.
struct Known {
  std::string_view name;  // without dashes
  char letter;            // of its short form; 0: none
  bool takes_value;
  std::string_view variable;  // of the environment, for which it stands; empty: none
  std::string_view refusal;   // why it cannot be; empty: it is read
};

constexpr std::array known{
    Known{"time", 't', true, "SBATCH_TIMELIMIT", ""},
    Known{"signal", 0, true, "SBATCH_SIGNAL", ""},
    Known{"requeue", 0, false, "SBATCH_REQUEUE", ""},
    Known{"no-requeue", 0, false, "SBATCH_NO_REQUEUE", ""},
    Known{"job-name", 'J', true, "SBATCH_JOB_NAME", ""},
    Known{"output", 'o', true, "SBATCH_OUTPUT", ""},
    Known{"error", 'e', true, "SBATCH_ERROR", ""},
    Known{"cpus-per-task", 'c', true, "", ""},
    Known{"mem", 0, true, "SBATCH_MEM_PER_NODE", ""},
    Known{"mem-per-cpu", 0, true, "SBATCH_MEM_PER_CPU", ""},
    Known{"mem-per-gpu", 0, true, "SBATCH_MEM_PER_GPU", ""},
    Known{"clusters", 'M', true, "SBATCH_CLUSTERS", ""},
    Known{"cluster", 0, true, "", ""},
    Known{"test-only", 0, false, "", ""},
    Known{"array", 'a', true, "SBATCH_ARRAY_INX",
          "use --shards for the number of tasks and --max-running for how many run at once"},
    Known{"time-min", 0, true, "", "a task must know its time limit; use --time"},
    Known{"wait", 'W', false, "SBATCH_WAIT",
          "hansa submit does not wait; squeue and hansa status follow the job"},
    Known{"wrap", 0, true, "", "the job script is that of hansa"},
    Known{"help", 'h', false, "", "call sbatch itself"},
    Known{"usage", 0, false, "", "call sbatch itself"},
    Known{"version", 'V', false, "", "call sbatch itself"},
};
constexpr std::string_view flags = "HOQsvhVW";  // short options without a value

const Known* find_long(std::string_view name) {
  const auto* found =
      std::find_if(known.begin(), known.end(), [&](const Known& k) { return k.name == name; });
  return found == known.end() ? nullptr : found;
}

const Known* find_short(char letter) {
  const auto* found = std::find_if(known.begin(), known.end(),
                                   [&](const Known& k) { return k.letter != 0 && k.letter == letter; });
  return found == known.end() ? nullptr : found;
}

/// sbatch also reads "--tim" as --time, so that a beginning of a known name must not pass unread.
bool abbreviates(std::string_view name) {
  return !name.empty() &&
         std::any_of(known.begin(), known.end(), [&](const Known& k) { return k.name.starts_with(name); });
}

/// Seconds ahead of "B:USR1@SECONDS"; nullopt for any other signal, which the script would not hear.
std::optional<int> read_signal(std::string_view text) {
  constexpr int usual = 60;  // of sbatch, without @
  if (!text.starts_with("B:")) return std::nullopt;
  text.remove_prefix(2);
  const auto at = std::min(text.find('@'), text.size());
  const std::string_view signal = text.substr(0, at);
  if (signal != "USR1" && signal != "SIGUSR1" && signal != "10") return std::nullopt;
  int seconds = usual;
  if (at < text.size() && (!read_numeral(text.substr(at + 1), seconds) || seconds < 1 || seconds > 65535))
    return std::nullopt;
  return seconds;
}

/// Takes note of an option; returns a reason to refuse it, empty if none.
std::string note(const Known& option, const std::string& value, SbatchOptions& read) {
  if (!option.refusal.empty()) return std::string(option.refusal);
  const auto name = option.name;
  if (name == "time") {
    read.limit_minutes = read_slurm_minutes(value);
    if (!read.limit_minutes) return "expected MINUTES, H:M:S or D-H:M, since a task must know its time limit";
  } else if (name == "signal") {
    read.stop_ahead = read_signal(value);
    if (!read.stop_ahead)
      return "the script waits for USR1, which must reach it and not its steps: --signal=B:USR1@SECONDS";
  } else if (name == "cpus-per-task") {
    std::size_t n = 0;
    if (!read_numeral(value, n) || n < 1 || n > 1024) return "expected a whole number in [1, 1024]";
    read.n_threads = n;
  } else if (name.ends_with("requeue")) {
    read.requeues = name == "requeue";
  } else if (name == "test-only") {
    read.is_test = true;
  } else if (name.starts_with("mem")) {
    read.sets_memory = true;
    read.others.push_back("--" + std::string(name) + "=" + value);
  } else {
    (name == "job-name" ? read.job_name
     : name == "output" ? read.output
     : name == "error"  ? read.error
                        : read.clusters) = value;
  }
  return "";
}

}  // namespace

SbatchOptions read_sbatch_options(const std::vector<std::string>& words) {
  SbatchOptions read;
  read.problem = check_sbatch_options(words);
  for (std::size_t k = 0; k < words.size() && read.problem.empty(); ++k) {
    const std::string& word = words[k];
    const bool is_long = word.starts_with("--");
    const bool is_short = !is_long && word.starts_with('-') && word.size() > 1;
    const std::size_t equals = std::min(word.find('='), word.size());
    const std::string_view name =
        is_long ? std::string_view(word).substr(2, equals - 2) : std::string_view(word).substr(0, 2);
    if (is_short && word.size() > 2 && flags.find(word[1]) != std::string_view::npos &&
        word.find_first_not_of(word[1], 1) != std::string::npos) {
      read.problem = word + ": write each option of its own, such as -H -t 10";
      break;
    }
    const Known* option = is_long ? find_long(name) : is_short ? find_short(word[1]) : nullptr;
    if (option == nullptr) {
      if (is_long && abbreviates(name)) read.problem = word + ": write the name of the option in full";
      read.others.push_back(word);
      continue;
    }
    const bool attached = is_long ? equals < word.size() : word.size() > 2;
    std::string value = !attached ? "" : is_long ? word.substr(equals + 1) : word.substr(2);
    std::string reason;
    if (option->takes_value && !attached && option->refusal.empty()) {
      if (k + 1 < words.size())
        value = words[++k];
      else
        reason = "needs a value";
    }
    if (reason.empty()) reason = note(*option, value, read);
    if (!reason.empty()) read.problem = word + (attached || value.empty() ? "" : " " + value) + ": " + reason;
  }
  return read;
}

std::vector<SbatchVariable> sbatch_variables() {
  std::vector<SbatchVariable> set;
  for (const Known& option : known) {
    if (option.variable.empty()) continue;
    const std::string name(option.variable);
    const char* value = std::getenv(name.c_str());
    if (value == nullptr) continue;
    set.push_back({name, "--" + std::string(option.name) +
                             (option.takes_value ? "=" + std::string(value) : std::string())});
  }
  return set;
}

}  // namespace hansa
