#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <system_error>

#include <fmt/core.h>

#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/program_data.hpp"
#include "cli/terminal/outside_program.hpp"
#include "cli/terminal/streams.hpp"
#include "support/text/counted.hpp"
#include "sweeps/cluster/slurm_submission.hpp"
#include "sweeps/cluster/slurm_time.hpp"
#include "sweeps/design/load_sweep.hpp"
#include "sweeps/report/sweep_estimate.hpp"
#include "sweeps/run/run_sweep.hpp"
#include "sweeps/run/shard_file.hpp"

namespace hansa {
namespace {

namespace fs = std::filesystem;

struct SubmitOptions {
  std::string sweep, program, time;
  std::optional<std::string> out;
  std::size_t n_tasks = 1, max_running = 0, n_threads = 1, max_shards = usual_shards;
  bool dry_run = false, prepare = false, again = false;
  std::vector<std::string> sbatch;
};

[[noreturn]] void refuse(const std::string& option, const std::string& message) {
  throw CommandLineError(option, message);
}

/// What another job may see: not relative to where this process works.
fs::path absolute_folder(const std::string& folder) {
  fs::path path = fs::absolute(folder).lexically_normal();
  if (path.filename().empty()) path = path.parent_path();
  if (path.string().find_first_of("\n\r") != std::string::npos)
    refuse("--out", "a job script holds no line breaks");
  return path;
}

std::string data_folder() {
  const char* named = std::getenv("HANSA_DATA_DIR");
  return named == nullptr || *named == '\0' ? "" : absolute_folder(named).string();
}

void refuse_wrong_options(const std::vector<std::string>& words) {
  if (!words.empty() && !words[0].starts_with('-'))
    refuse(words[0], "is unexpected; options of sbatch stand behind --, as in: -- --partition=long");
  for (std::size_t k = 0; k < words.size(); ++k) {
    const bool may_be_value =
        k > 0 && begins_option(words[k - 1]) && words[k - 1].find('=') == std::string::npos;
    if (words[k].starts_with('-') && !begins_option(words[k]) && !may_be_value)
      refuse(words[k], "is no option of sbatch; write --option=value");
  }
  for (const std::string& word : words) {
    if (word.starts_with("--array") || word.starts_with("-a"))
      refuse(word, "the tasks are chosen here: --shards says how many, --max-running how many at once");
    if (word.find_first_of("\n\r") != std::string::npos) refuse(word, "a job script holds no line breaks");
  }
}

/// The limit and how often a task may come back, from the largest part and the time of a few runs, done here.
void set_times(SlurmJob& job, const SweepPlan& plan, const SweepFolder& folder, const std::string& time) {
  std::size_t n_runs = 0;
  for (std::size_t task = 0; task < job.n_tasks; ++task)
    n_runs = std::max(n_runs, count_missing_runs(plan, folder, {task, job.n_tasks}));
  const double seconds = estimate_seconds(plan, n_runs, job.n_threads);
  job.limit_minutes = time.empty() ? limit_for(seconds) : *read_slurm_minutes(time);
  job.most_requeues = most_requeues(seconds, job.limit_minutes);
  const double shard = seconds * static_cast<double>(plan.first_run(1)) / static_cast<double>(n_runs);
  const double room = job.limit_minutes * 60 - stop_ahead(job.limit_minutes);
  if (shard > room)
    refuse("--time",
           fmt::format("one shard takes about {:.0f} s, and {:.0f} s are left of {} before Slurm asks to "
                       "stop; ask for more time, or for a smaller shard_runs in the sweep",
                       shard, room, slurm_time(job.limit_minutes)));
  remark(fmt::format("hansa: {} of up to {}, about {:.1f} s each; limit {}, {} MB\n",
                     counted(job.n_tasks, "task"), counted(n_runs, "run"), seconds,
                     slurm_time(job.limit_minutes), job.memory_megabytes));
}

SlurmJob make_job(const SweepPlan& plan, const SweepFolder& folder, const SubmitOptions& options) {
  constexpr double safety = 1.5, least = 200, step = 100,
                   mega = 1e6;  // of the estimate of memory  [assumption]
  SlurmJob job{.name = plan.sweep.name,
               .folder = folder.path(),
               .program = options.program.empty() ? shell_word(fs::read_symlink("/proc/self/exe").string())
                                                  : options.program,
               .data_folder = data_folder(),
               .n_tasks = std::min(options.n_tasks, plan.n_shards()),
               .max_running = options.max_running,
               .n_threads = options.n_threads,
               .options = options.sbatch};
  if (job.n_tasks < options.n_tasks)
    remark(fmt::format("hansa: no more tasks than shards: {}\n", plan.n_shards()));
  const double memory = safety * estimate_worker_memory(plan, job.n_threads) / mega;
  job.memory_megabytes = static_cast<int>(std::ceil(std::max(memory, least) / step) * step);
  set_times(job, plan, folder, options.time);
  return job;
}

/// Refuses what an earlier job of this folder is still to do: both would do it.
void refuse_queued(const fs::path& folder) {
  if (find_program("squeue").empty()) return;
  const Answer answer = call_program({"squeue", "--noheader", "--me", "--format=%F|%o"}, true);
  if (answer.status != 0)
    remark(
        fmt::format("hansa: squeue ended with status {}; whether an earlier job of this folder is in the "
                    "queue is not known\n",
                    answer.status));
  for (std::size_t at = 0; at < answer.text.size();) {
    const std::size_t end = std::min(answer.text.find('\n', at), answer.text.size());
    const std::string line = answer.text.substr(at, end - at);
    at = end + 1;
    const auto bar = line.find('|');
    if (bar == std::string::npos || !line.substr(bar + 1).starts_with((folder / "submit").string())) continue;
    refuse("--out",
           fmt::format("job {0} still has tasks of this folder in the queue: squeue -j {0}; wait for it, or "
                       "scancel {0}, or submit nevertheless with --again",
                       line.substr(0, bar)));
  }
}

/// Hands the script to Slurm and gives the number of the job.
std::string call_sbatch(const std::vector<std::string>& command) {
  std::vector<std::string> words = command;
  words.insert(words.begin() + 1, "--parsable");
  const Answer answer = call_program(words);
  if (answer.status != 0)
    throw FileError("sbatch", fmt::format("ended with status {} and took nothing; the job script is {}",
                                          answer.status, command.back()));
  return answer.text.substr(0, answer.text.find_first_of(";\n"));  // NUMBER or NUMBER;CLUSTER
}

void make_folder(const fs::path& folder) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed) throw OutputError(folder, system_cause("the folder cannot be made", failed.value()));
}

int submit(const SubmitOptions& options) {
  refuse_wrong_options(options.sbatch);
  const DataFolders data = program_data();
  const SweepPlan plan = make_plan(load_sweep(options.sweep, data), data);
  const fs::path out = absolute_folder(options.out.value_or("results/" + plan.sweep.name));
  refuse_edited_sweep(SweepFolder(out));
  SweepFolder(out).refuse_other(plan);
  // an existing folder has been accepted with its number of files
  if (!SweepFolder(out).holds(plan)) refuse_many_shards(plan, options.max_shards);
  refuse_large_shards(plan);
  if (!options.dry_run && !options.prepare && find_program("sbatch").empty())
    throw FileError(
        "sbatch",
        fmt::format(
            "is not here: this is no machine of a Slurm cluster. Without Slurm:\n  seq {0} "
            "| parallel -q hansa sweep {1} --out {2} --shard {{}}/{0}{3}",
            options.n_tasks, shell_word(options.sweep), shell_word(out.string()),
            options.max_shards > usual_shards ? fmt::format(" --max-shards {}", options.max_shards) : ""));
  if (!options.dry_run && !options.prepare && !options.again) refuse_queued(out);
  const std::vector<std::size_t> missing = SweepFolder(out).missing(plan.n_shards());
  if (missing.empty()) {
    remark(fmt::format("hansa: all {} shards are in {}; nothing is left to submit\n", plan.n_shards(),
                       out.string()));
    return done;
  }
  refuse_full_disk(plan, count_missing_runs(plan, SweepFolder(out), {}), out);
  const SlurmJob job = make_job(plan, SweepFolder(out), options);
  const auto tasks = missing_tasks(missing, job.n_tasks);
  const std::string script = job_script(job);
  if (options.dry_run) {
    print_result(script);
    remark("hansa: would call " + shell_line(sbatch_command(out / "submit.sh", tasks, job.max_running)) +
           "\n");
    return done;
  }
  const SweepFolder folder = SweepFolder::open(out, plan);
  make_folder(out / "logs");
  const auto command = sbatch_command(put_script(folder.path(), script), tasks, job.max_running);
  if (options.prepare) {
    print_result(shell_line(command) + "\n");
    return done;
  }
  const std::string number = call_sbatch(command);
  print_result(fmt::format("job {0}: {1}\nfollow:  squeue -j {0}; hansa status {2}; logs in {3}\n", number,
                           shell_line(command), shell_word(out.string()),
                           shell_word((out / "logs").string())));
  return done;
}

}  // namespace

Verb submit_verb() {
  auto options = std::make_shared<SubmitOptions>();
  return {
      .name = "submit",
      .about = "Hand what is missing of a sweep to Slurm, as a job array",
      .options =
          {{.name = "SWEEP",
            .target = &options->sweep,
            .help = "a sweep file, or the name of one in the library (hansa list)",
            .required = true},
           {.name = "SBATCH", .target = &options->sbatch, .help = "options of sbatch, behind --"},
           {.name = "--out",
            .target = &options->out,
            .help = "folder of the sweep, seen by all nodes; default results/NAME",
            .metavar = "DIR"},
           {.name = "--shards",
            .target = &options->n_tasks,
            .help = "N array tasks, each of which does one N-th of the work",
            .metavar = "N",
            .bounds = Bounds{1, 100000},
            .required = true},
           {.name = "--max-running",
            .target = &options->max_running,
            .help = "how many tasks may run at once",
            .bounds = Bounds{1, 100000}},
           {.name = "--threads",
            .target = &options->n_threads,
            .help = "threads a task",
            .bounds = Bounds{1, 1024}},
           {.name = "--time",
            .target = &options->time,
            .help = "limit of a task as sbatch reads it; default twice the estimate",
            .expects = "MINUTES, H:M:S or D-H:M",
            .accepts = [](const std::string& text) { return read_slurm_minutes(text).has_value(); }},
           {.name = "--max-shards",
            .target = &options->max_shards,
            .help = "how many files a sweep may write",
            .bounds = Bounds{1, 100000}},
           {.name = "--program",
            .target = &options->program,
            .help = "what runs hansa on the nodes, such as 'apptainer run hansa.sif'; default this program"},
           {.name = "--dry-run",
            .target = &options->dry_run,
            .help = "print the job script, and write and submit nothing"},
           {.name = "--prepare",
            .target = &options->prepare,
            .help = "write the job script, and print the command that submits it"},
           {.name = "--again",
            .target = &options->again,
            .help = "although an earlier job of this folder is in the queue"}},
      .notes = "Called again, it submits what is missing then.",
      .examples = {"hansa submit my-sweep.yaml --out my-sweep --shards 100 --max-running 20 -- "
                   "--partition=long"},
      .run = [options] { return submit(*options); }};
}

}  // namespace hansa
