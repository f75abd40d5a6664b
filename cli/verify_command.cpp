// Whether a result is what this program makes of its scenario: verify, reproduce.
#include <algorithm>
#include <memory>
#include <system_error>

#include <fmt/format.h>

#include "analysis/differences/folder_faults.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/program_data.hpp"
#include "cli/run_options.hpp"
#include "cli/terminal/next_step.hpp"
#include "cli/terminal/progress.hpp"
#include "cli/terminal/stop_signal.hpp"
#include "cli/terminal/streams.hpp"
#include "support/files/presence.hpp"
#include "support/input/problem.hpp"
#include "support/text/numeral.hpp"
#include "sweeps/run/merge_sweep.hpp"
#include "sweeps/run/repeated_run.hpp"

namespace hansa {
namespace {

struct VerifyOptions : RunOptions {
  std::string folder;
  std::size_t n_recomputed = 0, choice = 1;
};

/// Plays runs of the sweep again and compares the bytes of their shards, and merged.h5 with these.
int recompute(const VerifyOptions& options, const SweepFolder& folder, const SweepStatus& status) {
  const SweepPlan plan = find_same_sweep(folder, program_data());
  const std::vector<std::size_t> runs =
      choose_runs(runs_in_intact_shards(plan, status), options.n_recomputed, options.choice);
  const std::atomic<bool>& stop = stop_on_signal();
  Progress progress("runs", runs.size(), options.quiet);
  const auto shards = recompute_runs(plan, folder, runs, options.threads,
                                     {.progress = [&](std::size_t n) { progress.report(n); }, .stop = &stop});
  progress.finish();
  if (!shards) {
    remark("hansa: stopped; the same command starts over\n");
    return stopped;
  }
  int exit = done;
  for (const RecomputedShard& shard : *shards) {
    if (shard.found.equal) continue;
    exit = difference;
    print_text(Text(fmt::format("{}: not reproduced, runs {} recomputed\n", shard.file.string(),
                                ranges_of(shard.runs))) +
               (shard.found.difference.empty()
                    ? Text("the values are equal, the bytes that store them are not\n")
                    : differences_text(shard.found.difference, "the file", "this program")));
  }
  if (exit == done) {
    if (const std::string merged = find_differences_in_merged(plan, folder, status, runs); !merged.empty()) {
      exit = difference;
      print_result(merged);
    }
  }
  if (exit == done)
    print_result(fmt::format("{}: {} of {} recomputed, chosen by seed {}: {}; all bytes are equal\n",
                             options.folder, runs.size(), counted(plan.n_runs(), "run"), options.choice,
                             ranges_of(runs)));
  return exit;
}

int verify_sweep(const VerifyOptions& options) {
  const SweepFolder folder(options.folder);
  const FoundSweep sweep = open_sweep(folder, program_data());
  const SweepPlan& plan = sweep.plan;
  if (!sweep.difference.empty())
    remark("hansa: this program or its tables would give different runs; differences:\n" + sweep.difference);
  const SweepStatus status = check_sweep(plan, folder);
  const std::string faults = find_faults(plan, folder, status);
  print_result(faults.empty() ? fmt::format("{}: {} with {}, intact\n", options.folder,
                                            counted(plan.n_shards(), "shard"), counted(plan.n_runs(), "run"))
                              : faults);
  const int recomputed = options.n_recomputed > 0 ? recompute(options, folder, status) : done;
  if (options.n_recomputed == 0) tell_next({{faults.empty() ? "merge" : "status", options.folder}});
  return faults.empty() ? recomputed : difference;
}

/// A run, or a comparison, each of whose arms counts as one.
int verify_results(const VerifyOptions& options) {
  const ResultFolder found = find_result_files(options.folder);
  const std::string faults = find_faults(options.folder, found);
  print_result(faults.empty()
                   ? fmt::format("{}: {}, intact\n", options.folder, counted(found.files.size(), "result"))
                   : faults);
  if (!faults.empty()) return difference;
  if (options.n_recomputed == 0) {
    tell_next({{"verify", options.folder, "--recompute", fmt::to_string(found.files.size())}});
    return done;
  }
  std::vector<std::size_t> numbers(found.files.size());
  for (std::size_t k = 0; k < numbers.size(); ++k) numbers[k] = k;
  std::vector<std::filesystem::path> files;
  for (const std::size_t k : choose_runs(numbers, options.n_recomputed, options.choice))
    files.push_back(found.files[k]);
  if (files.size() < found.files.size())
    print_result(fmt::format("{}: {} of {} recomputed, chosen by seed {}\n", options.folder, files.size(),
                             counted(found.files.size(), "result"), options.choice));
  return reproduce_files(files, options.folder, options);
}

int verify(const VerifyOptions& options) {
  const std::filesystem::path folder = options.folder;
  const bool is_result = !is_there(folder / "sweep.yaml") &&
                         (is_there(folder / "result.h5") || is_there(folder / "compare.json"));
  return is_result ? verify_results(options) : verify_sweep(options);
}

struct ReproduceOptions : RunOptions {
  std::string folder;
};

int reproduce(const ReproduceOptions& options) {
  const ResultFolder folder = find_result_files(options.folder);
  if (folder.kind == FolderKind::Sweep)
    throw ScenarioError(
        {{.file = options.folder,
          .key = "file",
          .message = "is a sweep; hansa verify --recompute K repeats K of its runs, hansa run --from DIR "
                     "--run K one of them"}});
  return reproduce_files(folder.files, options.folder, options);
}

}  // namespace

Verb verify_verb() {
  auto options = std::make_shared<VerifyOptions>();
  return {
      .name = "verify",
      .about = "Check every byte of a result against its digests, and recompute part of it",
      .options = {{.name = "DIR",
                   .target = &options->folder,
                   .help = "folder of a sweep, a run or a comparison",
                   .required = true},
                  {.name = "--recompute",
                   .target = &options->n_recomputed,
                   .help = "play this many runs of a sweep, or results of a comparison, again and compare "
                           "the bytes; 0: none",
                   .bounds = Bounds{0, 1e9},
                   .shows_default = true},
                  {.name = "--seed",
                   .target = &options->choice,
                   .help = "of the choice of these runs",
                   .bounds = Bounds{0, 1e9},
                   .shows_default = true},
                  threads_option(options->threads),
                  {.name = "--quiet", .target = &options->quiet, .help = "no progress or remarks on stderr"}},
      .notes =
          "Nothing is written. The exit status is 1 if anything is missing, altered or not reproduced.\n"
          "Digests show accidents. Who alters a file can also renew its digests, which only recomputing "
          "shows.",
      .examples = {"hansa verify results/gridlock-one-off", "hansa verify results/dial --recompute 20",
                   "hansa verify results/paris-2015 --recompute 1"},
      .run = [options] { return verify(*options); }};
}

Verb reproduce_verb() {
  auto options = std::make_shared<ReproduceOptions>();
  return {
      .name = "reproduce",
      .about = "Run a result again from what its file holds, and compare the bytes",
      .options = {{.name = "DIR",
                   .target = &options->folder,
                   .help = "folder of a run, or of a comparison, whose arms are all run",
                   .required = true},
                  threads_option(options->threads),
                  {.name = "--quiet", .target = &options->quiet, .help = "no progress or remarks on stderr"}},
      .notes =
          "Scenario and seed are those in result.h5, tables of facts those of this installation. A "
          "scenario's own tables are looked for beside result.h5.\n"
          "Nothing is written. The exit status is 1 if any byte differs.",
      .examples = {"hansa reproduce results/paris-2015"},
      .run = [options] { return reproduce(*options); }};
}

}  // namespace hansa
