#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "bargaining/report/backtest_report.hpp"
#include "cli/bargain_rules.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/terminal/streams.hpp"
#include "support/input/problem.hpp"

namespace hansa {
namespace {

struct BacktestOptions {
  std::string cases;
  std::vector<std::string> smp, chair;  // KEY=VALUE
  std::string rule = "consensus";
  std::size_t n_folds = 0;
  std::size_t seed = 42;
  bool json = false;
};

/// Unknown decision rules of the table, without repetition.
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
    remark(fmt::format("hansa: unknown rule {}; chair uses {}\n", in_quotes(name), options.rule));
  std::optional<CrossValidation> folds;
  if (options.n_folds > 0) {
    const std::vector<std::size_t> proposals = proposals_of(table);
    const std::size_t n_proposals = 1 + *std::max_element(proposals.begin(), proposals.end());
    if (options.n_folds > n_proposals)
      throw CommandLineError("--cross-validate",
                             fmt::format("{} proposals make {} folds at most", n_proposals, n_proposals));
    folds = cross_validate(table, rules, options.n_folds, options.seed);
  }
  const Backtest found = backtest(table, rules, options.seed);
  print_result(options.json ? backtest_json(table, rules, found, folds)
                            : backtest_text(printable(options.cases), table, found, folds));
  return done;
}

}  // namespace

Verb backtest_verb() {
  auto options = std::make_shared<BacktestOptions>();
  return {
      .name = "backtest",
      .about = "Score the solvers against historical outcomes",
      .options = {{.name = "CASES",
                   .target = &options->cases,
                   .help = "CSV: issue, actor, position, salience, outcome",
                   .required = true},
                  {.name = "--smp",
                   .target = &options->smp,
                   .help = "a rule of smp, as in vote=cubic (may be repeated)"},
                  {.name = "--chair",
                   .target = &options->chair,
                   .help = "a parameter of chair, as in chair_step=0.3, or preset=model (default: "
                           "preset=council)"},
                  {.name = "--rule",
                   .target = &options->rule,
                   .help = "decision rule of chair where the table names none",
                   .shows_default = true},
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
                  {.name = "--json", .target = &options->json, .help = "print the result as JSON"}},
      .notes =
          "Optional columns: power (else all are equal), reference or reference_point (the outcome without "
          "an\n"
          "agreement), proposal (issues decided together; else d7 of d7i1, d7i2), voting (the decision rule: "
          "QMV is\n"
          "quota-power:0.72, Unan consensus, or as in --rule). Actors without position or salience are left "
          "out "
          "and "
          "counted.\n"
          "Intervals come from a bootstrap that draws proposals.",
      .examples = {"hansa backtest cases.csv --cross-validate 8"},
      .run = [options] { return test_cases(*options); }};
}

}  // namespace hansa
