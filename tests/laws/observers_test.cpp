#include <catch2/catch.hpp>

#include "sim/ensemble.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/laws/same_record.hpp"

namespace hansa {
namespace {

using test::differences;
using test::law_scenario;
using test::law_tables;

TEST_CASE("the number of threads changes no bit of a result", "[laws][threads]") {
  Scenario scenario = law_scenario();
  scenario.realizations = 16;
  const Facts facts = build_facts(scenario, law_tables());
  const std::vector<RunRecord> expected = run_ensemble(facts, 1, {});
  REQUIRE(expected.size() == 16);
  for (const std::size_t n_threads : {2U, 3U, 8U}) {
    const std::vector<RunRecord> records = run_ensemble(facts, n_threads, {});
    REQUIRE(records.size() == 16);
    for (std::size_t r = 0; r < 16; ++r) CHECK(differences(expected[r], records[r]) == "");
  }
}

}  // namespace
}  // namespace hansa
