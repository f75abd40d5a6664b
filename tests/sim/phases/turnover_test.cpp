#include <catch2/catch.hpp>

#include "sim/phases/environment.hpp"
#include "sim/phases/gridlock.hpp"
#include "sim/phases/turnover.hpp"
#include "sim/run.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/laws/library_world.hpp"
#include "tests/laws/same_record.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::near;
using test::SmallWorld;

TEST_CASE("an election moves the government on all issues and not its society", "[turnover]") {
  SmallWorld small(2, 2);
  small.now().swing = {0.4, -1.6};
  World world = small.world();
  update_environment(small.scenario.environment, {}, world);
  turn_over({.turnover = 0.5}, world);
  CHECK(world.states.logit == std::vector<double>{0.2, 0.2, -0.8, -0.8});
  CHECK(world.states.society == std::vector<double>{0, 0, 0, 0});
}

TEST_CASE("without turnover who governs changes no bit", "[turnover]") {
  Tables otherwise = test::law_tables();
  for (StateRow& state : otherwise.states)
    for (auto& [year, executive] : state.executive.points) executive = year % 2 == 0 ? 1 : -1;
  Scenario scenario = test::law_scenario();
  for (const double turnover : {0.0, 1.0}) {
    scenario.gridlock.turnover = turnover;
    const Facts facts = build_facts(scenario, test::law_tables()), other = build_facts(scenario, otherwise);
    for (std::uint32_t r = 0; r < 4; ++r) {
      const bool same =
          test::differences(run_realization(facts, 11, r), run_realization(other, 11, r)).empty();
      CHECK(same == (turnover == 0.0));
    }
  }
}

/// The United States and its veto players in the years of unfccc-1995-2024, without chance from year to year.
struct UnitedStates {
  test::LibraryWorld loaded;
  Facts facts;
  World world;
  std::size_t row;
  explicit UnitedStates(double level, double turnover = 0)
      : loaded("unfccc-1995-2024"),
        facts(build_facts(loaded.loaded.scenario, loaded.tables)),
        world(make_world(facts, Draws(1, 0))),
        row(static_cast<std::size_t>(std::find(facts.iso3.begin(), facts.iso3.end(), "USA") -
                                     facts.iso3.begin())) {
    loaded.loaded.scenario.gridlock.level = level;
    loaded.loaded.scenario.gridlock.turnover = turnover;
    loaded.loaded.scenario.gridlock.common_shock = 0;
  }
  UnitedStates(const UnitedStates&) = delete;
  UnitedStates& operator=(const UnitedStates&) = delete;

  void play(int year) {
    const Scenario& scenario = loaded.loaded.scenario;
    world.year = year;
    update_environment(scenario.environment, {}, world);
    turn_over(scenario.gridlock, world);
    harden(scenario.gridlock, world);
  }
  /// What the government wants on mitigation.
  [[nodiscard]] double position(int year) {
    play(year);
    return world.states.position[row * facts.n_issues];
  }
  [[nodiscard]] std::size_t n_further(int year) {
    play(year);
    return world.vetoes.first[row + 1] - world.vetoes.first[row] - 1;
  }
  /// Whether any further veto player wants something other than the government.
  [[nodiscard]] bool apart(int year) {
    play(year);
    const double government = world.states.position[row * facts.n_issues];
    for (std::size_t v = world.vetoes.first[row]; v < world.vetoes.first[row + 1]; ++v)
      if (world.vetoes.position[v * facts.n_issues] != government) return true;
    return false;
  }
};

TEST_CASE("in the United States Congress stands apart under a divided government and not under a united one",
          "[gridlock]") {
  UnitedStates observed(0.5);
  for (const int divided : {1997, 2000, 2011, 2015, 2019}) {
    CHECK(observed.n_further(divided) == 4);
    CHECK(observed.apart(divided));
  }
  for (const int united : {2001, 2006, 2009, 2017, 2021}) {
    CHECK(observed.n_further(united) == 3);
    CHECK_FALSE(observed.apart(united));
  }
  UnitedStates none(0.0);
  CHECK(none.n_further(2000) == 0);
  UnitedStates doubled(1.0);
  CHECK(doubled.n_further(2006) == 4);  // six, but there are five at most with the executive
}

TEST_CASE("with turnover the United States want less after 2000 and 2016 and more after 2008 and 2020",
          "[turnover]") {
  UnitedStates swinging(0.5, 1.0), steady(0.5);
  const auto change = [](UnitedStates& states, int year) {
    const double before = states.position(year);
    return states.position(year + 1) - before;
  };
  for (const int year : {2000, 2016}) {
    CHECK(change(swinging, year) < -0.2);
    CHECK(std::abs(change(steady, year)) < 0.05);
  }
  for (const int year : {2008, 2020}) {
    CHECK(change(swinging, year) > 0.2);
    CHECK(std::abs(change(steady, year)) < 0.05);
  }
}

}  // namespace
}  // namespace hansa
