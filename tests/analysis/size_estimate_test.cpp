#include <algorithm>
#include <numeric>

#include <catch2/catch.hpp>

#include "analysis/results/hdf5/result_writer.hpp"
#include "analysis/results/result_layout.hpp"
#include "analysis/size_estimate.hpp"
#include "sim/run.hpp"
#include "tests/laws/law_world.hpp"

namespace hansa {
namespace {

std::size_t bytes_of(const RunRecord& record) {
  std::size_t n = sizeof(record);
  RunRecord::columns([&]<class T>(std::vector<T> RunRecord::*column, const ColumnInfo&) {
    n += (record.*column).capacity() * sizeof(T);
  });
  return n;
}

std::size_t bytes_of(const ResultSet& result) {
  std::size_t n = 0;
  for (const Variable& variable : result.variables) {
    n += std::visit(
        []<class T>(const std::vector<T>& values) {
          return values.capacity() * (std::is_same_v<T, std::string> ? 0 : sizeof(T));
        },
        variable.values);
  }
  return n;
}

TEST_CASE("the estimate of memory is within a fifth of what records, result and image take",
          "[size_estimate]") {
  Scenario scenario = test::law_scenario();
  scenario.realizations = GENERATE(16, 64);
  const Facts facts = build_facts(scenario, test::law_tables());
  const std::vector<RunRecord> records = run_ensemble(facts, 2, {});
  const ResultSet result = lay_out(facts, records, {});
  const std::size_t of_records =
      std::accumulate(records.begin(), records.end(), std::size_t{0},
                      [](std::size_t sum, const RunRecord& record) { return sum + bytes_of(record); });
  const auto taken = static_cast<double>(bytes_of(result) + std::max(of_records, hdf5_image(result).size()));
  CHECK(estimate_memory(facts) > 0.8 * taken);
  CHECK(estimate_memory(facts) < 1.2 * taken);
}

}  // namespace
}  // namespace hansa
