#include <algorithm>
#include <vector>

#include <catch2/catch.hpp>

#include "agents/covariates.hpp"
#include "sim/run.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/laws/library_world.hpp"
#include "tests/laws/same_record.hpp"

namespace hansa {
namespace {

/// The same states with other votes in every session from a year on, some of which they miss.
std::vector<StateRow> voting_otherwise_from(std::vector<StateRow> states, int year) {
  for (StateRow& state : states) {
    auto& points = state.un_vote.points;
    std::erase_if(points, [&](const auto& point) { return point.first >= year && point.first % 3 == 0; });
    for (auto& [session, point] : points) point = session >= year ? 2.5 - 7.0 * point : point;
  }
  return states;
}

TEST_CASE("in no year does a state know how it will vote in the General Assembly", "[laws]") {
  const test::LibraryWorld world("paris-2015");
  const Facts facts = build_facts(world.loaded.scenario, world.tables);
  bool moved = false;
  for (int year = 1985; year <= 2024; ++year) {
    const std::vector<StateRow> otherwise = voting_otherwise_from(world.tables.states, year);
    for (int earlier = 1985; earlier <= year; ++earlier)
      REQUIRE(read_covariates(otherwise, facts.head, earlier).score ==
              read_covariates(world.tables.states, facts.head, earlier).score);
    moved = moved || read_covariates(otherwise, facts.head, year + 1).score !=
                         read_covariates(world.tables.states, facts.head, year + 1).score;
  }
  CHECK(moved);
}

TEST_CASE("a run is the same whatever the General Assembly votes in its last year", "[laws]") {
  const Scenario scenario = test::law_scenario();
  const Tables tables = test::law_tables();
  Tables otherwise = tables, earlier = tables;
  otherwise.states = voting_otherwise_from(tables.states, scenario.years.to);
  earlier.states = voting_otherwise_from(tables.states, scenario.years.to - 3);
  const Facts facts = build_facts(scenario, tables), same = build_facts(scenario, otherwise),
              other = build_facts(scenario, earlier);
  for (std::uint32_t r = 0; r < 4; ++r) {
    CHECK(test::differences(run_realization(facts, 11, r), run_realization(same, 11, r)) == "");
    CHECK(test::differences(run_realization(facts, 11, r), run_realization(other, 11, r)) != "");
  }
}

}  // namespace
}  // namespace hansa
