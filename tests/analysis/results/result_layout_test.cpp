#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "analysis/results/hdf5/result_file.hpp"
#include "analysis/results/hdf5/result_writer.hpp"
#include "analysis/results/result_layout.hpp"
#include "analysis/results/run_variables.hpp"
#include "sim/run.hpp"
#include "support/files/output_folder.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/laws/same_record.hpp"
#include "tests/support/files/scratch_folder.hpp"

namespace hansa {
namespace {

/// The values of every record, one record after the other, or the mean of each over records.
template <class T>
std::vector<T> kept_of(const std::vector<RunRecord>& records, std::vector<T> RunRecord::*column, Keep keep) {
  std::vector<T> kept;
  if (keep == Keep::Each) {
    for (const RunRecord& record : records)
      kept.insert(kept.end(), (record.*column).begin(), (record.*column).end());
    return kept;
  }
  for (std::size_t k = 0; k < (records.front().*column).size(); ++k) {
    double sum = 0;
    for (const RunRecord& record : records) sum += (record.*column)[k] / static_cast<double>(records.size());
    kept.push_back(static_cast<T>(sum));
  }
  return kept;
}

TEST_CASE("every column of a run reaches its file, bit for bit", "[result_layout]") {
  Scenario scenario = test::law_scenario();
  scenario.realizations = 3;
  const Facts facts = build_facts(scenario, test::law_tables());
  const std::vector<RunRecord> records = run_ensemble(facts, 1, {});
  const test::ScratchFolder scratch;
  OutputFolder folder(scratch / "run", IfTaken::Refuse);
  folder.add("result.h5", hdf5_image(lay_out(facts, records, {})));
  folder.add("run.json", "{}");
  folder.publish();
  const ResultSet read = read_result(scratch / "run/result.h5");
  RunRecord::columns([&]<class T>(std::vector<T> RunRecord::*column, const ColumnInfo& info) {
    INFO(info.name);
    const Variable* variable = read.find_variable(info.name);
    REQUIRE(variable != nullptr);
    CHECK(variable->dims == make_variable(info, "realization").dims);
    CHECK(test::same_bits(std::get<std::vector<T>>(variable->values),
                          kept_of(records, column, info.traits.keep)));
  });
}

TEST_CASE("a file has quantiles of every state's gain at every conference, the median in the middle",
          "[result_layout]") {
  Scenario scenario = test::law_scenario();
  scenario.realizations = 3;
  const Facts facts = build_facts(scenario, test::law_tables());
  const std::vector<RunRecord> records = run_ensemble(facts, 1, {});
  const ResultSet result = lay_out(facts, records, {});
  const auto& gains = std::get<std::vector<double>>(result.find_variable("gain_quantile")->values);
  CHECK(result.find_variable("gain_quantile")->dims ==
        std::vector<std::string>{"quantile", "conference", "state"});
  const std::size_t n = records.front().gain.size();
  REQUIRE(gains.size() == kept_quantiles.size() * n);
  for (std::size_t k = 0; k < n; ++k) {
    std::vector<double> of_one = {records[0].gain[k], records[1].gain[k], records[2].gain[k]};
    if (std::isnan(of_one[0])) {
      CHECK(std::isnan(gains[k]));
      continue;
    }
    std::sort(of_one.begin(), of_one.end());
    CHECK(gains[2 * n + k] == of_one[1]);
    CHECK(gains[k] == Approx(of_one[0] + 0.1 * (of_one[1] - of_one[0])));
    CHECK(gains[4 * n + k] == Approx(of_one[1] + 0.9 * (of_one[2] - of_one[1])));
  }
}

TEST_CASE("conferences are labelled in the order in which they meet", "[result_layout]") {
  Scenario scenario = test::law_scenario();
  std::vector<std::string> names;
  for (const ConferenceParams& conference : scenario.conferences) names.push_back(conference.name);
  std::reverse(scenario.conferences.begin(), scenario.conferences.end());
  const Facts facts = build_facts(scenario, test::law_tables());
  std::vector<std::string> rows;
  for (const ConferenceFacts& conference : facts.conferences) rows.push_back(conference.params->name);
  const Dimension dimension = dimension_of(Axis::Conference, scenario);
  CHECK(std::get<std::vector<std::string>>(dimension.labels) == rows);
}

}  // namespace
}  // namespace hansa
