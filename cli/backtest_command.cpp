#include <cstdint>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "analysis/backtest_report.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/streams.hpp"
#include "scenarios/problem.hpp"

namespace hansa {
namespace {

struct BacktestOptions {
  std::string cases;
  std::uint64_t seed = 42;
  bool json = false;
};

int test_cases(const BacktestOptions& options) {
  const CaseTable table = read_cases(options.cases);
  const std::vector<BacktestScore> scores = backtest(table, options.seed);
  print_result(options.json ? backtest_json(table, scores)
                            : backtest_text(printable(options.cases), table, scores));
  return done;
}

}  // namespace

void add_backtest(CLI::App& app, int& status) {
  auto options = std::make_shared<BacktestOptions>();
  CLI::App* verb =
      app.add_subcommand("backtest", "Tell how far the solvers' outcomes lie from those of history");
  verb->add_option("CASES", options->cases, "CSV: issue, actor, position, salience, outcome")->required();
  verb->add_option("--seed", options->seed, "seed of the bootstrap")->capture_default_str();
  verb->add_flag("--json", options->json, "print the result as JSON");
  verb->footer(
      "Optional columns: power (else all are equal), reference (what held without an agreement).\n"
      "Actors without position or salience are left out and counted.\n"
      "Example: hansa backtest cases.csv --json");
  verb->callback([options, &status] { status = test_cases(*options); });
}

}  // namespace hansa
