#include <algorithm>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "analysis/bargain_json.hpp"
#include "analysis/bargain_power.hpp"
#include "analysis/bargain_text.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/streams.hpp"

namespace hansa {
namespace {

struct BargainOptions {
  std::string table, solver = "all";
  std::vector<std::string> smp;  // KEY=VALUE
  std::string rule;
  bool json = false;
};

constexpr std::string_view needs_reference =
    "nash needs what holds without an agreement: a column ISSUE:reference for every issue";

SmpRules rules_of(const BargainOptions& options) {
  SmpRules rules;
  for (const std::string& setting : options.smp) {
    const auto equals = std::min(setting.find('='), setting.size());
    const std::string wrong =
        set_smp_rule(rules, setting.substr(0, equals), setting.substr(std::min(equals + 1, setting.size())));
    if (!wrong.empty()) throw CLI::ValidationError("--smp", wrong);
  }
  return rules;
}

std::vector<BargainSolver> solvers_of(const BargainOptions& options, const BargainTable& table) {
  std::vector<BargainSolver> solvers;
  for (std::size_t k = 0; k < bargain_solver_names.size(); ++k) {
    const auto solver = static_cast<BargainSolver>(k);
    const bool alone = options.solver == bargain_solver_names[k];
    if (!alone && options.solver != "all") continue;
    if (can_solve(table, solver)) {
      solvers.push_back(solver);
    } else if (alone) {
      throw ScenarioError({{options.table, 1, 1, "reference", std::string(needs_reference)}});
    } else {
      remark(fmt::format("hansa: nash is left out: {}\n", needs_reference));
    }
  }
  return solvers;
}

/// Who decides under the rule, if there is one.
std::optional<VotingPower> power_of(const BargainOptions& options, const BargainTable& table,
                                    const VotingRule& rule) {
  if (options.rule.empty()) return std::nullopt;
  if (!rule.consensus && table.n_actors() > most_voters)
    throw ScenarioError({{options.table, 1, 1, "actor",
                          fmt::format("power under a quota is counted for {} actors at most, got {}",
                                      most_voters, table.n_actors())}});
  return voting_power(table.power, table.veto, rule);
}

int bargain(const BargainOptions& options) {
  const SmpRules rules = rules_of(options);
  VotingRule rule;
  const std::string wrong = options.rule.empty() ? "" : read_voting_rule(options.rule, rule);
  if (!wrong.empty()) throw CLI::ValidationError("--rule", wrong);
  const BargainTable table = read_bargain_table(options.table);
  std::vector<BargainOutcome> outcomes;
  for (const BargainSolver solver : solvers_of(options, table))
    outcomes.push_back(solve_bargain(table, solver, rules));
  const std::optional<VotingPower> power = power_of(options, table, rule);
  if (options.json) {
    nlohmann::ordered_json json = bargain_json(table, outcomes);
    if (power) json["power"] = bargain_power_json(options.rule, *power);
    print_result(json.dump(2) + "\n");
  } else {
    print_result(bargain_text(printable(options.table), table, outcomes) +
                 (power ? bargain_power_text(options.rule, table, *power) : ""));
  }
  return done;
}

}  // namespace

void add_bargain(CLI::App& app, int& status) {
  auto options = std::make_shared<BargainOptions>();
  CLI::App* verb = app.add_subcommand("bargain", "Solve a table of positions, saliences and power");
  verb->add_option("TABLE", options->table, "CSV: actor, power, ISSUE:position, ISSUE:salience; or KTAB's")
      ->required();
  std::vector<std::string> names(bargain_solver_names.begin(), bargain_solver_names.end());
  names.emplace_back("all");
  verb->add_option("--solver", options->solver, "how to solve it")
      ->check(CLI::IsMember(names))
      ->capture_default_str();
  verb->add_option("--smp", options->smp, "a rule of smp, as in vote=cubic (may be repeated)")
      ->allow_extra_args(false);
  verb->add_option("--rule", options->rule,
                   "who decides under quota:SHARE of all power, quota:SHARE,heads:N, or consensus");
  verb->add_flag("--json", options->json, "print the result as JSON, with every turn");
  verb->footer(
      "Optional columns: ISSUE:reference (what holds without an agreement), veto (yes or no).\n"
      "The ends of a scale are those of its values, or given: a column 'ISSUE:position 4..10'.\n"
      "Salience runs from 0 to 100. Rules of smp:\n" +
      list_smp_rules() + "Example: hansa bargain scenarios/examples/ec-car-emission.csv --solver smp");
  verb->callback([options, &status] { status = bargain(*options); });
}

}  // namespace hansa
