#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "analysis/merge_sweep.hpp"
#include "cli/commands.hpp"
#include "cli/data_folders.hpp"
#include "cli/exit_code.hpp"
#include "cli/streams.hpp"

namespace hansa {
namespace {

struct MergeOptions {
  std::string folder;
  bool partial = false, force = false;
};

int merge_folder(const MergeOptions& options) {
  const SweepFolder opened(options.folder);
  refuse_edited_sweep(opened);
  const SweepPlan plan = find_sweep(opened, find_data_folders()).plan;
  const Merged merged = merge_sweep(plan, opened, {.partial = options.partial, .replace = options.force});
  for (const DamagedShard& damaged : merged.left_out)
    remark("hansa: left out and marked as missing: " + describe_damage(damaged) + "\n");
  print_result(fmt::format("{}{}: {} runs, {} missing, {} failed\n", merged.file.string(),
                           merged.was_there ? " is there already" : "", merged.n_runs, merged.n_missing,
                           merged.n_failed));
  return merged.n_failed > 0 ? some_failed : done;
}

}  // namespace

void add_merge(CLI::App& app, int& status) {
  auto options = std::make_shared<MergeOptions>();
  CLI::App* verb = app.add_subcommand("merge", "Put all shards of a sweep into one file, merged.h5");
  verb->add_option("DIR", options->folder, "folder of a sweep")->required();
  verb->add_flag("--partial", options->partial, "merge what is there and whole, and mark what is missing");
  verb->add_flag("--force", options->force, "replace a merged.h5 with other content");
  verb->footer("Example: hansa merge results/gridlock-one-off");
  verb->callback([options, &status] { status = merge_folder(*options); });
}

}  // namespace hansa
