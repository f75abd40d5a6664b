#include <numeric>

#include <catch2/catch.hpp>

#include "agents/build.hpp"
#include "support/numbers/expect.hpp"
#include "tests/shipped_issue.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::near;

/// A party of four million people with an output of 8 billion dollars and emissions of 1 million tonnes.
StateRow state(std::string iso3) {
  StateRow row;
  row.iso3 = std::move(iso3);
  row.party = true;
  row.region = "north";
  row.population.points = {{2000, 4.0}};
  row.gdp.points = {{2000, 8.0}};
  row.co2.points = {{2000, 1.0}};
  return row;
}

void put_in_bloc(StateRow& row, std::string_view name) {
  for (std::size_t g = 0; g < n_blocs; ++g) row.blocs[g] = row.blocs[g] || bloc_names[g] == name;
}

/// The EU in the tables: a party without people of its own.
StateRow eu_row() {
  StateRow row = state("EUU");
  row.population.points.clear();
  put_in_bloc(row, "annex1");
  return row;
}

CityRow city(std::int64_t id, std::string iso3, double thousands) {
  return {.id = id, .name = "city", .iso3 = std::move(iso3), .population = thousands, .capital = false};
}

/// A scenario on two known issues in the year 2000.
Scenario scenario_of_one_year() {
  Scenario scenario;
  scenario.years = {2000, 2000};
  scenario.issues = {"mitigation", "urban_role"};
  scenario.preferences = {test::shipped_issue("mitigation"), test::shipped_issue("urban_role")};
  scenario.cities = {.population = 1, .income = 0, .office_from = 1e9, .office = 0};
  return scenario;
}

TEST_CASE("depth weights are rescaled to sum to 1", "[build]") {
  Scenario scenario = scenario_of_one_year();
  scenario.preferences[0].depth_weight = 0.6;
  scenario.preferences[1].depth_weight = 0.2;
  const Facts facts = build_facts(scenario, {.states = {state("AAA"), state("BBB")}});
  CHECK(facts.depth_weight == std::vector<double>{0.6 / 0.8, 0.2 / 0.8});
  CHECK(facts.urban_role == 1);
  CHECK(facts.scenario == &scenario);
}

TEST_CASE("a world without the issue of cities has none", "[build]") {
  Scenario scenario = scenario_of_one_year();
  scenario.issues.pop_back();
  scenario.preferences.pop_back();
  CHECK(build_facts(scenario, {.states = {state("AAA")}}).urban_role == 1);
}

TEST_CASE("issues that all weigh nothing are a mistake", "[build]") {
  Scenario scenario = scenario_of_one_year();
  for (IssueParams& issue : scenario.preferences) issue.depth_weight = 0;
  CHECK_THROWS_AS(build_facts(scenario, {.states = {state("AAA")}}), ExpectationFailure);
}

TEST_CASE("heads are the parties with people of their own", "[build]") {
  const Scenario scenario = scenario_of_one_year();
  std::vector<StateRow> rows = {state("AAA"), state("BBB"), eu_row()};
  rows[1].party = false;
  const Facts facts = build_facts(scenario, {.states = rows});
  CHECK(facts.party == std::vector<char>{1, 0, 1});
  CHECK(facts.head == std::vector<char>{1, 0, 0});
  CHECK(facts.state_key[1] == entity_key("BBB"));
  CHECK(facts.at(2000).power[0] == 1.0);
}

TEST_CASE("states share a region with their neighbours alone", "[build]") {
  const Scenario scenario = scenario_of_one_year();
  std::vector<StateRow> rows = {state("AAA"), state("BBB"), state("CCC")};
  rows[1].region = "south";
  const Facts facts = build_facts(scenario, {.states = rows});
  CHECK(facts.region[0] == facts.region[2]);
  CHECK(facts.region[0] != facts.region[1]);
}

TEST_CASE("there are facts of every year", "[build]") {
  Scenario scenario = scenario_of_one_year();
  scenario.years = {2000, 2010};
  std::vector<StateRow> rows = {state("AAA"), state("BBB")};
  rows[0].co2.points = {{2000, 1.0}, {2010, 3.0}};
  const Facts facts = build_facts(scenario, {.states = rows});
  REQUIRE(facts.years.size() == 11);
  CHECK(facts.at(2005).emissions[0] == near(2.0));
}

TEST_CASE("what was filled is counted in the first year", "[build]") {
  const Scenario scenario = scenario_of_one_year();
  std::vector<StateRow> rows = {state("AAA"), state("BBB")};
  rows[0].vulnerability = 0.5;
  for (const Fill& fill : build_facts(scenario, {.states = rows}).fills) {
    if (fill.column == "vulnerability") CHECK(fill.n_filled == 1);
  }
}

TEST_CASE("a city's share is that of its state's people", "[build]") {
  const Scenario scenario = scenario_of_one_year();
  const Facts facts =
      build_facts(scenario, {.states = {state("AAA"), state("BBB")},
                             .cities = {city(1, "BBB", 1000), city(2, "AAA", 500), city(3, "BBB", 2000)}});
  CHECK(facts.city_share == std::vector<double>{0.25, 0.125, 0.5});
  CHECK(facts.city_state == std::vector<StateId>{StateId{1}, StateId{0}, StateId{1}});
  // grouped by state, in order
  CHECK(facts.first_city == std::vector<std::size_t>{0, 1, 3});
  CHECK(facts.cities_by_state == std::vector<CityId>{CityId{1}, CityId{0}, CityId{2}});
}

TEST_CASE("cities with more people than their state share it among them", "[build]") {
  const Scenario scenario = scenario_of_one_year();
  const Facts facts = build_facts(
      scenario, {.states = {state("AAA")}, .cities = {city(1, "AAA", 6000), city(2, "AAA", 2000)}});
  CHECK(facts.city_share == std::vector<double>{0.75, 0.25});
}

TEST_CASE("cities' capacity grows with people and has mean 1", "[build]") {
  Scenario scenario = scenario_of_one_year();
  const Tables tables{.states = {state("AAA")}, .cities = {city(1, "AAA", 100), city(2, "AAA", 300)}};
  CHECK(build_facts(scenario, tables).city_capacity == std::vector<double>{0.5, 1.5});
  scenario.cities.population = 0.5;
  const Facts facts = build_facts(scenario, tables);
  CHECK(facts.city_capacity[1] / facts.city_capacity[0] == near(std::sqrt(3.0)));
  CHECK(facts.city_capacity[0] + facts.city_capacity[1] == near(2.0));
}

TEST_CASE("a city with an international office has more capacity", "[build]") {
  Scenario scenario = scenario_of_one_year();
  scenario.cities = {.population = 0, .income = 0, .office_from = 1000, .office = 2};
  const Facts facts = build_facts(
      scenario, {.states = {state("AAA")}, .cities = {city(1, "AAA", 999), city(2, "AAA", 1000)}});
  CHECK(facts.city_capacity == std::vector<double>{0.5, 1.5});
}

TEST_CASE("a city of a richer state has more capacity", "[build]") {
  Scenario scenario = scenario_of_one_year();
  scenario.cities.income = 0.5;
  std::vector<StateRow> rows = {state("AAA"), state("BBB")};
  rows[1].gdp.points = {{2000, 72.0}};  // nine times as rich per head
  const Facts facts =
      build_facts(scenario, {.states = rows, .cities = {city(1, "AAA", 100), city(2, "BBB", 100)}});
  CHECK(facts.city_capacity[0] == near(0.5));
  CHECK(facts.city_capacity[1] == near(1.5));
}

TEST_CASE("a world without cities has none", "[build]") {
  Scenario scenario = scenario_of_one_year();
  scenario.world.with_cities = false;
  const Facts facts =
      build_facts(scenario, {.states = {state("AAA"), state("BBB")}, .cities = {city(1, "AAA", 999)}});
  CHECK(facts.n_cities == 0);
  CHECK(facts.first_city == std::vector<std::size_t>{0, 0, 0});
}

/// The facts of one conference among AAA, BBB (G20 and annex 1), CCC and the EU.
Facts facts_of(Scenario& scenario, ConferenceParams params) {
  scenario.conferences = {std::move(params)};
  std::vector<StateRow> rows = {state("AAA"), state("BBB"), state("CCC"), eu_row()};
  put_in_bloc(rows[1], "annex1");
  put_in_bloc(rows[1], "g20");
  rows[0].co2.points = {{1990, 1.0}, {2000, 3.0}};
  rows[1].co2.points = {{1990, 3.0}, {2000, 1.0}};
  return build_facts(scenario, {.states = rows});
}

TEST_CASE("an agenda holds the issues named and always the role of cities", "[build]") {
  Scenario scenario = scenario_of_one_year();
  scenario.issues = {"mitigation", "urban_role", "finance"};
  scenario.preferences.push_back(test::shipped_issue("finance"));
  using Agenda = std::vector<std::size_t>;
  CHECK(facts_of(scenario, {.name = "COP", .agenda = {"finance"}}).conferences[0].agenda == Agenda{1, 2});
  CHECK(facts_of(scenario, {.name = "COP", .agenda = {}}).conferences[0].agenda == Agenda{0, 1, 2});
}

TEST_CASE("those who stay away are not present and neither are states that are no parties", "[build]") {
  Scenario scenario = scenario_of_one_year();
  CHECK(facts_of(scenario, {.name = "COP", .absent = {"AAA", "CCC"}}).conferences[0].present ==
        std::vector<char>{0, 1, 0, 1});
  scenario.conferences = {{.name = "COP"}};
  std::vector<StateRow> rows = {state("AAA"), state("BBB")};
  rows[1].party = false;
  CHECK(build_facts(scenario, {.states = rows}).conferences[0].present == std::vector<char>{1, 0});
}

TEST_CASE("the club is the presidency and the G20", "[build]") {
  Scenario scenario = scenario_of_one_year();
  CHECK(facts_of(scenario, {.name = "COP", .presidency = "CCC"}).conferences[0].club ==
        std::vector<char>{0, 1, 1, 0});
}

TEST_CASE("a text binds all or a bloc", "[build]") {
  Scenario scenario = scenario_of_one_year();
  CHECK(facts_of(scenario, {.name = "COP"}).conferences[0].bound == std::vector<char>{1, 1, 1, 1});
  CHECK(facts_of(scenario, {.name = "COP", .bound = "annex1"}).conferences[0].bound ==
        std::vector<char>{0, 1, 0, 1});
}

TEST_CASE("the emissions that count for a treaty are shares of its base in its year", "[build]") {
  Scenario scenario = scenario_of_one_year();
  ConferenceParams params{.name = "COP", .year = 2000};
  CHECK(facts_of(scenario, params).conferences[0].emissions.empty());
  params.treaty.name = "treaty";
  std::vector<double> emissions = facts_of(scenario, params).conferences[0].emissions;
  CHECK(emissions[0] == near(0.6));  // 3, 1 and 1
  CHECK(emissions[1] == near(0.2));
  CHECK(emissions[3] == 0.0);  // the EU's emissions are its members'
  params.treaty.emissions_year = 1990;
  emissions = facts_of(scenario, params).conferences[0].emissions;
  CHECK(emissions[0] == near(0.2));  // 1, 3 and 1
  CHECK(emissions[1] == near(0.6));
  params.treaty.emissions_base = "annex1";
  emissions = facts_of(scenario, params).conferences[0].emissions;
  CHECK(emissions[0] == 0.0);
  CHECK(emissions[1] == near(1.0));
}

TEST_CASE("conferences are held in the order of their years", "[build]") {
  Scenario scenario = scenario_of_one_year();
  scenario.conferences = {{.name = "late", .year = 2010},
                          {.name = "early", .year = 2000},
                          {.name = "second of the year", .year = 2000}};
  const Facts facts = build_facts(scenario, {.states = {state("AAA")}});
  CHECK(facts.conferences[0].params->name == "early");
  CHECK(facts.conferences[1].params->name == "second of the year");
  CHECK(facts.conferences[2].params->name == "late");
  CHECK(facts.conferences[0].key == entity_key("early"));
}

TEST_CASE("a conference of a bloc is attended by its members alone", "[build]") {
  Scenario scenario = scenario_of_one_year();
  const Facts facts =
      facts_of(scenario, {.name = "G20", .participants = "g20", .side_agreement = {"AAA", "BBB"}});
  CHECK(facts.conferences[0].present == std::vector<char>{0, 1, 0, 0});
  CHECK(facts.conferences[0].side == std::vector<std::size_t>{1});  // an absent state agrees to nothing
}

}  // namespace
}  // namespace hansa
