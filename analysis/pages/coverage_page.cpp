#include "analysis/pages/coverage_page.hpp"

#include <map>
#include <stdexcept>

#include "analysis/pages/domain_coverage.hpp"
#include "analysis/prepared_scenario.hpp"

namespace hansa {

std::string coverage_page(const DataFolders& folders, std::size_t n_threads, const std::atomic<bool>& stop) {
  const std::span<const CoverageRow> rows = domain_coverage();
  refuse_unknown(rows);
  const auto result_of = [&](std::string_view scenario, std::vector<std::string> settings) {
    settings.push_back("realizations=64");
    FinishedRun finished = run(prepare(std::string(scenario), settings, folders), n_threads, {.stop = &stop});
    if (!finished.result) throw std::runtime_error("stopped");
    return *std::move(finished.result);
  };
  std::map<std::pair<std::string_view, std::string_view>, ResultSet> bases;
  std::vector<OutcomeDifference> differences;
  for (const CoverageRow& row : rows) {
    const std::pair key(row.scenario, row.both);
    if (!bases.contains(key)) bases.emplace(key, result_of(row.scenario, base_settings_of(row)));
    differences.push_back(outcome_of(row, compare(bases.at(key), result_of(row.scenario, settings_of(row)))));
  }
  return coverage_table(rows, differences);
}

}  // namespace hansa
