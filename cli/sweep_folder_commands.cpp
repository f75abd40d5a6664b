// Verbs on the folder of a sweep: status, verify, analyze, merge.
#include <memory>

#include <fmt/core.h>

#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/program_data.hpp"
#include "cli/terminal/streams.hpp"
#include "support/text/numeral.hpp"
#include "sweeps/report/status_report.hpp"
#include "sweeps/report/sweep_report.hpp"
#include "sweeps/report/sweep_summary.hpp"
#include "sweeps/run/merge_sweep.hpp"
#include "sweeps/run/shard_file.hpp"
#include "sweeps/run/sweep_status.hpp"

namespace hansa {
namespace {

struct FolderOptions {
  std::string folder;
  bool json = false, partial = false, force = false;
};

Option folder_option(FolderOptions& options) {
  return {.name = "DIR", .target = &options.folder, .help = "folder of a sweep", .required = true};
}

FoundSweep open_sweep(const SweepFolder& folder) {
  refuse_edited_sweep(folder);
  return find_sweep(folder, program_data());
}

int print_status(const FolderOptions& options) {
  const SweepFolder opened(options.folder);
  const SweepPlan plan = open_sweep(opened).plan;
  const SweepStatus found = check_sweep(plan, opened);
  print_result(options.json ? status_json(plan, found, options.folder)
                            : status_text(plan, found, options.folder));
  return found.damaged.empty() ? done : difference;
}

int verify(const FolderOptions& options) {
  const SweepFolder opened(options.folder);
  const FoundSweep sweep = open_sweep(opened);
  const SweepPlan& plan = sweep.plan;
  if (!sweep.difference.empty())
    remark("hansa: this program or its tables would give different runs; differences:\n" + sweep.difference);
  const std::string faults = find_faults(plan, opened);
  print_result(faults.empty() ? fmt::format("{}: {} with {}, intact\n", options.folder,
                                            counted(plan.n_shards(), "shard"), counted(plan.n_runs(), "run"))
                              : faults);
  return faults.empty() ? done : difference;
}

int analyze(const FolderOptions& options) {
  const SweepFolder opened(options.folder);
  const SweepPlan plan = open_sweep(opened).plan;
  const SweepSummary summary = summarise_sweep(plan, opened);
  if (summary.n_missing > 0)
    remark(fmt::format("hansa: {} of {} runs are still missing; hansa status {} lists them\n",
                       summary.n_missing, plan.n_runs(), options.folder));
  print_result(options.json ? sweep_json(plan, summary, options.folder, std::nullopt)
                            : sweep_text(plan, summary));
  return summary.n_failed > 0 ? some_failed : done;
}

int merge_folder(const FolderOptions& options) {
  const SweepFolder opened(options.folder);
  const SweepPlan plan = open_sweep(opened).plan;
  const Merged merged = merge_sweep(plan, opened, {.partial = options.partial, .replace = options.force});
  for (const DamagedShard& damaged : merged.left_out)
    remark("hansa: left out and marked as missing: " + describe_damage(damaged) + "\n");
  print_result(fmt::format("{}{}: {} runs, {} missing, {} failed\n", merged.file.string(),
                           merged.was_there ? " is unchanged" : "", merged.n_runs, merged.n_missing,
                           merged.n_failed));
  return merged.n_failed > 0 ? some_failed : done;
}

}  // namespace

Verb status_verb() {
  auto options = std::make_shared<FolderOptions>();
  return {.name = "status",
          .about = "Report what of a sweep is done, missing, failed or damaged",
          .options = {folder_option(*options),
                      {.name = "--json", .target = &options->json, .help = "print one JSON object"}},
          .examples = {"hansa status results/gridlock-one-off"},
          .run = [options] { return print_status(*options); }};
}

Verb verify_verb() {
  auto options = std::make_shared<FolderOptions>();
  return {.name = "verify",
          .about = "Check every byte of a sweep against its digests and its design",
          .options = {folder_option(*options)},
          .notes = "The exit status is 1 if anything is missing or altered.",
          .examples = {"hansa verify results/gridlock-one-off"},
          .run = [options] { return verify(*options); }};
}

Verb analyze_verb() {
  auto options = std::make_shared<FolderOptions>();
  return {.name = "analyze",
          .about = "Summarise the results of a sweep, complete or not",
          .options = {{.name = "DIR",
                       .target = &options->folder,
                       .help = "folder of a sweep, complete or not",
                       .required = true},
                      {.name = "--json",
                       .target = &options->json,
                       .help = "print one JSON object instead of the table"}},
          .notes = "Runs go realization by realization: a partial sweep is a balanced sample of the design.",
          .examples = {"hansa analyze results/gridlock-one-off"},
          .run = [options] { return analyze(*options); }};
}

Verb merge_verb() {
  auto options = std::make_shared<FolderOptions>();
  return {.name = "merge",
          .about = "Merge all shards of a sweep into one file, merged.h5",
          .options = {folder_option(*options),
                      {.name = "--partial",
                       .target = &options->partial,
                       .help = "merge the intact shards and mark the missing runs"},
                      {.name = "--force",
                       .target = &options->force,
                       .help = "replace a merged.h5 with other content"}},
          .examples = {"hansa merge results/gridlock-one-off"},
          .run = [options] { return merge_folder(*options); }};
}

}  // namespace hansa
