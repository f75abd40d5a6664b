#include "sweeps/cluster/slurm_queue.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <string_view>
#include <system_error>

#include "support/text/numeral.hpp"
#include "sweeps/cluster/job_record.hpp"
#include "sweeps/cluster/outside_program.hpp"

namespace hansa {
namespace {

namespace fs = std::filesystem;

/// A line of squeue.
struct QueueLine {
  std::string job, task, state, reason, user;
  fs::path script;  // with its arguments
};

/// Reads a line NUMBER|TASK|STATE|REASON|USER|COMMAND; false for any other.
bool read_line(std::string_view text, QueueLine& line) {
  std::array<std::string*, 5> columns{&line.job, &line.task, &line.state, &line.reason, &line.user};
  for (std::string* column : columns) {
    const auto bar = text.find('|');
    if (bar == std::string_view::npos) return false;
    *column = text.substr(0, bar);
    text.remove_prefix(bar + 1);
  }
  line.script = text;
  return true;
}

/// The lines of a queue; `whose` are options of squeue.
std::vector<QueueLine> lines_of_queue(const std::vector<std::string>& whose, int& status) {
  std::vector<std::string> words = {"squeue", "--noheader", "--array", "--format=%F|%K|%T|%r|%u|%o"};
  words.insert(words.end(), whose.begin(), whose.end());
  const ProgramAnswer answer = call_program(words, true);
  status = answer.status;
  std::vector<QueueLine> lines;
  for (const std::string& text : lines_in(answer.text))
    if (QueueLine line; read_line(text, line)) lines.push_back(line);
  return lines;
}

bool is_job_script(const fs::path& script) {
  const std::string name = script.filename();
  return name == "submit.sh" || name.starts_with("submit-");
}

/// Whether a script lies in this folder, by path or, where the path is another, by the file system's identity.
bool lies_in(const fs::path& script, const fs::path& folder) {
  if (script.parent_path() == folder) return true;
  std::error_code unknown;
  return fs::equivalent(script.parent_path(), folder, unknown);
}

std::string state_of(const QueueLine& line) {
  std::string state = line.state;
  for (char& c : state) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return line.reason.empty() || line.reason == "None" ? state : state + " (" + line.reason + ")";
}

/// Adds a task to those of its job and state.
void add_task(const QueueLine& line, SlurmQueue& queue) {
  const std::string state = state_of(line);
  auto found = std::find_if(queue.tasks.begin(), queue.tasks.end(), [&](const QueuedTasks& tasks) {
    return tasks.job == line.job && tasks.state == state;
  });
  if (found == queue.tasks.end())
    found = queue.tasks.insert(found, {line.job, line.user, line.script.filename(), state, {}});
  std::size_t task = 0;
  if (!read_numeral(line.task, task)) return;
  found->tasks.insert(std::upper_bound(found->tasks.begin(), found->tasks.end(), task), task);
}

}  // namespace

std::string describe_queued(const QueuedTasks& tasks) {
  const std::string which = tasks.tasks.size() == 1 ? ", task " : ", tasks ";
  return "job " + tasks.job + (tasks.tasks.empty() ? " " : which + ranges_of(tasks.tasks) + " ") +
         tasks.state;
}

SlurmQueue ask_queue(const fs::path& folder) {
  SlurmQueue queue;
  if (find_program("squeue").empty()) return queue;
  std::map<std::string, std::string> recorded;  // numbers of jobs on a cluster, separated by commas
  for (const SubmittedJob& job : recorded_jobs(folder)) {
    std::string& numbers = recorded[job.cluster];
    numbers += (numbers.empty() ? "" : ",") + job.number;
  }
  for (const QueueLine& line : lines_of_queue({"--me"}, queue.status))
    if (is_job_script(line.script) && lies_in(line.script, folder)) add_task(line, queue);
  const std::vector<QueuedTasks> own = queue.tasks;
  for (const auto& [cluster, numbers] : recorded) {
    std::vector<std::string> whose = {"--jobs=" + numbers};
    if (!cluster.empty()) whose.push_back("--clusters=" + cluster);
    int ignored = 0;  // squeue fails if it knows none of these jobs any more
    for (const QueueLine& line : lines_of_queue(whose, ignored)) {
      const bool is_known = std::any_of(own.begin(), own.end(),
                                        [&](const QueuedTasks& tasks) { return tasks.job == line.job; });
      if (!is_known && is_job_script(line.script)) add_task(line, queue);
    }
  }
  return queue;
}

}  // namespace hansa
