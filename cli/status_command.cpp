#include <CLI/CLI.hpp>

#include "analysis/status_report.hpp"
#include "cli/commands.hpp"
#include "cli/data_folders.hpp"
#include "cli/exit_code.hpp"
#include "cli/streams.hpp"

namespace hansa {

void add_status(CLI::App& app, int& status) {
  auto folder = std::make_shared<std::string>();
  auto json = std::make_shared<bool>(false);
  CLI::App* verb = app.add_subcommand("status", "Tell what of a sweep is done, missing, failed or damaged");
  verb->add_option("DIR", *folder, "folder of a sweep")->required();
  verb->add_flag("--json", *json, "print one JSON object");
  verb->footer("Example: hansa status results/gridlock-one-off");
  verb->callback([=, &status] {
    const SweepFolder opened(*folder);
    refuse_edited_sweep(opened);
    const SweepPlan plan = find_sweep(opened, find_data_folders()).plan;
    const SweepStatus found = check_sweep(plan, opened);
    print_result(*json ? status_json(plan, found, *folder) : status_text(plan, found, *folder));
    status = found.damaged.empty() ? done : difference;
  });
}

}  // namespace hansa
