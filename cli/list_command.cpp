#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/commands.hpp"
#include "cli/data_folders.hpp"
#include "cli/exit_code.hpp"
#include "cli/streams.hpp"
#include "scenarios/load.hpp"
#include "scenarios/paths.hpp"
#include "scenarios/sweep/load_sweep.hpp"

namespace hansa {
namespace {

int list_library() {
  const DataFolders folders = find_data_folders();
  int status = done;
  for (const std::string& name : library_names(folders)) {
    try {
      const bool sweeps = is_sweep(name, folders);
      const std::string title =
          sweeps ? load_sweep(name, folders).title : load_scenario(name, {}, folders).scenario.title;
      print_result(fmt::format("{:<24} {}{}\n", name, sweeps ? "sweep: " : "", title));
    } catch (const ScenarioError& error) {  // one of the user's own must not hide the others
      remark(fmt::format("{}\n", error.what()));
      status = bad_input;
    }
  }
  return status;
}

}  // namespace

void add_list(CLI::App& app, int& status) {
  CLI::App* verb = app.add_subcommand("list", "List the scenarios and sweeps of the library");
  verb->footer("Example: hansa list");
  verb->callback([&status] { status = list_library(); });
}

}  // namespace hansa
