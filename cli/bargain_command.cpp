#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include <fmt/core.h>

#include "analysis/report/run_page.hpp"
#include "bargaining/draws/outcome_spread.hpp"
#include "bargaining/report/bargain_page.hpp"
#include "bargaining/report/bargain_picture.hpp"
#include "bargaining/report/bargain_remarks.hpp"
#include "bargaining/report/bargain_report.hpp"
#include "bargaining/report/forecast_csv.hpp"
#include "bargaining/report/spread_report.hpp"
#include "bargaining/report/who_decides_report.hpp"
#include "bargaining/voting/who_decides.hpp"
#include "cli/bargain_rules.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/program_data.hpp"
#include "cli/run_options.hpp"
#include "cli/terminal/next_step.hpp"
#include "cli/terminal/progress.hpp"
#include "cli/terminal/streams.hpp"
#include "cli/terminal/waiting.hpp"
#include "support/files/publish.hpp"
#include "support/shell/shell_words.hpp"
#include "support/text/numeral.hpp"

namespace hansa {
namespace {

struct BargainOptions {
  std::string table, solver = "all";
  RuleWords words;
  std::optional<std::string> rule;
  std::string setter;
  std::optional<std::string> picture, page, csv;
  double patience = 1;
  std::size_t draws = 0, seed = 42, n_threads = machine_threads();
  bool json = false, force = false, packages = false;
  TableWords reading;
};

void say(const std::string& what) {
  if (!what.empty()) remark("hansa: " + what + "\n");
}

std::vector<BargainSolver> solvers_of(const BargainOptions& options, const BargainTable& table,
                                      const BargainRules& rules) {
  if (options.solver == "all") {
    const SolverChoice choice = choose_solvers(table, rules);
    for (const std::string& why : choice.left_out) say(why);
    return choice.solvers;
  }
  const auto is_asked = [&](BargainSolver one) { return name_of(one) == options.solver; };
  const BargainSolver solver = *std::ranges::find_if(each<BargainSolver>, is_asked);
  const std::string lack = lack_of(table, solver, rules);
  if (lack.empty()) return {solver};
  if (solver == BargainSolver::Setter && rules.setter.empty()) throw CommandLineError("--solver", lack);
  throw ScenarioError(
      {{options.table, 1, 1, solver == BargainSolver::Exchange ? "position" : "reference", lack}});
}

/// What the rules imply for a table, with remarks for people.
struct Solved {
  std::vector<BargainOutcome> outcomes;
  std::optional<WhoDecides> decides;
  std::string on_time;
};

/// What the table's uncertainty makes of the forecasts; nullopt without --draws.
std::optional<BargainSpread> draw(const BargainOptions& options, const BargainTable& table,
                                  const std::vector<BargainOutcome>& outcomes, const BargainRules& rules) {
  if (options.draws == 0) return std::nullopt;
  std::vector<BargainSolver> solvers;
  for (const BargainOutcome& found : outcomes) solvers.push_back(found.solver);
  const std::size_t most = most_drawn_outcomes / std::max<std::size_t>(solvers.size() * table.n_issues(), 1);
  if (options.draws > most)
    throw CommandLineError("--draws",
                           fmt::format("at most {} for {} and {}", most, counted(solvers.size(), "solver"),
                                       counted(table.n_issues(), "issue")));
  const DrawOptions drawing{options.draws, options.seed, options.n_threads};
  const Waiting waiting(stopped);
  Progress progress("draws", options.draws, false);
  const std::vector<DrawnOutcomes> drawn =
      draw_outcomes(table, solvers, rules, drawing,
                    {.progress = [&](std::size_t n) { progress.report(n); }, .stop = nullptr});
  progress.finish();
  if (options.page) remark("hansa: the page has the forecasts of the table's values, without draws\n");
  return spread_of(table, drawn, drawing);
}

/// Solves a table, and says what it is at if that takes long.
Solved solve(const BargainOptions& options, const BargainTable& table, const BargainRules& rules,
             const std::vector<BargainSolver>& solvers) {
  Waiting waiting(stopped);
  Solved solved;
  for (const BargainSolver solver : solvers) {
    waiting.note(fmt::format("{}, {} of {}", name_of(solver), solved.outcomes.size() + 1,
                             counted(solvers.size(), "solver")));
    solved.outcomes.push_back(solve_bargain(table, solver, rules));
  }
  waiting.note("chair, with more rounds");
  solved.on_time = remark_on_time(table, rules, solved.outcomes);
  waiting.note("who decides");
  if (options.rule) solved.decides = who_decides(*options.rule, table, rules.decision, options.patience);
  return solved;
}

Option drawing_threads(std::size_t& n_threads) {
  Option option = threads_option(n_threads);
  option.needs = {"--draws"};
  return option;
}

/// Refuses draws of a table that has none to make; adds to what is assumed how it is drawn, or that it is not.
void check_draws(const BargainOptions& options, BargainTable& table) {
  if (options.draws > 0 && table.uncertain.empty())
    throw CommandLineError(
        "--draws",
        "the table has no uncertain number: write a position, salience or power as '5 +- 1', its "
        "standard deviation, or add columns such as position_lo and position_hi, the ends of its "
        "90 % interval");
  if (options.draws == 0 && !table.uncertain.empty())
    table.assumptions.push_back(told_uncertain(table.uncertain.size()) + "; --draws 1000 draws them");
  if (options.draws > 0)
    for (std::string& what : told_of_draws(table)) table.assumptions.push_back(std::move(what));
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
  for (const std::string& rule : options.words.smp) set("--smp", rule);
  for (const std::string& rule : options.words.chair) set("--chair", rule);
  for (const std::string& rule : options.words.expected_utility) set("--expected-utility", rule);
  if (options.rule) set("--rule", *options.rule);
  for (const std::string& names : options.reading.columns) set("--columns", names);
  if (options.reading.strict) words.emplace_back("--strict");
  if (!options.setter.empty()) set("--setter", options.setter);
  if (options.packages) words.emplace_back("--packages"), story.changed.emplace_back("--packages");
  words.insert(words.end(), {"--report", path.stem().string() + ".html"});
  story.command = shell_line(words);
  return story;
}

int bargain(BargainOptions options) {
  if (options.rule) options.words.decision = *options.rule;
  BargainRules rules = bargain_rules(options.words);
  rules.setter = options.setter;
  rules.tries_orders = true;
  rules.packages = options.packages;
  const std::string written = options.table;  // of an example its name
  options.table = find_bargain_table(options.table, program_data());
  check_outputs(options);
  TableOptions reading = table_options(options.reading);
  reading.needs_size = weighs_size(rules.decision);
  const TableSource source = read_table_source(options.table);
  BargainTable table = read_bargain_table(source, reading);
  check_draws(options, table);
  tell_assumptions(options.table, table.assumptions);
  say(remark_on_packages(table, rules));
  if (least_heads(rules.decision) > table.n_seats())
    throw CommandLineError(
        "--rule", fmt::format("nothing passes under {}: the table has {} with power or a veto", *options.rule,
                              counted(table.n_seats(), "actor")));
  const auto [outcomes, decides, on_time] = solve(options, table, rules, solvers_of(options, table, rules));
  say(on_time);
  for (const std::string& what : decides ? decides->power.left_out : std::vector<std::string>()) say(what);
  const std::optional<BargainSpread> spread = draw(options, table, outcomes, rules);
  if (options.picture) {
    const std::string svg =
        bargain_picture(std::filesystem::path(options.table).filename().string(), table, outcomes);
    publish(*options.picture, std::as_bytes(std::span(svg)), options.force);
  }
  if (options.csv) {
    const std::string csv = bargain_csv(std::filesystem::path(options.table).stem().string(), table, outcomes,
                                        rules.decision, spread);
    publish(*options.csv, std::as_bytes(std::span(csv)), options.force);
  }
  if (options.page) {
    const std::string page = bargain_page(story_of(options, source), table, outcomes, decides);
    publish(*options.page, std::as_bytes(std::span(page)), options.force);
    remark(fmt::format("hansa: open {} in a browser\n", printable(*options.page)));
  }
  if (options.json) {
    print_result(bargain_json(table, outcomes, decides, spread));
  } else {
    print_text(bargain_text(printable(written), table, outcomes) +
               (spread ? spread_text(table, outcomes, *spread) : Text()) +
               (decides ? who_decides_text(table, *decides) : Text()));
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
            .target = &options->words.smp,
            .help = "a rule of smp, as in vote=cubic (may be repeated)"},
           {.name = "--chair",
            .target = &options->words.chair,
            .help = "a parameter of chair, as in chair_step=0.3 (may be repeated)"},
           utility_option(options->words),
           {.name = "--rule",
            .target = &options->rule,
            .help = "decision rule of chair and setter, listed below (default: consensus); also reports who "
                    "decides: voting power, cores, win sets"},
           {.name = "--setter",
            .target = &options->setter,
            .help = "the actor that makes the proposals under setter",
            .metavar = "ACTOR"},
           {.name = "--packages",
            .target = &options->packages,
            .help = "solve the issues of each proposal as one bargain, and proposals apart"},
           {.name = "--patience",
            .target = &options->patience,
            .help = "worth of a round's delay when a pie is shared under --rule (Baron-Ferejohn)",
            .metavar = "SHARE",
            .bounds = Bounds{0, 1},
            .shows_default = true,
            .needs = {"--rule"}},
           {.name = "--draws",
            .target = &options->draws,
            .help =
                "solve N tables with values drawn for uncertain cells, '5 +- 1': outcome distributions, and "
                "whose uncertainty matters",
            .metavar = "N",
            .bounds = Bounds{least_draws, most_draws}},
           {.name = "--seed",
            .target = &options->seed,
            .help = "seed of the draws",
            .shows_default = true,
            .needs = {"--draws"}},
           drawing_threads(options->n_threads),
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
          "decided in fact, for the page), both by issue, veto (yes or no), proposal (issues decided\n"
          "together; else d7 of d7i1, d7i2), and size (a second weight, such as population, for a --rule\n"
          "such as majority+quota-power:255/345+quota-size:0.62).\n"
          "A scale ends at its extreme values unless given: a column 'ISSUE:position 4..10'.\n"
          "Salience runs from 0 to 100, from 0 to 1 if none is larger, or as in 'ISSUE:salience 0..1'.\n"
          "A position, salience or power may be uncertain: '5 +- 1', its standard deviation, or columns\n"
          "position_sd, or position_lo and position_hi, the ends of its central 90 % interval.\n" +
          std::string(other_columns_title) + list_column_words() + "\nRules of smp\n" + list_smp_rules() +
          "\nParameters of chair\n" + list_chair_rules() + "\nRules of expected-utility\n" +
          list_utility_rules() + "\nDecision rules; several joined by + must all hold\n" +
          list_decision_rules(),
      .examples = {"hansa bargain ec-car-emission --solver smp",
                   "hansa bargain ec-car-emission --report ec-car-emission.html",
                   "hansa bargain table.csv --solver chair --rule quota-power:0.72 --chair rounds=20",
                   "hansa bargain table.csv --solver smp --picture table.svg",
                   "hansa bargain table.csv --draws 1000"},
      .run = [options] { return bargain(*options); }};
}

}  // namespace hansa
