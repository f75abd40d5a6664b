// Verbs that list and check scenarios and sweeps without running them.
#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>

#include <fmt/core.h>

#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/program_data.hpp"
#include "cli/terminal/next_step.hpp"
#include "cli/terminal/screens.hpp"
#include "cli/terminal/streams.hpp"
#include "scenarios/load/load.hpp"
#include "scenarios/load/names_in_tables.hpp"
#include "scenarios/load/paths.hpp"
#include "support/input/excerpt.hpp"
#include "sweeps/design/load_sweep.hpp"
#include "sweeps/report/found_results.hpp"
#include "sweeps/run/sweep_estimate.hpp"

namespace hansa {
namespace {

/// What is asked of hansa list.
struct ListOptions {
  std::optional<std::string> what, folder;
  bool names = false;
};

int list_library(const ListOptions& options) {
  const DataFolders folders = program_data();
  int status = done;
  TextTable table{.columns = {{}, {.gap = 1, .least = 20}}};
  for (const std::string& name : library_names(folders)) {
    try {
      const FileTitle found = read_title(name, folders);
      if (options.what && (*options.what == "sweeps") != found.is_sweep) continue;
      if (options.names)
        table.rows.push_back({name, ""});
      else
        table.rows.push_back({fmt::format("{:<24}", name), (found.is_sweep ? "sweep: " : "") + found.title});
    } catch (const ScenarioError& error) {  // a broken file of the user must not hide the others
      remark(to_text_with_excerpts(error.problems(), standard_error()) + "\n");
      status = bad_input;
    }
  }
  print_text(std::move(table));
  const bool only_sweeps = options.what == "sweeps";
  tell_next(
      {{only_sweeps ? "sweep" : "run", only_sweeps ? "fragmentation" : "paris-2015"}, {"list", "results"}},
      options.names);
  return status;
}

/// The tables of actors that are shipped as examples, by name.
int list_tables() {
  const std::vector<std::string> names = example_names(program_data());
  for (const std::string& name : names) print_result(name + "\n");
  if (!names.empty()) tell_next({{"bargain", names.front()}});
  return done;
}

/// What shows a result.
NextStep next_for(const FoundResult& result) {
  const std::string folder = result.folder.string();
  if (result.kind == "sweep") return {result.is_complete ? "analyze" : "status", folder};
  return {"report", folder};
}

int list_results(const ListOptions& options) {
  const std::vector<FoundResult> results = find_results(options.folder.value_or("results"), program_data());
  if (options.names) {
    for (const FoundResult& one : results) print_result(one.folder.string() + "\n");
  } else {
    print_text(results_text(results));
    const auto shown =
        std::ranges::find_if(results, [](const FoundResult& one) { return one.kind != "explanation"; });
    if (shown != results.end()) tell_next({next_for(*shown)});
  }
  return done;
}

int list(const ListOptions& options) {
  const std::string what = options.what.value_or("");
  if (options.folder && what != "results")
    throw CommandLineError("DIR", "a folder is searched for results only: hansa list results DIR");
  if (what == "results") return list_results(options);
  return what == "tables" ? list_tables() : list_library(options);
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
      tell_next({{is_sweep(file, program_data()) ? "sweep" : "run", file}}, file != files.back());
    } catch (const ScenarioError& error) {
      remark(to_text_with_excerpts(error.problems(), standard_error()) + "\n");
      status = bad_input;
    }
  }
  return status;
}

}  // namespace

Verb list_verb() {
  auto options = std::make_shared<ListOptions>();
  return {
      .name = "list",
      .about = "List scenarios and sweeps of the library, or results",
      .options = {{.name = "WHAT",
                   .target = &options->what,
                   .help = "what to list; default scenarios and sweeps. tables: of actors, for hansa bargain",
                   .choices = {"scenarios", "sweeps", "tables", "results"}},
                  {.name = "DIR",
                   .target = &options->folder,
                   .help = "folder in which results are looked for; default results"},
                  {.name = "--names", .target = &options->names, .help = "print names alone"}},
      .examples = {"hansa list", "hansa list results"},
      .run = [options] { return list(*options); }};
}

Verb check_verb() {
  auto files = std::make_shared<std::vector<std::string>>();
  return {
      .name = "check",
      .about = "Report every problem of scenario and sweep files",
      .options = {{.name = "FILE",
                   .target = files.get(),
                   .help = "scenario or sweep files, or names from the library",
                   .required = true}},
      .notes = "Problems are printed as FILE:LINE:COL: KEY: message; the exit status is 2 if there are any.",
      .examples = {"hansa check my.yaml"},
      .run = [files] { return check_files(*files); }};
}

}  // namespace hansa
