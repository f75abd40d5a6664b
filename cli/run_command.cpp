#include <chrono>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "agents/build.hpp"
#include "analysis/size_estimate.hpp"
#include "analysis/summary.hpp"
#include "analysis/summary_json.hpp"
#include "analysis/summary_table.hpp"
#include "cli/commands.hpp"
#include "cli/data_folders.hpp"
#include "cli/exit_code.hpp"
#include "cli/progress.hpp"
#include "cli/run_from.hpp"
#include "cli/stop_signal.hpp"
#include "cli/streams.hpp"
#include "hansa_version.hpp"
#include "scenarios/load.hpp"
#include "scenarios/print.hpp"
#include "scenarios/state_codes.hpp"
#include "scenarios/sweep/load_sweep.hpp"
#include "sim/ensemble.hpp"
#include "sim/parallel.hpp"
#include "sim/record/output_folder.hpp"
#include "sim/record/provenance.hpp"
#include "sim/record/result_layout.hpp"
#include "sim/record/result_writer.hpp"
#include "sim/record/sha256.hpp"

namespace hansa {
namespace {

struct RunOptions {
  std::string scenario;
  std::optional<std::string> out;
  bool force = false, json = false, quiet = false;
  std::optional<std::string> realizations, seed;  // as they were written
  std::size_t threads = machine_threads();
  std::vector<std::string> settings;
  std::vector<std::string> command;
};

/// What --realizations and --seed say, as settings, so that one checker serves all.
std::vector<std::string> settings_of(const RunOptions& options) {
  std::vector<std::string> settings = options.settings;
  if (options.realizations) settings.push_back("realizations=" + *options.realizations);
  if (options.seed) settings.push_back("seed=" + *options.seed);
  return settings;
}

int count_filled(const Facts& facts) {
  int n = 0;
  for (const Fill& fill : facts.fills) n += fill.n_filled;
  return n;
}

OutputFolder open_output(const RunOptions& options, const std::string& name) {
  if (!options.out) return OutputFolder("results/" + name, IfTaken::Number);
  return OutputFolder(*options.out, options.force ? IfTaken::Replace : IfTaken::Refuse);
}

int run(const RunOptions& options) {
  const auto begun = std::chrono::steady_clock::now();
  const DataFolders folders = find_data_folders();
  if (is_sweep(options.scenario, folders))
    throw ScenarioError(
        {{.file = options.scenario, .key = "file", .message = "is a sweep; hansa sweep runs it"}});
  const LoadedScenario loaded = load_scenario(options.scenario, settings_of(options), folders);
  const Scenario& scenario = loaded.scenario;
  const Tables tables = read_tables(loaded.files);
  check_state_codes(loaded, tables);
  const Facts facts = build_facts(scenario, tables);
  refuse_too_large(facts);
  Provenance provenance = begin_provenance();
  const std::atomic<bool>& stop = stop_on_signal();  // before there is a folder to leave behind
  OutputFolder folder = open_output(options, scenario.name);
  const auto tell = [&](const std::string& line) {
    if (!options.quiet) remark("hansa: " + line + "\n");
  };
  tell(fmt::format("{}: {} realizations of {} to {}, seed {}, {} threads", scenario.name,
                   scenario.realizations, scenario.years.from, scenario.years.to, scenario.seed,
                   options.threads));
  tell(fmt::format("{} values that the tables lack were filled", count_filled(facts)));

  Progress progress("realizations", static_cast<std::size_t>(scenario.realizations), options.quiet);
  const std::vector<RunRecord> records = run_ensemble(
      facts, options.threads, {.progress = [&](std::size_t n) { progress.report(n); }, .stop = &stop});
  progress.finish();
  if (records.size() < static_cast<std::size_t>(scenario.realizations)) {
    remark(fmt::format(
        "hansa: stopped after {} of {} realizations; nothing was written, the same command begins again\n",
        records.size(), scenario.realizations));
    return stopped;
  }

  const std::string text = print_scenario(scenario);
  const std::string digest = sha256_hex(text);
  const ResultSet result =
      lay_out(facts, records, {.text = text, .sha256 = digest, .version = std::string(version)});
  const std::vector<std::byte> image = hdf5_image(result);
  folder.add("result.h5", image);
  folder.add("scenario.yaml", text);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
  provenance.command = options.command;
  provenance.n_threads = static_cast<int>(options.threads);
  provenance.wall_seconds = seconds;
  provenance.sha256 = {{"result.h5", sha256_hex(image)}, {"scenario.yaml", digest}};
  folder.add("run.json", run_json(provenance));
  const std::string out = folder.publish().string();
  tell(fmt::format("{:.1f} s; written to {}: result.h5, scenario.yaml, run.json", seconds, out));

  const Summary summary = summarise(result);
  if (options.json) {
    print_result(summary_json(summary, {.scenario = scenario.name,
                                        .scenario_sha256 = digest,
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
  CLI::Option* scenario = verb->add_option("SCENARIO", options->scenario,
                                           "a scenario file, or the name of one in the library (hansa list)");
  CLI::Option* sweep =
      verb->add_option("--from", from->folder, "instead of a scenario: the folder of a sweep, ...");
  CLI::Option* run_number =
      verb->add_option("--run", from->run, "... of which this run is repeated, with all it left out");
  sweep->excludes(scenario)->needs(run_number);
  run_number->needs(sweep);
  CLI::Option* out =
      verb->add_option("--out", options->out, "folder to write; default results/NAME, then NAME-2, ...");
  verb->add_flag("--force", options->force, "let --out replace the results of an earlier run")->needs(out);
  CLI::Option* realizations = verb->add_option("--realizations", options->realizations,
                                               "independent repetitions, instead of the scenario's")
                                  ->type_name("NUMBER");
  CLI::Option* seed =
      verb->add_option("--seed", options->seed, "seed of every draw, instead of the scenario's")
          ->type_name("NUMBER");
  verb->add_option("--threads", options->threads, "threads; the results do not depend on it")
      ->check(CLI::Range(1, 1024));
  CLI::Option* settings = verb->add_option("--set", options->settings,
                                           "change one parameter: --set gridlock.level=0.3 (may be repeated)")
                              ->allow_extra_args(false);
  verb->add_flag("--json", options->json, "print one JSON object instead of the table");
  verb->add_flag("--quiet", options->quiet, "no progress and no remarks on stderr");
  verb->footer("Example: hansa run paris-2015 --set gridlock.level=0.3 --out results/calm");
  options->command.assign(words.begin(), words.end());
  sweep->excludes(realizations)->excludes(seed)->excludes(settings);
  verb->callback([options, from, sweep, scenario, &status] {
    if (sweep->count() == 0) {
      if (scenario->count() == 0) throw CLI::RequiredError("SCENARIO");
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
