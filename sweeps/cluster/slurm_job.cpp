#include "sweeps/cluster/slurm_job.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "support/shell/shell_words.hpp"
#include "support/text/numeral.hpp"
#include "sweeps/cluster/slurm_time.hpp"
#include "sweeps/cluster/task_script.hpp"

namespace hansa {
namespace {

constexpr std::string_view array_line = "\n#SBATCH --array=1-";

/// A value of a #SBATCH line, in the quotes that sbatch understands.
std::string sbatch_value(std::string_view value) {
  std::string quoted = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + '"';
}

/// Whether a word may begin an option of sbatch; otherwise it is a value, even with a leading dash.
bool begins_option(std::string_view word) {
  return word.starts_with('-') && is_plain_word(word.substr(0, word.find('=')));
}

/// A word of an sbatch option as a #SBATCH line needs it: --name or --name="value".
std::string sbatch_option(std::string_view word) {
  const auto equals = word.find('=');
  if (is_plain_word(word) || equals == std::string_view::npos) return std::string(word);
  return std::string(word.substr(0, equals + 1)) + sbatch_value(word.substr(equals + 1));
}

/// A file name with % doubled, since sbatch expands %.
std::string plain_percent(std::string_view name) {
  std::string text;
  for (const char c : name) text += c == '%' ? "%%" : std::string(1, c);
  return text;
}

}  // namespace

std::string check_sbatch_options(const std::vector<std::string>& words) {
  if (!words.empty() && !words[0].starts_with('-'))
    return words[0] + ": is unexpected; options of sbatch follow --, as in: -- --partition=long";
  for (std::size_t k = 0; k < words.size(); ++k) {
    const std::string& word = words[k];
    const bool may_be_value =
        k > 0 && begins_option(words[k - 1]) && words[k - 1].find('=') == std::string::npos;
    if (word.starts_with('-') && !begins_option(word) && !may_be_value)
      return word + ": is no option of sbatch; write --option=value";
    if (word.starts_with("--array") || word.starts_with("-a"))
      return word + ": use --shards for the number of tasks and --max-running for how many run at once";
    if (word.find_first_of("\n\r") != std::string::npos) return word + ": a job script holds no line breaks";
  }
  return "";
}

std::vector<std::size_t> missing_tasks(const std::vector<std::size_t>& missing_shards, std::size_t n_tasks) {
  std::vector<std::size_t> tasks;
  for (const std::size_t shard : missing_shards) tasks.push_back(shard % n_tasks + 1);
  std::sort(tasks.begin(), tasks.end());
  tasks.erase(std::unique(tasks.begin(), tasks.end()), tasks.end());
  return tasks;
}

std::string array_of(const std::vector<std::size_t>& tasks, std::size_t max_running) {
  return ranges_of(tasks) + (max_running > 0 ? fmt::format("%{}", max_running) : "");
}

TaskArray array_of_script(std::string_view script) {
  TaskArray array;
  const auto at = script.find(array_line);
  if (at == std::string_view::npos) return array;
  const std::string_view rest = script.substr(at + array_line.size());
  const std::string_view value = rest.substr(0, rest.find('\n'));
  const std::size_t percent = std::min(value.find('%'), value.size());
  const bool limited = percent < value.size();
  if (!read_numeral(value.substr(0, percent), array.n_tasks)) return {};
  if (limited && !read_numeral(value.substr(percent + 1), array.max_running)) return {};
  return array;
}

std::string job_script(const SlurmJob& job) {
  const std::string folder = job.folder.string();
  std::string script = fmt::format(
      "#!/bin/bash\n"
      "# Task I of {0} runs the missing shards of part I/{0} of a sweep, and may be restarted at any time.\n"
      "# What is done: hansa status {1}\n",
      job.n_tasks, shell_word(folder));
  const auto option = [&](std::string_view name, const std::string& value) {
    script += fmt::format("#SBATCH --{}={}\n", name, value);
  };
  option("job-name", sbatch_value(job.name));
  option("array",
         fmt::format("1-{}{}", job.n_tasks, job.max_running > 0 ? fmt::format("%{}", job.max_running) : ""));
  option("cpus-per-task", std::to_string(job.n_threads));
  option("time", slurm_time(job.limit_minutes));
  if (job.memory_megabytes > 0) option("mem", fmt::format("{}M", job.memory_megabytes));
  option("output",
         sbatch_value(job.output.empty() ? plain_percent((job.folder / "logs").string()) + "/%A_%a.log"
                                         : job.output));
  if (!job.error.empty()) option("error", sbatch_value(job.error));
  script += fmt::format("#SBATCH --open-mode=append\n#SBATCH --{}requeue\n", job.requeues ? "" : "no-");
  option("signal",
         fmt::format("B:USR1@{}", job.stop_ahead > 0 ? job.stop_ahead : stop_ahead(job.limit_minutes)));
  for (std::size_t k = 0; k < job.options.size(); ++k) {
    const std::string& word = job.options[k];
    script += begins_option(word) ? "#SBATCH " + sbatch_option(word) : " " + sbatch_value(word);
    if (k + 1 == job.options.size() || begins_option(job.options[k + 1])) script += '\n';
  }
  script += fmt::format("\nhansa=({})\nfolder={}", job.program, shell_word(folder));
  script += fmt::format("\nn_tasks={}\ntries={}\nrequeues={}\n", job.n_tasks, job.tries,
                        job.requeues ? "yes" : "no");
  if (!job.data_folder.empty())
    script += fmt::format("export HANSA_DATA_DIR={}\n", shell_word(job.data_folder));
  return script + std::string(task_script);
}

}  // namespace hansa
