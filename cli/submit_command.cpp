#include <cstdlib>
#include <memory>
#include <optional>

#include <fmt/core.h>

#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/program_data.hpp"
#include "cli/terminal/streams.hpp"
#include "support/files/file_error.hpp"
#include "support/text/numeral.hpp"
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
  std::size_t n_tasks = 1, max_running = 0, n_threads = 1, max_shards = usual_shards;
  bool dry_run = false, prepare = false, again = false;
  std::vector<std::string> sbatch;
};

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

SlurmJob make_job(const SweepPlan& plan, const fs::path& folder, const SubmitOptions& options) {
  SlurmJob job{.name = plan.sweep.name,
               .folder = folder,
               .program = options.program.empty() ? shell_word(fs::read_symlink("/proc/self/exe").string())
                                                  : options.program,
               .data_folder = data_folder(),
               .n_tasks = options.n_tasks,
               .max_running = options.max_running,
               .n_threads = options.n_threads,
               .options = options.sbatch};
  SizedJob sized = size_job(plan, std::move(job), read_slurm_minutes(options.time));
  if (!sized.problem.empty()) throw CommandLineError("--time", sized.problem);
  if (sized.job.n_tasks < options.n_tasks)
    remark(fmt::format("hansa: no more tasks than shards: {}\n", plan.n_shards()));
  remark(fmt::format("hansa: {} of up to {}, about {:.1f} s each; limit {}, {} MB\n",
                     counted(sized.job.n_tasks, "task"), counted(sized.n_runs, "run"), sized.seconds,
                     slurm_time(sized.job.limit_minutes), sized.job.memory_megabytes));
  return sized.job;
}

/// Throws CommandLineError if an earlier job of this folder still has tasks in the queue.
void refuse_queued(const fs::path& folder) {
  const QueuedJob queued = find_queued_job(folder);
  if (queued.status != 0)
    remark(fmt::format("hansa: squeue ended with status {}; an earlier job of this folder may be queued\n",
                       queued.status));
  if (!queued.number.empty())
    throw CommandLineError(
        "--out", fmt::format("job {0} still has tasks of this folder in the queue: squeue -j {0}; wait for "
                             "it, or scancel {0}, or submit anyway with --again",
                             queued.number));
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

int submit(const SubmitOptions& options) {
  if (const std::string wrong = check_sbatch_options(options.sbatch); !wrong.empty())
    throw CommandLineError(wrong);
  const DataFolders data = program_data();
  const SweepPlan plan = plan_sweep(options.sweep, data);
  const fs::path out = absolute_folder(options.out.value_or("results/" + plan.sweep.name));
  refuse_unworkable(plan, SweepFolder(out), options.max_shards);
  const bool submits = !options.dry_run && !options.prepare;
  if (submits) expect_slurm(options, out);
  if (submits && !options.again) refuse_queued(out);
  const std::vector<std::size_t> missing = SweepFolder(out).missing(plan.n_shards());
  if (missing.empty()) {
    remark(fmt::format("hansa: all {} shards are in {}; nothing to submit\n", plan.n_shards(), out.string()));
    return done;
  }
  refuse_full_disk(plan, count_missing_runs(plan, SweepFolder(out), {}), out);
  const SlurmJob job = make_job(plan, out, options);
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
  const std::string number = submit_job(command);
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
