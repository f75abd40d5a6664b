#include <atomic>

#include <catch2/catch.hpp>

#include "scenarios/parameters/scenario.hpp"
#include "sim/ensemble.hpp"
#include "sim/run.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/laws/same_record.hpp"

namespace hansa {
namespace {

using test::differences;
using test::law_scenario;
using test::law_tables;

TEST_CASE("an ensemble is its realizations, in order of their number", "[ensemble]") {
  Scenario scenario = law_scenario();
  scenario.realizations = 5;
  const Facts facts = build_facts(scenario, law_tables());
  const std::vector<RunRecord> records = run_ensemble(facts, 2, {});
  REQUIRE(records.size() == 5);
  for (std::uint32_t k = 0; k < 5; ++k)
    CHECK(differences(records[k], run_realization(facts, scenario.seed, k)) == "");
}

TEST_CASE("whoever watches hears of each realization that is done", "[ensemble]") {
  Scenario scenario = law_scenario();
  scenario.realizations = 6;
  const Facts facts = build_facts(scenario, law_tables());
  std::vector<std::atomic<int>> heard(7);
  static_cast<void>(run_ensemble(facts, 2, {.progress = [&](std::size_t n_done) { ++heard.at(n_done); }}));
  CHECK(heard[0] == 0);
  for (std::size_t n_done = 1; n_done <= 6; ++n_done) CHECK(heard[n_done] == 1);
}

TEST_CASE("an ensemble that is stopped ends with an unbroken run from the first", "[ensemble]") {
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

TEST_CASE("an ensemble that is stopped before it began is empty", "[ensemble]") {
  const Scenario scenario = law_scenario();
  const Facts facts = build_facts(scenario, law_tables());
  const std::atomic<bool> stop{true};
  CHECK(run_ensemble(facts, 2, {.stop = &stop}).empty());
}

}  // namespace
}  // namespace hansa
