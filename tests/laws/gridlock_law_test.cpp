#include <catch2/catch.hpp>

#include "scenarios/load.hpp"
#include "sim/ensemble.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/scenarios/test_folders.hpp"

namespace hansa {
namespace {

/// Of 64 realizations of a scenario with one conference, how many adopt a text at this level of the dial.
int n_adopted(Scenario scenario, const Tables& tables, double level) {
  scenario.gridlock.level = level;
  scenario.realizations = 64;
  const Facts facts = build_facts(scenario, tables);
  int n = 0;
  for (const RunRecord& record : run_ensemble(facts, 2, {})) n += record.adopted[0];
  return n;
}

/// Checks that fewer and fewer adopt from level to level, from at least `most` to nearly none.
void check_fall(const Scenario& scenario, const Tables& tables, int most) {
  int before = 64;
  for (const double level : {0.0, 0.2, 0.4, 0.6, 0.8, 1.0}) {
    const int now = n_adopted(scenario, tables, level);
    CAPTURE(level, before, now);
    if (level == 0.0) CHECK(now >= most);
    CHECK(now <= before);
    before = now;
  }
  CHECK(before <= 6);
}

TEST_CASE("one conference adopts no more often when gridlock rises", "[laws]") {
  Scenario scenario = test::law_scenario();
  scenario.years = {1995, 1995};
  scenario.conferences = {{.name = "hard", .year = 1995, .floor = 0.1, .forms = {Form::Hard}}};
  check_fall(scenario, test::law_tables(), 58);
}

TEST_CASE("Copenhagen adopts no more often when gridlock rises", "[laws]") {
  const LoadedScenario loaded = load_scenario(
      "copenhagen-2009", {}, {{test::source / "scenarios/data"}, {test::source / "scenarios/library"}});
  Scenario scenario = loaded.scenario;
  scenario.years = {2009, 2009};
  check_fall(scenario, read_tables(loaded.files), 20);
}

}  // namespace
}  // namespace hansa
