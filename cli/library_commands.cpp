// Verbs that list and check scenarios and sweeps without running them.
#include <memory>

#include <fmt/core.h>

#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/program_data.hpp"
#include "cli/terminal/streams.hpp"
#include "scenarios/load/load.hpp"
#include "scenarios/load/names_in_tables.hpp"
#include "scenarios/load/paths.hpp"
#include "support/input/excerpt.hpp"
#include "sweeps/design/load_sweep.hpp"
#include "sweeps/run/sweep_estimate.hpp"

namespace hansa {
namespace {

int list_library() {
  const DataFolders folders = program_data();
  int status = done;
  for (const std::string& name : library_names(folders)) {
    try {
      const bool sweeps = is_sweep(name, folders);
      const std::string title =
          sweeps ? load_sweep(name, folders).title : load_scenario(name, {}, folders).scenario.title;
      print_result(fmt::format("{:<24} {}{}\n", name, sweeps ? "sweep: " : "", title));
    } catch (const ScenarioError& error) {  // a broken file of the user must not hide the others
      remark(to_text_with_excerpts(error.problems()) + "\n");
      status = bad_input;
    }
  }
  return status;
}

void print_notes(const Tables& tables) {
  for (const std::string& note : tables.notes) remark(note + "\n");
}

/// Returns one line for a valid file. Throws ScenarioError with every problem: those that `hansa sweep` would report
/// for a sweep in a new folder.
std::string check_file(const std::string& file) {
  const DataFolders folders = program_data();
  if (is_sweep(file, folders)) {
    const SweepPlan plan = plan_sweep(file, folders);
    refuse_unworkable(plan, usual_shards);
    print_notes(plan.tables);
    return fmt::format("{}: {} is valid, {} design points\n", file, plan.sweep.name, plan.sweep.n_points);
  }
  const LoadedScenario loaded = load_scenario(file, {}, folders);
  const Tables tables = read_tables(loaded.files);
  check_names(loaded, tables);
  print_notes(tables);
  return fmt::format("{}: {} is valid\n", file, loaded.scenario.name);
}

int check_files(const std::vector<std::string>& files) {
  int status = done;
  for (const std::string& file : files) {
    try {
      print_result(check_file(file));
    } catch (const ScenarioError& error) {
      remark(to_text_with_excerpts(error.problems()) + "\n");
      status = bad_input;
    }
  }
  return status;
}

}  // namespace

Verb list_verb() {
  return {.name = "list",
          .about = "List the scenarios and sweeps of the library",
          .options = {},
          .examples = {"hansa list"},
          .run = list_library};
}

Verb check_verb() {
  auto files = std::make_shared<std::vector<std::string>>();
  return {
      .name = "check",
      .about = "Report every problem of scenario and sweep files, without running them",
      .options = {{.name = "FILE",
                   .target = files.get(),
                   .help = "scenario or sweep files, or names from the library",
                   .required = true}},
      .notes = "Problems are printed as FILE:LINE:COL: KEY: message; the exit status is 2 if there are any.",
      .examples = {"hansa check my.yaml"},
      .run = [files] { return check_files(*files); }};
}

}  // namespace hansa
