#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "analysis/history/history_report.hpp"
#include "analysis/memberships/memberships_report.hpp"
#include "analysis/ratification/ratification_report.hpp"
#include "bargaining/report/backtest_report.hpp"
#include "bargaining/report/bargain_remarks.hpp"
#include "bargaining/report/forecast_csv.hpp"
#include "bargaining/tables/packages.hpp"
#include "cli/bargain_rules.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/program_data.hpp"
#include "cli/run_options.hpp"
#include "cli/terminal/progress.hpp"
#include "cli/terminal/streams.hpp"
#include "cli/terminal/waiting.hpp"
#include "support/files/publish.hpp"
#include "support/input/problem.hpp"

namespace hansa {
namespace {

struct BacktestOptions {
  std::string cases;
  RuleWords words;
  std::string setter;
  std::size_t n_folds = 0;
  std::size_t seed = 42;
  bool json = false, force = false, packages = false;
  std::optional<std::string> csv;
  TableWords reading;

  // history
  std::string votes, conference, scenario, relations, treaties;
  std::size_t realizations = 0, n_threads = machine_threads();
};

/// Throws CommandLineError if an option was given that only the other kind of backtest reads.
void refuse_given(const std::vector<std::pair<std::string, bool>>& given, const std::string& other) {
  for (const auto& [option, is_given] : given)
    if (is_given) throw CommandLineError(option, "is an option of " + other);
}

/// The options that only `hansa backtest history` reads.
std::vector<std::pair<std::string, bool>> of_history(const BacktestOptions& options) {
  return {{"--votes", !options.votes.empty()},       {"--conference", !options.conference.empty()},
          {"--scenario", !options.scenario.empty()}, {"--relations", !options.relations.empty()},
          {"--treaty", !options.treaties.empty()},   {"--realizations", options.realizations > 0}};
}

/// The options that only a table of cases needs.
std::vector<std::pair<std::string, bool>> of_cases(const BacktestOptions& options) {
  return {{"--smp", !options.words.smp.empty()},
          {"--chair", !options.words.chair.empty()},
          {"--expected-utility", !options.words.expected_utility.empty()},
          {"--setter", !options.setter.empty()},
          {"--cross-validate", options.n_folds > 0},
          {"--columns", !options.reading.columns.empty()},
          {"--strict", options.reading.strict},
          {"--packages", options.packages},
          {"--csv", options.csv.has_value()}};
}

int test_joining(const BacktestOptions& options) {
  refuse_given(of_cases(options), "hansa backtest CASES.csv");
  refuse_given(of_history(options), "hansa backtest history");
  const RatificationBacktest found = test_ratification(program_data(), options.seed, options.n_threads);
  print(
      options.json, [&] { return ratification_json(found); }, [&] { return ratification_text(found); });
  return done;
}

int test_networks(const BacktestOptions& options) {
  refuse_given(of_cases(options), "hansa backtest CASES.csv");
  refuse_given(of_history(options), "hansa backtest history");
  const MembershipBacktest found = test_memberships(program_data(), options.seed, options.n_threads);
  print(
      options.json, [&] { return memberships_json(found); }, [&] { return memberships_text(found); });
  return done;
}

int test_history(const BacktestOptions& options) {
  refuse_given(of_cases(options), "hansa backtest CASES.csv");
  HistoryInput input{.votes = options.votes,
                     .scenario = options.scenario,
                     .relations = options.relations,
                     .treaties = options.treaties,
                     .realizations = options.realizations,
                     .seed = options.seed,
                     .n_threads = options.n_threads};
  if (!options.conference.empty()) input.conference = options.conference;
  const History history = score_history(input, program_data());
  if (!history.unknown_states.empty())
    remark(fmt::format("hansa: left out, not in the tables of states: {}\n",
                       printable(fmt::format("{}", fmt::join(history.unknown_states, ", ")))));
  print(
      options.json, [&] { return history_json(history); }, [&] { return history_text(history); });
  return done;
}

/// The scores, with a bar of progress.
std::pair<std::optional<CrossValidation>, Backtest> score(const BacktestOptions& options,
                                                          const CaseTable& table, const BargainRules& rules) {
  const Waiting waiting(stopped);
  const std::size_t n_of_folds = options.n_folds > 0 ? n_fold_solutions(table) : 0;
  Progress progress("solutions", n_of_folds + n_solutions(table, rules), false);
  std::optional<CrossValidation> folds;
  if (options.n_folds > 0)
    folds = cross_validate(table, rules, options.n_folds, options.seed,
                           {.progress = [&](std::size_t n) { progress.report(n); }});
  Backtest found = backtest(table, rules, options.seed,
                            {.progress = [&](std::size_t n) { progress.report(n_of_folds + n); }});
  progress.finish();
  return {std::move(folds), std::move(found)};
}

int test_cases(const BacktestOptions& options) {
  refuse_given(of_history(options), "hansa backtest history");
  BargainRules rules = bargain_rules(options.words, council_chair_rules());
  rules.setter = options.setter;
  rules.packages = options.packages;
  if (weighs_size(rules.decision)) throw CommandLineError("--rule", std::string(no_sizes_of_cases));
  const TableOptions reading = table_options(options.reading);
  check_output(options.cases, "--csv", options.csv, options.force);
  const CaseTable table = read_cases(read_table_source(options.cases), reading);
  tell_assumptions(options.cases, table.assumptions);
  for (const std::string& what : remarks_on_rules(table, options.words.decision))
    remark("hansa: " + what + "\n");
  if (const std::string wrong = why_no_packages(table); options.packages && !wrong.empty())
    throw CommandLineError("--packages", wrong);
  const std::size_t n_proposals = count_proposals(table);
  if (options.n_folds > n_proposals)
    throw CommandLineError("--cross-validate",
                           fmt::format("{} proposals make {} folds at most", n_proposals, n_proposals));
  const auto [folds, found] = score(options, table, rules);
  if (options.csv) {
    const std::string csv = backtest_csv(table, found, rules);
    publish(*options.csv, std::as_bytes(std::span(csv)), options.force);
  }
  print(
      options.json, [&, &folds = folds, &found = found] { return backtest_json(table, rules, found, folds); },
      [&, &folds = folds, &found = found] {
        return backtest_text(printable(options.cases), table, found, folds);
      });
  return done;
}

}  // namespace

Verb backtest_verb() {
  auto options = std::make_shared<BacktestOptions>();
  const std::vector<Option> reading = options->reading.options();
  return {
      .name = "backtest",
      .about = "Score the model, or the solvers, against what happened",
      .options = {{.name = "CASES",
                   .target = &options->cases,
                   .help = "history, ratification, memberships, or a CSV: issue, actor, position, salience, "
                           "outcome; - for "
                           "standard input",
                   .offers = {"history", "ratification", "memberships"},
                   .required = true},
                  {.name = "--smp",
                   .target = &options->words.smp,
                   .help = "a rule of smp, as in vote=cubic (may be repeated)"},
                  {.name = "--chair",
                   .target = &options->words.chair,
                   .help = "a parameter of chair, as in chair_step=0.3, or preset=model (default: "
                           "preset=council)"},
                  utility_option(options->words),
                  {.name = "--rule",
                   .target = &options->words.decision,
                   .help = "decision rule of chair and setter where the table names none",
                   .shows_default = true},
                  {.name = "--setter",
                   .target = &options->setter,
                   .help = "the actor that makes proposals under setter, where it takes part",
                   .metavar = "ACTOR"},
                  {.name = "--packages",
                   .target = &options->packages,
                   .help = "solve the issues of each proposal as one bargain, and compare with each alone"},
                  {.name = "--cross-validate",
                   .target = &options->n_folds,
                   .help = "K-fold cross-validation over proposals: fit chair's parameters on all folds "
                           "but one, score them on that one",
                   .metavar = "K",
                   .bounds = Bounds{2, 1000}},
                  {.name = "--seed",
                   .target = &options->seed,
                   .help = "seed of the bootstrap and of the folds",
                   .shows_default = true},
                  {.name = "--votes",
                   .target = &options->votes,
                   .help = "history: a CSV of votes: iso3, vote (yes, no, abstain, not_voting)",
                   .metavar = "FILE",
                   .needs = {"--conference"}},
                  {.name = "--conference",
                   .target = &options->conference,
                   .help = "history: the conference of these votes (default: GCM)",
                   .metavar = "NAME"},
                  {.name = "--scenario",
                   .target = &options->scenario,
                   .help = "history: the scenario that plays it",
                   .metavar = "SCENARIO",
                   .needs = {"--conference"}},
                  {.name = "--relations",
                   .target = &options->relations,
                   .help =
                       "history: a CSV of statements: date, sender, target, relation (conflict, cooperation)",
                   .metavar = "FILE"},
                  {.name = "--treaty",
                   .target = &options->treaties,
                   .help = "history: a CSV of ratifications: treaty, iso3, ratified, and adopted, in_force",
                   .metavar = "FILE"},
                  {.name = "--realizations",
                   .target = &options->realizations,
                   .help = "history: realizations of every scenario",
                   .bounds = Bounds{1, 100000}},
                  threads_option(options->n_threads),
                  reading[0],
                  reading[1],
                  file_option("--csv", options->csv,
                              "write the forecasts into FILE, a row for each issue and solver: case, issue, "
                              "solver, outcome, "
                              "forecast, error, agreed, actors, rule"),
                  {.name = "--force",
                   .target = &options->force,
                   .help = "allow --csv to replace a file",
                   .needs = {"--csv"}},
                  {.name = "--json", .target = &options->json, .help = "print the result as JSON"}},
      .notes =
          "Optional columns: power (else all are equal), reference or reference_point (the outcome without "
          "an agreement), proposal (issues decided together; else d7 of d7i1, d7i2), voting (the decision "
          "rule: QMV is quota-power:0.72, Unan consensus, or as in --rule). Actors without position or "
          "salience are left out and counted. Tables with columns ISSUE:position, ISSUE:salience and "
          "ISSUE:decided are read, too.\n"
          "Intervals come from a bootstrap that draws proposals.\n" +
          std::string(other_columns_title) + list_column_words(),
      .examples = {"hansa backtest history", "hansa backtest ratification", "hansa backtest memberships",
                   "hansa backtest cases.csv --cross-validate 8"},
      .run = [options] {
        if (options->cases == "history") return test_history(*options);
        if (options->cases == "memberships") return test_networks(*options);
        return options->cases == "ratification" ? test_joining(*options) : test_cases(*options);
      }};
}

}  // namespace hansa
