// A number that is not finite stops a run, which says where it came from.
#include <limits>

#include <catch2/catch.hpp>

#include "sim/finite.hpp"
#include "sim/run.hpp"
#include "tests/laws/law_world.hpp"

namespace hansa {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

TEST_CASE("a run with a number that is not finite stops and names its year and phase", "[law]") {
  const Scenario scenario = test::law_scenario();
  Facts facts = build_facts(scenario, test::law_tables());
  CHECK_NOTHROW(run_realization(facts, scenario.seed, 0));
  facts.years[3].power[0] = nan;
  CHECK_THROWS_WITH(
      run_realization(facts, scenario.seed, 5),
      Catch::StartsWith("realization 5: ") &&
          Catch::EndsWith(" is not a finite number in 1998, where the tables give one to the states' power"));
  facts.years[3].power[0] = 0.1;
  facts.years[2].home_rule[0] = nan;
  CHECK_THROWS_WITH(run_realization(facts, scenario.seed, 5),
                    Catch::Contains(" in 1997, where the phase ") && Catch::Contains(" leaves one in "));
}

TEST_CASE("NaN where a column declares it is no fault", "[law]") {
  const Scenario scenario = test::law_scenario();
  const Facts facts = build_facts(scenario, test::law_tables());
  RunRecord record = run_realization(facts, scenario.seed, 0);
  record.depth[0] = nan;
  CHECK_NOTHROW(expect_finite(record, facts, scenario.seed, 0));
  record.depth[0] = std::numeric_limits<double>::infinity();
  CHECK_THROWS_WITH(expect_finite(record, facts, scenario.seed, 0),
                    "realization 0: depth is not a finite number");
  record.depth[0] = nan;
  record.voice[0] = nan;
  CHECK_THROWS_WITH(expect_finite(record, facts, scenario.seed, 0),
                    "realization 0: voice is not a finite number");
}

}  // namespace
}  // namespace hansa
