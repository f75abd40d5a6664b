#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>

#include <fmt/core.h>

#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/program_data.hpp"
#include "cli/terminal/streams.hpp"
#include "support/files/file_error.hpp"
#include "support/shell/shell_words.hpp"
#include "support/text/numeral.hpp"
#include "sweeps/cluster/job_record.hpp"
#include "sweeps/cluster/sbatch_options.hpp"
#include "sweeps/cluster/size_job.hpp"
#include "sweeps/cluster/slurm_commands.hpp"
#include "sweeps/cluster/slurm_submission.hpp"
#include "sweeps/cluster/slurm_time.hpp"
#include "sweeps/run/sweep_estimate.hpp"

namespace hansa {
namespace {

namespace fs = std::filesystem;

struct SubmitOptions {
  std::string sweep, program, time;
  std::optional<std::string> out;
  std::size_t n_tasks = 1, max_running = 0, n_threads = 1, max_shards = usual_shards, tries = 5;
  bool dry_run = false, prepare = false, again = false;
  std::vector<std::string> sbatch;
};

/// The options of sbatch behind -- and in the environment. Throws CommandLineError if one is refused or says
/// what another option of this command says.
SbatchOptions read_options_of_sbatch(const SubmitOptions& options) {
  const SbatchOptions named = read_sbatch_options(options.sbatch);
  if (!named.problem.empty()) throw CommandLineError(named.problem);
  if (named.limit_minutes && !options.time.empty())
    throw CommandLineError("--time", "is given twice, here and for sbatch");
  if (named.n_threads && options.n_threads > 1)
    throw CommandLineError("--threads", "is given twice, here and for sbatch as --cpus-per-task");
  std::vector<std::string> words;
  std::string seen;
  for (const SbatchVariable& variable : sbatch_variables()) {
    const SbatchOptions alone = read_sbatch_options({variable.option});
    if (!alone.problem.empty()) throw CommandLineError(variable.name + " of the environment", alone.problem);
    words.push_back(variable.option);
    seen += (seen.empty() ? "" : ", ") + variable.name;
  }
  if (!seen.empty())
    remark("hansa: sbatch's options from the environment are in the job script: " + seen + "\n");
  words.insert(words.end(), options.sbatch.begin(), options.sbatch.end());
  return read_sbatch_options(words);
}

/// The folder as jobs on other nodes need it.
fs::path absolute_folder(const std::string& folder) {
  fs::path path = fs::absolute(folder).lexically_normal();
  if (path.filename().empty()) path = path.parent_path();
  if (path.string().find_first_of("\n\r") != std::string::npos)
    throw CommandLineError("--out", "a job script holds no line breaks");
  return path;
}

std::string data_folder() {
  const char* named = std::getenv("HANSA_DATA_DIR");
  return named == nullptr || *named == '\0' ? "" : absolute_folder(named).string();
}

/// As many tasks as the cluster takes. A sweep stays one job: tasks are fewer, with more shards each.
std::size_t allowed_tasks(std::size_t n_tasks) {
  constexpr std::size_t usual = 1000;  // of Slurm's default MaxArraySize
  const std::optional<TaskLimit> limit = find_task_limit();
  if (!limit && n_tasks > usual)
    remark("hansa: no scontrol here says how many tasks an array may have; often these are 1000\n");
  if (!limit || n_tasks <= limit->n_tasks) return n_tasks;
  if (limit->n_tasks == 0) throw FileError("sbatch", "takes no job arrays here: " + limit->setting);
  remark(fmt::format("hansa: {0} instead of {1}, each with more shards: this cluster takes no more ({2})\n",
                     counted(limit->n_tasks, "task"), n_tasks, limit->setting));
  return limit->n_tasks;
}

SlurmJob make_job(const SweepPlan& plan, const fs::path& folder, const SubmitOptions& options,
                  const SbatchOptions& sbatch) {
  SlurmJob job{.name = sbatch.job_name.empty() ? plan.sweep.name : sbatch.job_name,
               .folder = folder,
               .program = options.program.empty() ? shell_word(fs::read_symlink("/proc/self/exe").string())
                                                  : options.program,
               .data_folder = data_folder(),
               .n_tasks = allowed_tasks(std::min(options.n_tasks, plan.n_shards())),
               .max_running = options.max_running,
               .n_threads = sbatch.n_threads.value_or(options.n_threads),
               .stop_ahead = sbatch.stop_ahead.value_or(0),
               .tries = options.tries,
               .requeues = sbatch.requeues.value_or(true),
               .output = sbatch.output,
               .error = sbatch.error,
               .options = sbatch.others};
  if (!sbatch.clusters.empty()) job.options.insert(job.options.begin(), "--clusters=" + sbatch.clusters);
  const std::optional<int> asked = read_slurm_minutes(options.time);
  SizedJob sized = size_job(plan, std::move(job), asked ? asked : sbatch.limit_minutes);
  if (!sized.problem.empty()) throw CommandLineError("--time", sized.problem);
  if (plan.n_shards() < options.n_tasks)
    remark(fmt::format("hansa: no more tasks than shards: {}\n", plan.n_shards()));
  if (sbatch.sets_memory) sized.job.memory_megabytes = 0;
  remark(fmt::format("hansa: {} of up to {}, about {:.1f} s each; limit {}, {}\n",
                     counted(sized.job.n_tasks, "task"), counted(sized.n_runs, "run"), sized.seconds,
                     slurm_time(sized.job.limit_minutes),
                     sbatch.sets_memory ? "memory as sbatch's options say"
                                        : fmt::format("{} MB", sized.job.memory_megabytes)));
  return sized.job;
}

/// Throws CommandLineError if an earlier job of this folder still has tasks in the queue.
void refuse_queued(const fs::path& folder) {
  const SlurmQueue queue = ask_queue(folder);
  if (queue.status != 0)
    remark(fmt::format("hansa: squeue ended with status {}; an earlier job of this folder may be queued\n",
                       queue.status));
  if (!queue.tasks.empty())
    throw CommandLineError(
        "--out",
        fmt::format("job {0} of {1} still has tasks of this folder in the queue: squeue -j {0}; wait "
                    "for it, or scancel {0}, or submit anyway with --again",
                    queue.tasks[0].job, queue.tasks[0].user));
}

/// Throws FileError, with the command that replaces Slurm, if this machine has no sbatch.
void expect_slurm(const SubmitOptions& options, const fs::path& out) {
  if (has_sbatch()) return;
  throw FileError(
      "sbatch",
      fmt::format(
          "not found: this machine is not part of a Slurm cluster. Without Slurm:\n  "
          "seq {0} | parallel -q hansa sweep {1} --out {2} --shard {{}}/{0}{3}",
          options.n_tasks, shell_word(options.sweep), shell_word(out.string()),
          options.max_shards > usual_shards ? fmt::format(" --max-shards {}", options.max_shards) : ""));
}

/// Hands the job to sbatch and prints what to follow it by. Only one process at a time submits a folder.
void submit_script(const fs::path& folder, const SlurmJob& job, const std::vector<std::string>& command,
                   bool again) {
  const std::optional<JobRecord> record = JobRecord::claim(folder);
  if (!record)
    throw CommandLineError("--out",
                           "another process is submitting this folder at this moment: " + folder.string());
  if (!again) refuse_queued(folder);
  const SubmittedJob submitted = submit_job(command);
  record->add(submitted);
  const std::string where = submitted.cluster.empty() ? "" : " -M " + submitted.cluster;
  const std::string logs = job.output.empty() ? "logs in " + shell_word((folder / "logs").string())
                                              : "output in " + shell_word(job.output);
  print_result(fmt::format("job {0}: {1}\nfollow:  squeue{2} -j {0}; hansa status {3}; {4}{5}\n",
                           submitted.number, shell_line(command), where, shell_word(folder.string()), logs,
                           job.error.empty() ? "" : ", errors in " + shell_word(job.error)));
}

int submit(const SubmitOptions& options) {
  const SbatchOptions sbatch = read_options_of_sbatch(options);
  if (!sbatch.clusters.empty())
    ::setenv("SLURM_CLUSTERS", sbatch.clusters.c_str(), 1);  // for scontrol, squeue
  const DataFolders data = program_data();
  const SweepPlan plan = plan_sweep(options.sweep, data);
  const fs::path out = absolute_folder(options.out.value_or("results/" + plan.sweep.name));
  refuse_unworkable(plan, SweepFolder(out, plan), options.max_shards);
  const bool calls = !options.dry_run && !options.prepare, submits = calls && !sbatch.is_test;
  if (calls) expect_slurm(options, out);
  if (submits && !options.again) refuse_queued(out);
  const std::vector<std::size_t> missing = SweepFolder(out, plan).missing(plan.n_shards());
  if (missing.empty()) {
    remark(fmt::format("hansa: all {} shards are in {}; nothing to submit\n", plan.n_shards(), out.string()));
    return done;
  }
  refuse_full_disk(plan, count_missing_runs(plan, SweepFolder(out, plan), {}), out);
  const SlurmJob job = make_job(plan, out, options, sbatch);
  const auto tasks = missing_tasks(missing, job.n_tasks);
  const std::string script = job_script(job);
  if (options.dry_run) {
    print_result(script);
    remark("hansa: would call " + shell_line(sbatch_command(out / "submit.sh", tasks, job.max_running)) +
           "\n");
    return done;
  }
  const SweepFolder folder = SweepFolder::open(out, plan);
  const auto command = sbatch_command(put_script(folder.path(), script), tasks, job.max_running);
  if (options.prepare) {
    print_result(shell_line(command) + "\n");
    return done;
  }
  if (sbatch.is_test) {
    test_job(command);
    print_result(fmt::format("nothing was submitted: sbatch --test-only takes the job; the script is {}\n",
                             command.back()));
    return done;
  }
  submit_script(out, job, command, options.again);
  return done;
}

}  // namespace

Verb submit_verb() {
  auto options = std::make_shared<SubmitOptions>();
  return {
      .name = "submit",
      .about = "Submit the missing runs of a sweep to Slurm, as a job array",
      .options = {{.name = "SWEEP",
                   .target = &options->sweep,
                   .help = "a sweep file, or the name of one in the library (hansa list)",
                   .required = true},
                  {.name = "SBATCH", .target = &options->sbatch, .help = "options of sbatch, after --"},
                  {.name = "--out",
                   .target = &options->out,
                   .help = "folder of the sweep, seen by all nodes; default results/NAME",
                   .metavar = "DIR"},
                  {.name = "--shards",
                   .target = &options->n_tasks,
                   .help = "number of array tasks, each with one N-th of the work",
                   .metavar = "N",
                   .bounds = Bounds{1, 100000},
                   .required = true},
                  {.name = "--max-running",
                   .target = &options->max_running,
                   .help = "largest number of tasks running at once",
                   .bounds = Bounds{1, 100000}},
                  {.name = "--threads",
                   .target = &options->n_threads,
                   .help = "threads per task",
                   .bounds = Bounds{1, 1024}},
                  {.name = "--time",
                   .target = &options->time,
                   .help = "time limit per task, as sbatch reads it; default twice the estimate",
                   .expects = "MINUTES, H:M:S or D-H:M",
                   .accepts = [](const std::string& text) { return read_slurm_minutes(text).has_value(); }},
                  {.name = "--tries",
                   .target = &options->tries,
                   .help = "attempts of a task in a row that add no shard, before it gives up",
                   .metavar = "K",
                   .bounds = Bounds{1, 1000}},
                  {.name = "--max-shards",
                   .target = &options->max_shards,
                   .help = "largest number of files of a sweep",
                   .bounds = Bounds{1, 100000}},
                  {.name = "--program",
                   .target = &options->program,
                   .help = "command that runs hansa on the nodes, such as 'apptainer run hansa.sif'; default "
                           "this program"},
                  {.name = "--dry-run",
                   .target = &options->dry_run,
                   .help = "print the job script without writing or submitting it"},
                  {.name = "--prepare",
                   .target = &options->prepare,
                   .help = "write the job script and print the command that submits it"},
                  {.name = "--again",
                   .target = &options->again,
                   .help = "submit even if an earlier job of this folder is queued"}},
      .notes = "Called again, it submits what is still missing.",
      .examples = {"hansa submit my-sweep.yaml --out my-sweep --shards 100 --max-running 20 -- "
                   "--partition=long"},
      .run = [options] { return submit(*options); }};
}

}  // namespace hansa
