#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <system_error>

#include <fmt/core.h>

#include "bargaining/report/bargain_picture.hpp"
#include "bargaining/report/bargain_report.hpp"
#include "cli/bargain_rules.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/terminal/streams.hpp"
#include "support/files/publish.hpp"

namespace hansa {
namespace {

struct BargainOptions {
  std::string table, solver = "all";
  std::vector<std::string> smp, chair;  // KEY=VALUE
  std::optional<std::string> rule;
  std::optional<std::string> picture;
  bool json = false, force = false;
};

constexpr std::string_view needs_reference =
    "{} needs the outcome without an agreement: a column ISSUE:reference for every issue";

std::vector<BargainSolver> solvers_of(const BargainOptions& options, const BargainTable& table) {
  std::vector<BargainSolver> solvers;
  for (const BargainSolver solver : each<BargainSolver>) {
    const bool alone = options.solver == name_of(solver);
    if (!alone && options.solver != "all") continue;
    if (can_solve(table, solver)) {
      solvers.push_back(solver);
      continue;
    }
    const std::string needs = fmt::format(needs_reference, name_of(solver));
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

/// Throws if the picture would replace its own table or anything but a file.
void check_picture(const BargainOptions& options) {
  if (!options.picture) return;
  std::error_code ignored;  // reported where the file is read or written
  if (std::filesystem::equivalent(options.table, *options.picture, ignored))
    throw CommandLineError("--picture", fmt::format("{} is the table itself", printable(*options.picture)));
  if (options.force) expect_replaceable(*options.picture);
}

int bargain(const BargainOptions& options) {
  const BargainRules rules = bargain_rules(options.smp, options.chair, options.rule.value_or("consensus"));
  check_picture(options);
  const BargainTable table = read_bargain_table(options.table);
  if (least_heads(rules.decision) > table.n_actors())
    throw CommandLineError("--rule", fmt::format("nothing passes under {}: the table has {} actors",
                                                 *options.rule, table.n_actors()));
  std::vector<BargainOutcome> outcomes;
  for (const BargainSolver solver : solvers_of(options, table))
    outcomes.push_back(solve_bargain(table, solver, rules));
  if (options.picture) {
    const std::string svg =
        bargain_picture(std::filesystem::path(options.table).filename().string(), table, outcomes);
    publish(*options.picture, std::as_bytes(std::span(svg)), options.force);
  }
  const std::optional<VotingPower> power = power_of(options, table, rules.decision);
  if (options.json) {
    print_result(bargain_json(table, outcomes, options.rule.value_or(""), power));
  } else {
    print_result(bargain_text(printable(options.table), table, outcomes) +
                 (power ? bargain_power_text(*options.rule, table, *power) : ""));
  }
  return done;
}

}  // namespace

Verb bargain_verb() {
  auto options = std::make_shared<BargainOptions>();
  std::vector<std::string> solvers(bargain_solver_names.begin(), bargain_solver_names.end());
  solvers.emplace_back("all");
  return {
      .name = "bargain",
      .about = "Solve a table of positions, saliences and power",
      .options =
          {{.name = "TABLE",
            .target = &options->table,
            .help = "CSV: actor, power, ISSUE:position, ISSUE:salience; or KTAB's",
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
           {.name = "--picture",
            .target = &options->picture,
            .help = "draw the positions over the turns into FILE.svg",
            .expects = "the name of a file",
            .accepts = [](const std::string& name) { return !name.empty(); }},
           {.name = "--force",
            .target = &options->force,
            .help = "allow --picture to replace a file",
            .needs = {"--picture"}},
           {.name = "--json", .target = &options->json, .help = "print the result as JSON, with every turn"}},
      .notes =
          "Optional columns: ISSUE:reference (the outcome without an agreement), veto (yes or no).\n"
          "A scale ends at its extreme values unless given: a column 'ISSUE:position 4..10'.\n"
          "Salience runs from 0 to 100. Rules of smp:\n" +
          list_smp_rules() + "Parameters of chair:\n" + list_chair_rules() +
          "Decision rules; several joined by + must all hold:\n" + list_decision_rules(),
      .examples = {"hansa bargain scenarios/examples/ec-car-emission.csv --solver smp",
                   "hansa bargain table.csv --solver chair --rule quota-power:0.72 --chair rounds=20",
                   "hansa bargain table.csv --solver smp --picture table.svg"},
      .run = [options] { return bargain(*options); }};
}

}  // namespace hansa
