#include <algorithm>
#include <charconv>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <system_error>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "analysis/backtest_report.hpp"
#include "cli/bargain_rules.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/streams.hpp"
#include "scenarios/problem.hpp"

namespace hansa {
namespace {

struct BacktestOptions {
  std::string cases;
  std::vector<std::string> smp, chair;  // KEY=VALUE
  std::string rule = "consensus";
  std::size_t n_folds = 0;
  std::uint64_t seed = 42;
  bool json = false;
};

/// The names of rules that mean nothing to us, once each.
std::set<std::string> unknown_rules(const CaseTable& table) {
  std::set<std::string> names;
  for (const BargainCase& one : table.cases)
    if (!one.voting.empty() && !decision_rule_called(one.voting)) names.insert(one.voting);
  return names;
}

int test_cases(const BacktestOptions& options) {
  const BargainRules rules = bargain_rules(options.smp, options.chair, options.rule, council_chair_rules());
  const CaseTable table = read_cases(options.cases);
  for (const std::string& name : unknown_rules(table))
    remark(
        fmt::format("hansa: the rule {} is unknown; chair plays it as {}\n", in_quotes(name), options.rule));
  std::optional<CrossValidation> folds;
  if (options.n_folds > 0) {
    const std::vector<std::size_t> proposals = proposals_of(table);
    const std::size_t n_proposals = 1 + *std::max_element(proposals.begin(), proposals.end());
    if (options.n_folds > n_proposals)
      throw CLI::ValidationError("--cross-validate",
                                 fmt::format("{} proposals make {} folds at most", n_proposals, n_proposals));
    folds = cross_validate(table, rules, options.n_folds, options.seed);
  }
  const Backtest found = backtest(table, rules, options.seed);
  print_result(options.json ? backtest_json(table, rules, found, folds)
                            : backtest_text(printable(options.cases), table, found, folds));
  return done;
}

}  // namespace

void add_backtest(CLI::App& app, int& status) {
  auto options = std::make_shared<BacktestOptions>();
  CLI::App* verb =
      app.add_subcommand("backtest", "Tell how far the solvers' outcomes lie from those of history");
  verb->add_option("CASES", options->cases, "CSV: issue, actor, position, salience, outcome")->required();
  verb->add_option("--smp", options->smp, "a rule of smp, as in vote=cubic (may be repeated)")
      ->allow_extra_args(false);
  verb->add_option("--chair", options->chair,
                   "a parameter of chair, as in chair_step=0.3, or preset=model (default: preset=council)")
      ->allow_extra_args(false);
  verb->add_option("--rule", options->rule, "how chair decides where the table names no rule")
      ->capture_default_str();
  verb->add_option(
          "--cross-validate", options->n_folds,
          "choose chair's parameters on all but one of K parts of the proposals, score them on that one")
      ->option_text("K")
      ->check(CLI::Range(2, 1000));
  verb->add_option("--seed", options->seed, "seed of the bootstrap and of the parts")
      ->check([](const std::string& text) {
        std::uint64_t seed = 0;
        const auto end = text.data() + text.size();
        const auto parsed = std::from_chars(text.data(), end, seed);
        const bool is_seed = parsed.ec == std::errc() && parsed.ptr == end;
        return is_seed ? "" : "expected a whole number from 0, below 2^64; got " + text;
      })
      ->capture_default_str();
  verb->add_flag("--json", options->json, "print the result as JSON");
  verb->footer(
      "Optional columns: power (else all are equal), reference or reference_point (what held without an\n"
      "agreement), proposal (issues decided together; else d7 of d7i1, d7i2), voting (the decision rule: QMV "
      "is\n"
      "quota-power:0.72, Unan consensus, or as in --rule). Actors without position or salience are left out "
      "and "
      "counted.\n"
      "Intervals come from a bootstrap that draws proposals.\n"
      "Example: hansa backtest cases.csv --cross-validate 8");
  verb->callback([options, &status] { status = test_cases(*options); });
}

}  // namespace hansa
