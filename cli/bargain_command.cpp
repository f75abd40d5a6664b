#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include <fmt/core.h>

#include "analysis/report/run_page.hpp"
#include "bargaining/report/bargain_page.hpp"
#include "bargaining/report/bargain_picture.hpp"
#include "bargaining/report/bargain_report.hpp"
#include "bargaining/report/forecast_csv.hpp"
#include "cli/bargain_rules.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/program_data.hpp"
#include "cli/terminal/next_step.hpp"
#include "cli/terminal/streams.hpp"
#include "support/files/publish.hpp"
#include "support/shell/shell_words.hpp"
#include "support/text/numeral.hpp"

namespace hansa {
namespace {

struct BargainOptions {
  std::string table, solver = "all";
  std::vector<std::string> smp, chair;  // KEY=VALUE
  std::optional<std::string> rule;
  std::optional<std::string> picture, page, csv;
  bool json = false, force = false;
  TableWords reading;
};

std::vector<BargainSolver> solvers_of(const BargainOptions& options, const BargainTable& table) {
  std::vector<BargainSolver> solvers;
  for (const BargainSolver solver : each<BargainSolver>) {
    const bool alone = options.solver == name_of(solver);
    if (!alone && options.solver != "all") continue;
    if (!alone && table.n_actors() > most_actors_of(solver)) {
      remark(
          fmt::format("hansa: {} is left out, since it takes long with {} actors; --solver {} applies it\n",
                      name_of(solver), table.n_actors(), name_of(solver)));
      continue;
    }
    if (can_solve(table, solver)) {
      solvers.push_back(solver);
      continue;
    }
    const std::string needs = needs_of(solver);
    if (alone) throw ScenarioError({{options.table, 1, 1, "reference", needs}});
    remark(fmt::format("hansa: {} is left out: {}\n", name_of(solver), needs));
  }
  return solvers;
}

/// Voting power under the rule; nullopt without a rule, or with a remark for too many actors.
std::optional<VotingPower> power_of(const BargainOptions& options, const BargainTable& table,
                                    const DecisionRule& rule) {
  if (!options.rule) return std::nullopt;
  if (!is_unanimous(rule) && table.n_actors() > most_voters) {
    remark(
        fmt::format("hansa: voting power is left out: under a quota it is computed for {} actors at most\n",
                    most_voters));
    return std::nullopt;
  }
  return voting_power(table.power, table.veto, rule);
}

void check_outputs(const BargainOptions& options) {
  if (options.force && !options.picture && !options.page && !options.csv)
    throw CommandLineError("--force", "is for --picture, --report and --csv, of which none is given");
  if (options.page && !can_make_pages()) throw CommandLineError("--report", std::string(without_pages));
  check_output(options.table, "--picture", options.picture, options.force);
  check_output(options.table, "--report", options.page, options.force);
  check_output(options.table, "--csv", options.csv, options.force);
}

/// What the page tells of a bargain: the rules that were set, and the command that makes it again.
BargainStory story_of(const BargainOptions& options, const TableSource& source) {
  const std::filesystem::path path = options.table;
  BargainStory story{.name = path.filename().string(), .csv = source.bytes};
  std::vector<std::string> words = {"hansa", "bargain", story.name};
  if (options.solver != "all") words.insert(words.end(), {"--solver", options.solver});
  const auto set = [&](const char* option, const std::string& value) {
    words.insert(words.end(), {option, value});
    story.changed.push_back(fmt::format("{} {}", option, value));
  };
  for (const std::string& rule : options.smp) set("--smp", rule);
  for (const std::string& rule : options.chair) set("--chair", rule);
  if (options.rule) set("--rule", *options.rule);
  for (const std::string& names : options.reading.columns) set("--columns", names);
  if (options.reading.strict) words.emplace_back("--strict");
  words.insert(words.end(), {"--report", path.stem().string() + ".html"});
  story.command = shell_line(words);
  story.rule = options.rule.value_or("");
  return story;
}

int bargain(BargainOptions options) {
  BargainRules rules = bargain_rules(options.smp, options.chair, options.rule.value_or("consensus"));
  rules.tries_orders = true;
  const std::string written = options.table;  // of an example its name
  options.table = find_bargain_table(options.table, program_data());
  check_outputs(options);
  const TableOptions reading = table_options(options.reading);
  const TableSource source = read_table_source(options.table);
  const BargainTable table = read_bargain_table(source, reading);
  tell_assumptions(options.table, table.assumptions);
  if (least_heads(rules.decision) > table.n_seats())
    throw CommandLineError(
        "--rule", fmt::format("nothing passes under {}: the table has {} with power or a veto", *options.rule,
                              counted(table.n_seats(), "actor")));
  std::vector<BargainOutcome> outcomes;
  for (const BargainSolver solver : solvers_of(options, table))
    outcomes.push_back(solve_bargain(table, solver, rules));
  if (options.picture) {
    const std::string svg =
        bargain_picture(std::filesystem::path(options.table).filename().string(), table, outcomes);
    publish(*options.picture, std::as_bytes(std::span(svg)), options.force);
  }
  if (options.csv) {
    const std::string csv =
        bargain_csv(std::filesystem::path(options.table).stem().string(), table, outcomes, rules.decision);
    publish(*options.csv, std::as_bytes(std::span(csv)), options.force);
  }
  const std::optional<VotingPower> power = power_of(options, table, rules.decision);
  if (options.page) {
    const std::string page = bargain_page(story_of(options, source), table, outcomes, power);
    publish(*options.page, std::as_bytes(std::span(page)), options.force);
    remark(fmt::format("hansa: open {} in a browser\n", printable(*options.page)));
  }
  if (options.json) {
    print_result(bargain_json(table, outcomes, options.rule.value_or(""), power));
  } else {
    print_text(bargain_text(printable(written), table, outcomes) +
               (power ? bargain_power_text(*options.rule, table, *power) : Text()));
    if (!options.picture) tell_next({{"bargain", written, "--picture", "positions.svg"}});
  }
  return done;
}

}  // namespace

Verb bargain_verb() {
  auto options = std::make_shared<BargainOptions>();
  const std::vector<Option> reading = options->reading.options();
  std::vector<std::string> solvers(bargain_solver_names.begin(), bargain_solver_names.end());
  solvers.emplace_back("all");
  return {
      .name = "bargain",
      .about = "Solve a table of positions, saliences and power",
      .options =
          {{.name = "TABLE",
            .target = &options->table,
            .help = "CSV: actor, power, position, salience, or by issue; or KTAB's; - for standard input; or "
                    "ec-car-emission, an example",
            .required = true},
           {.name = "--solver",
            .target = &options->solver,
            .help = "how to solve it",
            .choices = std::move(solvers),
            .shows_default = true},
           {.name = "--smp",
            .target = &options->smp,
            .help = "a rule of smp, as in vote=cubic (may be repeated)"},
           {.name = "--chair",
            .target = &options->chair,
            .help = "a parameter of chair, as in chair_step=0.3 (may be repeated)"},
           {.name = "--rule",
            .target = &options->rule,
            .help = "decision rule of chair, listed below (default: consensus); also reports voting power"},
           file_option("--picture", options->picture, "draw the positions over the turns into FILE, an SVG"),
           file_option("--report", options->page,
                       "write all of it as one HTML page with charts and tables into FILE"),
           file_option("--csv", options->csv,
                       "write the forecasts into FILE, a row for each issue and solver: case, issue, solver, "
                       "outcome, "
                       "forecast, error, agreed, actors, rule"),
           {.name = "--force",
            .target = &options->force,
            .help = "allow --picture, --report and --csv to replace a file"},
           reading[0],
           reading[1],
           {.name = "--json", .target = &options->json, .help = "print the result as JSON, with every turn"}},
      .notes =
          "A line for each actor and a column issue, or for each actor columns ISSUE:position and\n"
          "ISSUE:salience. Optional: reference (the outcome without an agreement), decided (what was\n"
          "decided in fact, for the page), both by issue, and veto (yes or no).\n"
          "A scale ends at its extreme values unless given: a column 'ISSUE:position 4..10'.\n"
          "Salience runs from 0 to 100, from 0 to 1 if none is larger, or as in 'ISSUE:salience 0..1'.\n" +
          std::string(other_columns_title) + list_column_words() + "\nRules of smp\n" + list_smp_rules() +
          "\nParameters of chair\n" + list_chair_rules() +
          "\nDecision rules; several joined by + must all hold\n" + list_decision_rules(),
      .examples = {"hansa bargain ec-car-emission --solver smp",
                   "hansa bargain ec-car-emission --report ec-car-emission.html",
                   "hansa bargain table.csv --solver chair --rule quota-power:0.72 --chair rounds=20",
                   "hansa bargain table.csv --solver smp --picture table.svg"},
      .run = [options] { return bargain(*options); }};
}

}  // namespace hansa
