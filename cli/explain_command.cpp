#include <chrono>
#include <memory>

#include <fmt/format.h>

#include "analysis/explain/explanation.hpp"
#include "analysis/explain/explanation_report.hpp"
#include "analysis/explain/explanation_tables.hpp"
#include "analysis/results/provenance.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/program_data.hpp"
#include "cli/run_options.hpp"
#include "cli/terminal/next_step.hpp"
#include "cli/terminal/progress.hpp"
#include "cli/terminal/stop_signal.hpp"
#include "cli/terminal/streams.hpp"
#include "support/files/sha256.hpp"
#include "support/input/problem.hpp"
#include "support/text/numeral.hpp"

namespace hansa {
namespace {

struct ExplainOptions : RunOptions {
  std::optional<std::string> conference;
  double least_share = ExplanationView{}.least_share;
};

/// Throws CommandLineError for a conference that was held in the run from which this one starts.
void refuse_held_before(const PreparedScenario& prepared, const ConferenceParams& conference) {
  const StartFrom& start = prepared.scenario().start;
  if (start.scenario && conference.year <= start.year)
    throw CommandLineError(
        "CONFERENCE", fmt::format("{} was held in {}, before {} starts at the end of {}; hansa explain {} {}",
                                  conference.name, conference.year, prepared.scenario().name, start.year,
                                  start.scenario->name, conference.name));
}

int explain_conference(const ExplainOptions& options) {
  const auto begun = std::chrono::steady_clock::now();
  const PreparedScenario prepared = prepare(options.scenario, settings_of(options), program_data());
  std::string reason;
  const std::optional<std::size_t> row = find_conference(prepared.facts, options.conference, reason);
  if (!row) throw CommandLineError("CONFERENCE", reason);
  const ConferenceParams& held = *prepared.facts.conferences[*row].params;
  refuse_held_before(prepared, held);
  const std::string& conference = held.name;
  Provenance provenance = begin_provenance();
  const std::atomic<bool>& stop = stop_on_signal();
  OutputFolder folder =
      open_output(options, fmt::format("{}-explain-{}", prepared.scenario().name, conference));
  const Scenario& scenario = prepared.scenario();
  report(options, fmt::format("{}, {}: {}, seed {}, {}", scenario.name, conference,
                              counted(scenario.realizations, "realization"), scenario.seed,
                              counted(options.threads, "thread")));
  Progress progress("realizations", static_cast<std::size_t>(scenario.realizations), options.quiet);
  const ConferenceRuns runs(prepared.facts, *row, options.threads,
                            {.progress = [&](std::size_t n) { progress.report(n); }, .stop = &stop});
  progress.finish();
  const Past past = read_past(program_data());
  const std::optional<Explanation> explanation =
      runs.stopped() ? std::nullopt : explain(runs, past.find(conference, held.year));
  if (!explanation) {
    remark("hansa: stopped; nothing was written, the same command starts over\n");
    return stopped;
  }
  const auto add = [&](const std::string& file, const std::string& text) {
    folder.add(file, text);
    provenance.sha256.emplace_back(file, sha256_hex(text));
  };
  const std::string json = explanation_json(*explanation, prepared.facts);
  add("explanation.json", json);
  add("scenario.yaml", prepared.text);
  for (const auto& [file, table] : explanation_tables(*explanation, prepared.facts)) add(file, table);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
  provenance.command = options.command;
  provenance.n_threads = static_cast<int>(options.threads);
  provenance.wall_seconds = seconds;
  folder.add("run.json", run_json(provenance));
  report(options, fmt::format("{:.1f} s; written to {}: explanation.json, texts.csv, states.csv, gains.csv, "
                              "changes.csv, scenario.yaml, run.json",
                              seconds, folder.publish().string()));
  print(
      options.json, [&] { return json; },
      [&] { return explanation_text(*explanation, prepared.facts, {.least_share = options.least_share}); });
  tell_next({{"compare", options.scenario, "--without", "lobbying"}, {"run", options.scenario}},
            options.quiet || options.json);
  return done;
}

}  // namespace

Verb explain_verb(const Words& command) {
  auto options = std::make_shared<ExplainOptions>();
  options->command = command;
  std::vector<Option> all = {scenario_option(*options),
                             {.name = "CONFERENCE",
                              .target = &options->conference,
                              .help = "its name; may be left out if the scenario has only one"}};
  for (Option& option : run_options("results/NAME-explain-CONFERENCE, then -2, ...", *options))
    if (option.name != "--networks") all.push_back(std::move(option));
  all.push_back({.name = "--above",
                 .target = &options->least_share,
                 .help = "name the states that object in at least this share of realizations",
                 .bounds = Bounds{0, 1},
                 .shows_default = true});
  return {
      .name = "explain",
      .about = "Say why a conference fails or passes, and what would turn it",
      .options = std::move(all),
      .notes =
          "Every change is tried in that year alone, with the history before it and all draws as they are.",
      .examples = {"hansa explain paris-2015 COP15",
                   "hansa explain copenhagen-2009 --set gridlock.level=0.3"},
      .run = [options] { return explain_conference(*options); }};
}

}  // namespace hansa
