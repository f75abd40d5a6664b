#include "cli/coverage_page.hpp"

#include <map>

#include <fmt/core.h>

#include "analysis/domain_coverage.hpp"
#include "cli/ready_scenario.hpp"
#include "cli/stop_signal.hpp"

namespace hansa {
namespace {

ResultSet result_of(std::string_view scenario, std::vector<std::string> settings,
                    const std::atomic<bool>& stop) {
  settings.push_back("realizations=64");
  RunOptions options;
  options.quiet = true;
  return run_ready(make_ready(std::string(scenario), settings), std::string(scenario), options, stop).value();
}

}  // namespace

std::string coverage_page() {
  const std::span<const CoverageRow> rows = domain_coverage();
  refuse_unknown(rows);
  const std::atomic<bool>& stop = stop_on_signal();
  std::map<std::pair<std::string_view, std::string_view>, ResultSet> bases;
  std::vector<OutcomeDifference> differences;
  for (const CoverageRow& row : rows) {
    auto base = bases.find({row.scenario, row.both});
    if (base == bases.end()) {
      base = bases
                 .emplace(std::pair(row.scenario, row.both),
                          result_of(row.scenario, base_settings_of(row), stop))
                 .first;
    }
    differences.push_back(
        outcome_of(row, compare(base->second, result_of(row.scenario, settings_of(row), stop))));
  }
  return coverage_table(rows, differences);
}

}  // namespace hansa
