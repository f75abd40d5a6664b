#include <algorithm>
#include <numeric>

#include <catch2/catch.hpp>

#include "analysis/results/hdf5/result_writer.hpp"
#include "analysis/results/network_layout.hpp"
#include "analysis/results/result_layout.hpp"
#include "analysis/size_estimate.hpp"
#include "sim/run.hpp"
#include "tests/laws/law_world.hpp"

namespace hansa {
namespace {

template <class Record> std::size_t bytes_of(const Record& record) {
  std::size_t n = sizeof(record);
  Record::columns([&]<class T>(std::vector<T> Record::*column, const ColumnInfo&) {
    n += (record.*column).capacity() * sizeof(T);
  });
  return n;
}

template <> std::size_t bytes_of(const ResultSet& result) {
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

TEST_CASE("the estimates with networks are within a fifth of what tallies, result and file take",
          "[size_estimate]") {
  Scenario scenario = test::law_scenario();
  scenario.realizations = GENERATE(16, 64);
  const Facts facts = build_facts(scenario, test::law_tables());
  NetworkTally tally;
  const std::vector<RunRecord> records = run_ensemble(facts, 2, {}, &tally);
  ResultSet result = lay_out(facts, records, {});
  const std::size_t usual = bytes_of(result);
  const auto file = static_cast<double>(hdf5_image(result).size());
  lay_out_networks(facts, tally, result);
  const auto file_with = static_cast<double>(hdf5_image(result).size());
  std::size_t of_tally = 0;
  for (const NetworkRecord& run : tally.runs) of_tally += bytes_of(run);
  for (const Moments& moments : tally.moments)
    of_tally += 8 * (moments.mean.capacity() + moments.squares.capacity()) + 4 * moments.n.capacity();
  const std::size_t of_block = n_in_block(2) * bytes_of(make_network_record(facts));
  const auto taken = static_cast<double>(of_tally + std::max(of_block, bytes_of(result) - usual));
  const double added = estimate_memory(facts, Detail::Networks, 2) - estimate_memory(facts);
  CHECK(added > 0.8 * taken);
  CHECK(added < 1.2 * taken);
  CHECK(estimate_networks_file(facts) > 0.8 * (file_with - file));
  CHECK(estimate_networks_file(facts) < 1.2 * (file_with - file));
}

}  // namespace
}  // namespace hansa
