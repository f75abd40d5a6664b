#include "cli/run_options.hpp"

#include <algorithm>
#include <map>

#include <fmt/core.h>

#include "analysis/differences/reproduction.hpp"
#include "analysis/network_summary.hpp"
#include "analysis/report/run_page.hpp"
#include "cli/exit_code.hpp"
#include "cli/program_data.hpp"
#include "cli/terminal/progress.hpp"
#include "cli/terminal/stop_signal.hpp"
#include "cli/terminal/streams.hpp"
#include "support/input/problem.hpp"
#include "support/text/numeral.hpp"

namespace hansa {

Option scenario_option(RunOptions& options) {
  return {.name = "SCENARIO",
          .target = &options.scenario,
          .help = "a scenario file, or the name of one in the library (hansa list)",
          .required = true};
}

Option threads_option(std::size_t& threads) {
  return {.name = "--threads",
          .target = &threads,
          .help = "threads; results do not depend on the number",
          .bounds = Bounds{1, 1024}};
}

Option page_option(RunOptions& options) {
  return {.name = "--report",
          .target = &options.with_page,
          .help = "write report.html, too: the result as one page with charts, a map and tables"};
}

Option all_option(RunOptions& options) {
  return {.name = "--all",
          .target = &options.all,
          .help = "on a terminal: a row for each conference, also where all goes as usual"};
}

void expect_page(const RunOptions& options) {
  if (options.with_page && !can_make_pages()) throw CommandLineError("--report", std::string(without_pages));
}

std::vector<Option> run_options(const std::string& default_folder, RunOptions& options) {
  return {
      {.name = "--out",
       .target = &options.out,
       .help = "folder to write; default " + default_folder,
       .metavar = "DIR"},
      {.name = "--force",
       .target = &options.force,
       .help = "allow --out to replace the results of an earlier run",
       .needs = {"--out"}},
      {.name = "--realizations",
       .target = &options.realizations,
       .help = "independent repetitions; default the scenario's",
       .metavar = "NUMBER"},
      {.name = "--seed",
       .target = &options.seed,
       .help = "seed of every draw; default the scenario's",
       .metavar = "NUMBER"},
      {.name = "--start-from",
       .target = &options.start_from,
       .help =
           "begin with the state that another run reaches at the end of a year: paris-2015@2009, DIR@2009",
       .metavar = "SCENARIO@YEAR"},
      threads_option(options.threads),
      {.name = "--set",
       .target = &options.settings,
       .help = "change one parameter: --set gridlock.level=0.3 (may be repeated)"},
      {.name = "--networks",
       .target = &options.networks,
       .help = "keep every network and city too: result.h5 grows, and the run is slower"},
      {.name = "--json", .target = &options.json, .help = "print one JSON object instead of the table"},
      {.name = "--quiet", .target = &options.quiet, .help = "no progress or remarks on stderr"}};
}

namespace {

/// Throws ScenarioError if two settings give one parameter different values: neither has precedence.
void refuse_contradictions(const std::vector<std::string>& settings) {
  std::map<std::string, std::string> seen;  // by path
  for (const std::string& setting : settings) {
    const std::size_t equals = std::min(setting.find('='), setting.size());
    const auto [first, is_new] = seen.emplace(setting.substr(0, equals), setting);
    if (is_new || first->second == setting) continue;
    throw ScenarioError({{.file = "--set",
                          .line = 1,
                          .column = 1,
                          .key = first->first,
                          .message = "is set twice, by " + in_quotes(first->second) + " and by " +
                                     in_quotes(setting) + "; give one of them"}});
  }
}

}  // namespace

std::vector<std::string> settings_of(const RunOptions& options) {
  std::vector<std::string> settings = options.settings;
  refuse_contradictions(settings);
  const auto add = [&](const std::string& key, const std::optional<std::string>& value,
                       const std::string& option) {
    if (!value) return;
    for (const std::string& setting : options.settings) {
      if (setting.starts_with(key + "=") || setting.starts_with(key + "."))
        throw CommandLineError(option, fmt::format("conflicts with --set {}", setting));
    }
    settings.push_back(key + "=" + *value);
  };
  add("realizations", options.realizations, "--realizations");
  add("seed", options.seed, "--seed");
  add("start_from", options.start_from, "--start-from");
  return settings;
}

OutputFolder open_output(const RunOptions& options, const std::string& name) {
  if (!options.out) return OutputFolder("results/" + name, IfTaken::Number);
  return OutputFolder(*options.out, options.force ? IfTaken::Replace : IfTaken::Refuse);
}

void report(const RunOptions& options, const std::string& line) {
  if (!options.quiet) remark("hansa: " + line + "\n");
}

std::optional<ResultSet> run_with_progress(const PreparedScenario& prepared, const std::string& name,
                                           const RunOptions& options, const std::atomic<bool>& stop,
                                           const PreparedScenario* before) {
  const Scenario& scenario = prepared.scenario();
  report(options, fmt::format("{}: {} of {} to {}, seed {}, {}", name,
                              counted(scenario.realizations, "realization"), scenario.years.from,
                              scenario.years.to, scenario.seed, counted(options.threads, "thread")));
  if (const StartFrom& start = scenario.start; start.scenario)
    report(options, fmt::format("up to {} as {}, from which it starts", start.year, start.scenario->name));
  const auto n_filled = count_filled(prepared.facts);
  if (before == nullptr || count_filled(before->facts) != n_filled)
    report(options, fmt::format("{} values missing from the tables were imputed", n_filled));
  for (const std::string& note : prepared.notes) {
    const bool is_said = before != nullptr &&
                         std::find(before->notes.begin(), before->notes.end(), note) != before->notes.end();
    if (!is_said) report(options, note);
  }
  if (options.networks)
    report(options, fmt::format("--networks adds about {:.1f} MB to result.h5",
                                estimate_networks_file(prepared.facts) / 1e6));
  Progress progress("realizations", static_cast<std::size_t>(scenario.realizations), options.quiet);
  FinishedRun finished =
      run(prepared, options.threads, {.progress = [&](std::size_t n) { progress.report(n); }, .stop = &stop},
          detail_of(options));
  progress.finish();
  if (!finished.result)
    remark(fmt::format(
        "hansa: stopped after {} of {} realizations; nothing was written, the same command starts over\n",
        finished.n_done, scenario.realizations));
  return std::move(finished.result);
}

int reproduce_files(const std::vector<std::filesystem::path>& files, const std::filesystem::path& folder,
                    const RunOptions& options) {
  const DataFolders data = program_data();
  const std::atomic<bool>& stop = stop_on_signal();
  int status = done;
  for (const std::filesystem::path& file : files) {
    const KeptResult kept = read_kept(file, data);
    RunOptions again = options;
    again.networks = has_networks(kept.result);
    const std::optional<ResultSet> result = run_with_progress(kept.prepared, file.string(), again, stop);
    if (!result) return stopped;
    const Reproduction found = compare_bytes(file, kept.result, *result);
    const std::string writer = other_writer(kept.result, folder / "run.json");
    if (!writer.empty()) remark(fmt::format("hansa: {} {}\n", file.string(), writer));
    if (found.equal) {
      print_result(fmt::format("{}: reproduced, all {} bytes are equal\n", file.string(), found.n_bytes));
      continue;
    }
    status = difference;
    print_text(fmt::format("{}: not reproduced\n", file.string()) +
               (found.difference.empty() ? Text("the values are equal, the bytes that store them are not\n")
                                         : differences_text(found.difference, "the file", "this run")));
  }
  return status;
}

}  // namespace hansa
