#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "analysis/sweep_status.hpp"
#include "cli/commands.hpp"
#include "cli/data_folders.hpp"
#include "cli/exit_code.hpp"
#include "cli/streams.hpp"
#include "scenarios/counted.hpp"

namespace hansa {
namespace {

int verify(const std::string& folder) {
  const SweepFolder opened(folder);
  refuse_edited_sweep(opened);
  const FoundSweep sweep = find_sweep(opened, find_data_folders());
  const SweepPlan& plan = sweep.plan;
  if (!sweep.difference.empty())
    remark("hansa: this program or its tables would give other runs; what differs:\n" + sweep.difference);
  const SweepStatus found = check_sweep(plan, opened);
  const std::string merged = check_merged(plan, opened, found.n_runs_done);
  std::string text;
  for (const DamagedShard& shard : found.damaged)
    text += fmt::format("{}: {}\n", opened.shard(shard.shard).string(), shard.reason);
  for (const std::size_t shard : found.missing)
    text += fmt::format("{}: is missing\n", opened.shard(shard).string());
  const std::vector<std::filesystem::path> strays = find_strays(plan, opened);
  for (const std::filesystem::path& stray : strays) text += stray.string() + ": is no file of this sweep\n";
  if (!merged.empty()) text += merged + "\n";
  if (text.empty())
    text = fmt::format("{}: {} with {}, whole\n", folder, counted(found.n_shards, "shard"),
                       counted(found.n_runs, "run"));
  print_result(text);
  const bool whole = found.damaged.empty() && found.missing.empty() && strays.empty() && merged.empty();
  return whole ? done : difference;
}

}  // namespace

void add_verify(CLI::App& app, int& status) {
  auto folder = std::make_shared<std::string>();
  CLI::App* verb =
      app.add_subcommand("verify", "Check every byte of a sweep against its digests and its design");
  verb->add_option("DIR", *folder, "folder of a sweep")->required();
  verb->footer(
      "Example: hansa verify results/gridlock-one-off\nThe exit status is 1 if anything is missing or not as "
      "it "
      "was.");
  verb->callback([=, &status] { status = verify(*folder); });
}

}  // namespace hansa
