#include <chrono>
#include <memory>

#include <fmt/core.h>

#include "analysis/add_result.hpp"
#include "analysis/network_summary.hpp"
#include "analysis/past.hpp"
#include "analysis/report/run_page.hpp"
#include "analysis/results/provenance.hpp"
#include "analysis/summary.hpp"
#include "analysis/summary_report.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/program_data.hpp"
#include "cli/run_options.hpp"
#include "cli/terminal/next_step.hpp"
#include "cli/terminal/stop_signal.hpp"
#include "cli/terminal/streams.hpp"
#include "support/files/sha256.hpp"
#include "support/input/problem.hpp"
#include "sweeps/run/repeated_run.hpp"
#include "sweeps/run/sweep_plan.hpp"

namespace hansa {
namespace {

struct RunFromOptions : RunOptions {
  std::optional<std::string> named;  // SCENARIO, which --from replaces
  std::optional<std::string> from;   // the folder of a sweep
  std::size_t run = 0;
};

/// Identity of a run for the JSON summary, and its title for the table.
struct Ran {
  std::string scenario, sha256, title;
  std::uint64_t seed;
};

/// Adds the page of --report.
void add_page(const ResultSet& result, const PreparedScenario& prepared, const Past& past,
              std::size_t n_threads, Provenance& provenance, OutputFolder& folder) {
  const std::string page = run_page(result, prepared, past, program_data(), n_threads);
  folder.add("report.html", page);
  provenance.sha256.emplace_back("report.html", sha256_hex(page));
}

/// Publishes the folder with run.json and prints the summary.
void finish(const RunOptions& options, std::chrono::steady_clock::time_point begun, Provenance provenance,
            OutputFolder& folder, const ResultSet& result, const Past& past, const Ran& ran) {
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
  provenance.command = options.command;
  provenance.wall_seconds = seconds;
  folder.add("run.json", run_json(provenance));
  const std::string out = folder.publish().string();
  std::string tables;
  if (has_networks(result))
    for (const auto& [name, dimension] : network_tables) tables += ", " + std::string(name);
  report(options, fmt::format("{:.1f} s; written to {}: result.h5, scenario.yaml, run.json{}{}", seconds, out,
                              tables, options.with_page ? ", report.html" : ""));
  if (options.with_page) report(options, fmt::format("open {}/report.html in a browser", out));
  const Summary summary = summarise(result, past);
  if (options.json)
    print_result(summary_json(summary, {.scenario = ran.scenario,
                                        .scenario_sha256 = ran.sha256,
                                        .seed = ran.seed,
                                        .out = out,
                                        .wall_seconds = seconds}));
  else
    print_text(summary_text(summary, ran.title), options.all);
  std::vector<NextStep> next = {{"compare", options.scenario, "--without", "lobbying"},
                                {"export", out, "--csv"}};
  if (options.scenario.empty()) next.erase(next.begin());  // a run of a sweep
  if (!options.with_page) next.insert(next.begin(), {"report", out});
  tell_next(next, options.quiet || options.json);
}

int run_scenario(const RunOptions& options) {
  const auto begun = std::chrono::steady_clock::now();
  const PreparedScenario prepared = prepare(options.scenario, settings_of(options), program_data());
  const Scenario& scenario = prepared.scenario();
  const Past past = read_past(program_data());
  Provenance provenance = begin_provenance();
  const std::atomic<bool>& stop = stop_on_signal();  // before the folder exists, so that a signal leaves none
  OutputFolder folder = open_output(options, scenario.name);
  const std::optional<ResultSet> result = run_with_progress(prepared, scenario.name, options, stop);
  if (!result) return stopped;
  provenance.sha256 = add_result(*result, prepared.text, "", folder);
  if (options.with_page) add_page(*result, prepared, past, options.threads, provenance, folder);
  provenance.n_threads = static_cast<int>(options.threads);
  finish(options, begun, std::move(provenance), folder, *result, past,
         {scenario.name, prepared.sha256, scenario.title.empty() ? scenario.name : scenario.title,
          scenario.seed});
  return done;
}

/// Repeats one run of a sweep and writes it as a separate result.
int run_from_sweep(const RunFromOptions& options) {
  const auto begun = std::chrono::steady_clock::now();
  const SweepFolder sweep(*options.from);
  const SweepPlan plan = find_same_sweep(sweep, program_data());
  if (options.run >= plan.n_runs())
    throw ScenarioError({{.file = "--run",
                          .line = 1,
                          .column = 1,
                          .key = "run",
                          .message = fmt::format("{} has the runs 0 to {}, got {}", plan.sweep.name,
                                                 plan.n_runs() - 1, options.run)}});
  const Past past = read_past(program_data());
  Provenance provenance = begin_provenance();
  static_cast<void>(stop_on_signal());
  OutputFolder folder = open_output(options, fmt::format("{}-run-{}", plan.sweep.name, options.run));
  report(options, fmt::format("{}, seed {}", describe_run(plan, options.run), plan.sweep.seed));
  const RepeatedRun repeated = repeat_run(sweep, plan, options.run, detail_of(options));
  provenance.sha256 = add_result(repeated.result, repeated.text, "", folder);
  const std::string& title = plan.sweep.title.empty() ? plan.sweep.name : plan.sweep.title;
  finish(
      options, begun, std::move(provenance), folder, repeated.result, past,
      {repeated.scenario, repeated.sha256, fmt::format("{}, run {}", title, options.run), plan.sweep.seed});
  return done;
}

}  // namespace

Verb run_verb(const Words& command) {
  auto options = std::make_shared<RunFromOptions>();
  options->command = command;
  Option scenario = scenario_option(*options);
  scenario.target = &options->named;
  scenario.required = false;
  std::vector<Option> all = {scenario};
  for (Option& option : run_options("results/NAME, then NAME-2, ...", *options))
    all.push_back(std::move(option));
  all.push_back({.name = "--from",
                 .target = &options->from,
                 .help = "repeat a run of the sweep in this folder, instead of SCENARIO",
                 .metavar = "DIR",
                 .needs = {"--run"},
                 .excludes = {"SCENARIO", "--realizations", "--seed", "--set", "--report"}});
  all.push_back({.name = "--run",
                 .target = &options->run,
                 .help = "number of the run to repeat, with all variables that the sweep omits",
                 .expects = "the number of a run, from 0",
                 .needs = {"--from"}});
  all.push_back(page_option(*options));
  all.push_back(all_option(*options));
  return {.name = "run",
          .about = "Run a scenario and write its results",
          .options = std::move(all),
          .examples = {"hansa run paris-2015 --set gridlock.level=0.3 --out results/calm"},
          .run = [options] {
            expect_page(*options);
            if (options->from) return run_from_sweep(*options);
            if (!options->named) throw CommandLineError("hansa run", "SCENARIO is required");
            options->scenario = *options->named;
            return run_scenario(*options);
          }};
}

}  // namespace hansa
