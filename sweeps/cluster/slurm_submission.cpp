#include "sweeps/cluster/slurm_submission.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <span>

#include <fmt/core.h>

#include "support/files/presence.hpp"
#include "support/files/publish.hpp"
#include "support/shell/shell_words.hpp"
#include "sweeps/cluster/sbatch_options.hpp"
#include "sweeps/run/sweep_folder.hpp"

namespace hansa {
namespace {

namespace fs = std::filesystem;

fs::path script_in(const fs::path& folder, std::size_t number) {
  return folder / (number == 1 ? "submit.sh" : fmt::format("submit-{}.sh", number));
}

/// Number of scripts.
std::size_t count_scripts(const fs::path& folder) {
  std::size_t n = 0;
  while (is_there(script_in(folder, n + 1))) ++n;
  return n;
}

std::string content_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// The folder as squeue names it.
fs::path absolute_of(const fs::path& folder) {
  fs::path path = fs::absolute(folder).lexically_normal();
  return path.filename().empty() ? path.parent_path() : path;
}

/// The missing shards that belong to no task in the queue.
std::vector<std::size_t> shards_out_of_queue(const fs::path& folder, std::vector<std::size_t> missing,
                                             const SlurmQueue& queue) {
  for (const QueuedTasks& tasks : queue.tasks) {
    const std::size_t n_tasks = array_of_script(content_of(folder / tasks.script)).n_tasks;
    if (n_tasks == 0) continue;
    std::erase_if(missing, [&](std::size_t shard) {
      return std::binary_search(tasks.tasks.begin(), tasks.tasks.end(), shard % n_tasks + 1);
    });
  }
  return missing;
}

}  // namespace

std::optional<Submission> last_submission(const fs::path& folder) {
  const std::size_t n = count_scripts(folder);
  if (n == 0) return std::nullopt;
  return Submission{script_in(folder, n), content_of(script_in(folder, n))};
}

fs::path put_script(const fs::path& folder, const std::string& text) {
  make_folder(folder / "logs");
  for (;;) {  // another process may take a number first
    if (const auto last = last_submission(folder); last && last->text == text) return last->script;
    const fs::path script = script_in(folder, count_scripts(folder) + 1);
    if (publish_new(script, std::as_bytes(std::span(text)))) return script;
  }
}

std::vector<std::string> sbatch_command(const fs::path& script, const std::vector<std::size_t>& tasks,
                                        std::size_t max_running) {
  const std::vector<SbatchVariable> variables = sbatch_variables();
  std::vector<std::string> command;
  if (!variables.empty()) command.push_back("env");
  for (const SbatchVariable& variable : variables) command.insert(command.end(), {"-u", variable.name});
  command.insert(command.end(), {"sbatch", "--array=" + array_of(tasks, max_running), script.string()});
  return command;
}

Resubmission resubmission(const fs::path& folder, const std::vector<std::size_t>& missing_shards) {
  Resubmission left;
  const auto last = last_submission(folder);
  const TaskArray array = last ? array_of_script(last->text) : TaskArray{};
  if (array.n_tasks == 0 || missing_shards.empty()) return left;
  const SlurmQueue queue = ask_queue(absolute_of(folder));
  if (queue.status != 0)
    left.remarks.push_back(
        fmt::format("squeue ended with status {}; tasks may be in the queue", queue.status));
  left.queued = queue.tasks;
  const auto missing = shards_out_of_queue(folder, missing_shards, queue);
  const bool lacks_logs = !fs::is_directory(folder / "logs");
  if (lacks_logs && !queue.tasks.empty())
    left.remarks.push_back("tasks in the queue cannot start without the folder of their logs: " +
                           shell_line({"mkdir", (folder / "logs").string()}));
  if (missing.empty()) return left;
  if (lacks_logs) left.command = shell_line({"mkdir", "-p", (folder / "logs").string()}) + " && ";
  left.command +=
      shell_line(sbatch_command(last->script, missing_tasks(missing, array.n_tasks), array.max_running));
  return left;
}

}  // namespace hansa
