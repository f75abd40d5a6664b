#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "analysis/shard_file.hpp"
#include "analysis/sweep_report.hpp"
#include "analysis/sweep_summary.hpp"
#include "cli/commands.hpp"
#include "cli/data_folders.hpp"
#include "cli/exit_code.hpp"
#include "cli/streams.hpp"

namespace hansa {

void add_analyze(CLI::App& app, int& status) {
  auto folder = std::make_shared<std::string>();
  auto json = std::make_shared<bool>(false);
  CLI::App* verb = app.add_subcommand("analyze", "Tell what came out of a sweep, as far as it is done");
  verb->add_option("DIR", *folder, "folder of a sweep, whole or not")->required();
  verb->add_flag("--json", *json, "print one JSON object instead of the table");
  verb->footer(
      "Runs are done realization by realization: what is there is a balanced sample of the design.\n"
      "Example: hansa analyze results/gridlock-one-off");
  verb->callback([=, &status] {
    const SweepFolder opened(*folder);
    refuse_edited_sweep(opened);
    const SweepPlan plan = find_sweep(opened, find_data_folders()).plan;
    const SweepSummary summary = summarise_sweep(plan, opened);
    if (summary.n_missing > 0)
      remark(fmt::format("hansa: {} of {} runs are missing still; hansa status {} tells which\n",
                         summary.n_missing, plan.n_runs(), *folder));
    print_result(*json ? sweep_json(plan, summary, *folder, std::nullopt) : sweep_text(plan, summary));
    status = summary.n_failed > 0 ? some_failed : done;
  });
}

}  // namespace hansa
