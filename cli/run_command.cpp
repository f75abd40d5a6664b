#include <charconv>
#include <chrono>
#include <system_error>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "analysis/summary.hpp"
#include "analysis/summary_json.hpp"
#include "analysis/summary_table.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/ready_scenario.hpp"
#include "cli/run_from.hpp"
#include "cli/run_options.hpp"
#include "cli/stop_signal.hpp"
#include "cli/streams.hpp"
#include "sim/record/provenance.hpp"

namespace hansa {
namespace {

int run(const RunOptions& options) {
  const auto begun = std::chrono::steady_clock::now();
  const ReadyScenario ready = make_ready(options.scenario, settings_of(options));
  const Scenario& scenario = ready.scenario();
  Provenance provenance = begin_provenance();
  const std::atomic<bool>& stop = stop_on_signal();  // before there is a folder to leave behind
  OutputFolder folder = open_output(options, scenario.name);
  const std::optional<ResultSet> result = run_ready(ready, scenario.name, options, stop);
  if (!result) return stopped;

  provenance.sha256 = add_result(ready, *result, "", folder);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
  provenance.command = options.command;
  provenance.n_threads = static_cast<int>(options.threads);
  provenance.wall_seconds = seconds;
  folder.add("run.json", run_json(provenance));
  const std::string out = folder.publish().string();
  tell(options, fmt::format("{:.1f} s; written to {}: result.h5, scenario.yaml, run.json", seconds, out));

  const Summary summary = summarise(*result);
  if (options.json) {
    print_result(summary_json(summary, {.scenario = scenario.name,
                                        .scenario_sha256 = ready.sha256,
                                        .seed = scenario.seed,
                                        .out = out,
                                        .wall_seconds = seconds}));
  } else {
    print_result(summary_table(summary, scenario.title.empty() ? scenario.name : scenario.title));
  }
  return done;
}

}  // namespace

void add_run(CLI::App& app, std::span<char* const> words, int& status) {
  auto options = std::make_shared<RunOptions>();
  auto from = std::make_shared<RunFromOptions>();
  CLI::App* verb = app.add_subcommand("run", "Run a scenario and write its results");
  add_scenario(*verb, *options)->required(false);
  add_run_options(*verb, words, "results/NAME, then NAME-2, ...", *options);
  CLI::Option* sweep =
      verb->add_option("--from", from->folder, "instead of a scenario: the folder of a sweep, ...");
  CLI::Option* run_number =
      verb->add_option("--run", from->run, "... of which this run is repeated, with all it left out")
          ->type_name("NUMBER")
          ->check([](const std::string& text) {
            std::size_t number = 0;
            const auto end = text.data() + text.size();
            const auto parsed = std::from_chars(text.data(), end, number);
            const bool is_number = parsed.ec == std::errc() && parsed.ptr == end;
            return is_number ? "" : "expected the number of a run, from 0; got " + text;
          });
  sweep->needs(run_number);
  run_number->needs(sweep);
  for (const char* other : {"SCENARIO", "--realizations", "--seed", "--set"})
    sweep->excludes(verb->get_option(other));
  verb->footer("Example: hansa run paris-2015 --set gridlock.level=0.3 --out results/calm");
  verb->callback([options, from, sweep, verb, &status] {
    if (sweep->count() == 0) {
      if (verb->get_option("SCENARIO")->count() == 0) throw CLI::RequiredError("SCENARIO");
      status = run(*options);
      return;
    }
    from->out = options->out;
    from->force = options->force;
    from->json = options->json;
    from->quiet = options->quiet;
    from->command = options->command;
    status = run_from(*from);
  });
}

}  // namespace hansa
