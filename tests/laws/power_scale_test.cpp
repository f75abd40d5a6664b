#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "sim/run.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/laws/library_world.hpp"
#include "tests/laws/same_record.hpp"

namespace hansa {
namespace {

using test::differences_beyond;

/// The tables with output in another currency.
Tables with_output_times(double factor, Tables tables) {
  for (StateRow& state : tables.states) {
    for (auto& [year, gdp] : state.gdp.points) gdp *= factor;
  }
  return tables;
}

/// Multiplies populations at the same output and emissions per head; city sizes are scaled alike.
struct Multiplied {
  Scenario scenario;
  Tables tables;
  Multiplied(double factor, const Scenario& before, const Tables& tables_before)
      : scenario(before), tables(with_output_times(factor, tables_before)) {
    scenario.cities.office_from *= factor;
    scenario.networks.join.most_people *= factor;
    for (StateRow& state : tables.states) {
      for (auto& [year, people] : state.population.points) people *= factor;
      for (auto& [year, co2] : state.co2.points) co2 *= factor;
    }
    for (CityRow& city : tables.cities) city.population *= factor;
  }
};

/// The largest difference between two shares of power, in any year.
double largest_shift(const Facts& a, const Facts& b) {
  double largest = 0;
  for (std::size_t year = 0; year < a.years.size(); ++year) {
    for (std::size_t i = 0; i < a.n_states; ++i)
      largest = std::max(largest, std::abs(a.years[year].power[i] - b.years[year].power[i]));
  }
  return largest;
}

TEST_CASE("the currency of output changes no result", "[laws]") {
  const double factor = GENERATE(8.0, 0.0371);
  const Scenario scenario = test::law_scenario();
  const Facts facts = build_facts(scenario, test::law_tables()),
              other = build_facts(scenario, with_output_times(factor, test::law_tables()));
  CHECK(largest_shift(facts, other) < 1e-12);
  for (std::uint32_t r = 0; r < 8; ++r)
    CHECK(differences_beyond(1e-12, run_realization(facts, 11, r), run_realization(other, 11, r)) == "");
}

TEST_CASE("a larger world with the same proportions has the same results", "[laws]") {
  const double factor = GENERATE(16.0, 3.0);
  const Scenario scenario = test::law_scenario();
  const Multiplied larger(factor, scenario, test::law_tables());
  const Facts facts = build_facts(scenario, test::law_tables()),
              other = build_facts(larger.scenario, larger.tables);
  CHECK(largest_shift(facts, other) < 1e-12);
  for (std::uint32_t r = 0; r < 8; ++r)
    CHECK(differences_beyond(1e-12, run_realization(facts, 11, r), run_realization(other, 11, r)) == "");
}

TEST_CASE("in the library power is a share, independent of the units of output and population", "[laws]") {
  test::LibraryWorld world(GENERATE("copenhagen-2009", "paris-2015"));
  const Facts as_told = build_facts(world.loaded.scenario, world.tables);
  // a city has at least a thousand people, in any unit
  for (CityRow& city : world.tables.cities) city.population = std::max(city.population, 1.0);
  const Multiplied larger(16, world.loaded.scenario, world.tables);
  const Facts facts = build_facts(world.loaded.scenario, world.tables),
              dear = build_facts(world.loaded.scenario, with_output_times(0.0371, world.tables)),
              large = build_facts(larger.scenario, larger.tables);
  const RunRecord record = run_realization(facts, 42, 0);
  CHECK(test::differences(record, run_realization(as_told, 42, 0)) == "");
  for (const Facts* other : {&dear, &large}) {
    CHECK(largest_shift(facts, *other) < 1e-12);
    CHECK(differences_beyond(1e-12, record, run_realization(*other, 42, 0)) == "");
  }
}

}  // namespace
}  // namespace hansa
