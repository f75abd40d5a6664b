#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/commands.hpp"
#include "cli/data_folders.hpp"
#include "cli/exit_code.hpp"
#include "cli/streams.hpp"
#include "scenarios/load.hpp"
#include "scenarios/state_codes.hpp"
#include "scenarios/sweep/load_sweep.hpp"

namespace hansa {
namespace {

int check_files(const std::vector<std::string>& files) {
  int status = done;
  for (const std::string& file : files) {
    try {
      const DataFolders folders = find_data_folders();
      if (is_sweep(file, folders)) {
        const Sweep sweep = load_sweep(file, folders);
        check_points(sweep, read_tables(sweep.reference.files));
        print_result(fmt::format("{}: {} is in order, {} design points\n", file, sweep.name, sweep.n_points));
        continue;
      }
      const LoadedScenario loaded = load_scenario(file, {}, folders);
      check_state_codes(loaded, read_tables(loaded.files));
      print_result(fmt::format("{}: {} is in order\n", file, loaded.scenario.name));
    } catch (const ScenarioError& error) {
      remark(fmt::format("{}\n", error.what()));
      status = bad_input;
    }
  }
  return status;
}

}  // namespace

void add_check(CLI::App& app, int& status) {
  auto files = std::make_shared<std::vector<std::string>>();
  CLI::App* verb = app.add_subcommand("check", "Tell every problem of scenario and sweep files; run nothing");
  verb->add_option("FILE", *files, "scenario or sweep files, or names from the library")->required();
  verb->footer(
      "Example: hansa check my.yaml\nProblems are told as FILE:LINE:COL: KEY: message; the exit status is 2 "
      "if there are any.");
  verb->callback([files, &status] { status = check_files(*files); });
}

}  // namespace hansa
