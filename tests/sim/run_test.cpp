#include <atomic>
#include <cmath>

#include <catch2/catch.hpp>

#include "scenarios/parameters/scenario.hpp"
#include "sim/run.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/laws/same_record.hpp"

namespace hansa {
namespace {

using test::differences;
using test::law_scenario;
using test::law_tables;

TEST_CASE("the same seed and number give the same run, bit for bit", "[run]") {
  const Scenario scenario = law_scenario();
  const Facts facts = build_facts(scenario, law_tables());
  const RunRecord record = run_realization(facts, 11, 3);
  CHECK(differences(record, run_realization(facts, 11, 3)) == "");
  CHECK(differences(record, run_realization(facts, 11, 4)) != "");
  CHECK(differences(record, run_realization(facts, 12, 3)) != "");
}

TEST_CASE("a run records every year, conference, state and issue", "[run]") {
  const Scenario scenario = law_scenario();
  const Facts facts = build_facts(scenario, law_tables());
  const RunRecord record = run_realization(facts, 11, 0);
  CHECK(record.adopted.size() == 8);
  CHECK(record.text.size() == 8 * 5);
  CHECK(record.pressure.size() == 8 * n_channels);
  CHECK(record.objects.size() == 8 * 13);
  CHECK(record.ratified.size() == 2 * 13);
  CHECK(record.networks.size() == 10);
  CHECK(record.status_quo.size() == 10 * 5);
  CHECK(record.home_pressure.size() == 10 * 13);
  CHECK(record.position.size() == 10 * 13 * 5);
}

TEST_CASE("what a run records is within its bounds", "[run]") {
  const Scenario scenario = law_scenario();
  const Facts facts = build_facts(scenario, law_tables());
  for (std::uint32_t r = 0; r < 8; ++r) {
    const RunRecord record = run_realization(facts, 11, r);
    const auto within = [](const std::vector<double>& values) {
      for (const double value : values) {
        if (!std::isnan(value) && !(value >= 0 && value <= 1)) return false;
      }
      return true;
    };
    CHECK(within(record.depth));
    CHECK(within(record.text));
    CHECK(within(record.effective));
    CHECK(within(record.participation));
    CHECK(within(record.voice));
    CHECK(within(record.coherence));
    CHECK(within(record.coverage));
    CHECK(within(record.attention_left));
    CHECK(within(record.concentration));
    CHECK(within(record.compliance));
    CHECK(within(record.delivery));
    CHECK(within(record.status_quo));
    CHECK(within(record.position));
    for (const double value : record.status_quo) CHECK_FALSE(std::isnan(value));
    for (const double value : record.compliance) CHECK_FALSE(std::isnan(value));
    for (std::size_t c = 0; c < 8; ++c) {
      CHECK(std::isnan(record.depth[c]) == (record.adopted[c] == 0));
      CHECK((record.form[c] == 0) == (record.adopted[c] == 0));
      CHECK(std::isnan(record.participation[c]) == (record.adopted[c] == 0));
    }
  }
}

TEST_CASE("a run begins with the networks of its first year", "[run]") {
  Scenario scenario = law_scenario();
  scenario.networks.initial = 30;
  scenario.networks.births = {.growth = 0, .event = 0};
  scenario.networks.founders = 3;  // so that none ends for lack of members
  const Facts facts = build_facts(scenario, law_tables());
  CHECK(run_realization(facts, 11, 0).networks[0] > 25);
  scenario.networks.initial = 0;
  const Facts none = build_facts(scenario, law_tables());
  CHECK(run_realization(none, 11, 0).networks[0] <= 1);  // the known one
}

TEST_CASE("an ensemble is its realizations, in order of their number", "[ensemble]") {
  Scenario scenario = law_scenario();
  scenario.realizations = 5;
  const Facts facts = build_facts(scenario, law_tables());
  const std::vector<RunRecord> records = run_ensemble(facts, 2, {});
  REQUIRE(records.size() == 5);
  for (std::uint32_t k = 0; k < 5; ++k)
    CHECK(differences(records[k], run_realization(facts, scenario.seed, k)) == "");
}

TEST_CASE("progress is reported once for each realization", "[ensemble]") {
  Scenario scenario = law_scenario();
  scenario.realizations = 6;
  const Facts facts = build_facts(scenario, law_tables());
  std::vector<std::atomic<int>> heard(7);
  static_cast<void>(run_ensemble(facts, 2, {.progress = [&](std::size_t n_done) { ++heard.at(n_done); }}));
  CHECK(heard[0] == 0);
  for (std::size_t n_done = 1; n_done <= 6; ++n_done) CHECK(heard[n_done] == 1);
}

TEST_CASE("an ensemble that is stopped returns the first realizations without a gap", "[ensemble]") {
  Scenario scenario = law_scenario();
  scenario.realizations = 50;
  const Facts facts = build_facts(scenario, law_tables());
  std::atomic<bool> stop{false};
  const std::size_t n_threads = GENERATE(1U, 2U);
  const std::vector<RunRecord> records = run_ensemble(
      facts, n_threads, {.progress = [&](std::size_t n_done) { stop = stop || n_done == 3; }, .stop = &stop});
  CHECK(records.size() < 50);
  if (n_threads == 1) CHECK(records.size() == 3);
  for (std::uint32_t k = 0; k < records.size(); ++k)
    CHECK(differences(records[k], run_realization(facts, scenario.seed, k)) == "");
}

TEST_CASE("an ensemble that is stopped before it starts is empty", "[ensemble]") {
  const Scenario scenario = law_scenario();
  const Facts facts = build_facts(scenario, law_tables());
  const std::atomic<bool> stop{true};
  CHECK(run_ensemble(facts, 2, {.stop = &stop}).empty());
}

}  // namespace
}  // namespace hansa
