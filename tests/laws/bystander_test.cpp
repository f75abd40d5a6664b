#include <algorithm>

#include <catch2/catch.hpp>

#include "sim/run.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/laws/same_record.hpp"

namespace hansa {
namespace {

using test::differences;

/// The record without the values of one state.
RunRecord without_state(RunRecord record, std::size_t row, std::size_t n_states, std::size_t n_issues) {
  test::for_each_state_column(record, n_states, n_issues, [&](auto& values, std::size_t, std::size_t width) {
    std::size_t k = 0;
    std::erase_if(values, [&](const auto&) { return k++ / width % n_states == row; });
  });
  return record;
}

TEST_CASE("a state that is not a party to the convention changes no bit of a result", "[laws]") {
  const std::string iso3 = GENERATE("AAA", "AFZ", "ZZZ");  // first, in the middle, last
  const bool has_data = GENERATE(true, false);             // whether the tables have data on it
  const Scenario scenario = test::law_scenario();
  Tables tables = test::law_tables();
  const Facts facts = build_facts(scenario, tables);
  StateRow row;
  row.iso3 = row.name = iso3;
  row.region = "middle";
  if (has_data) {
    row = tables.states[3];
    row.iso3 = row.name = iso3;
    row.party = false;
    row.region = "middle";
    row.blocs = {};
    row.gdp.points = {{1990, 1e5}};  // the richest of all
  }
  const auto place = std::ranges::upper_bound(tables.states, iso3, {}, &StateRow::iso3);
  const auto at = static_cast<std::size_t>(place - tables.states.begin());
  tables.states.insert(place, row);
  const Facts with = build_facts(scenario, tables);
  REQUIRE(with.n_states == 14);
  for (std::uint32_t r = 0; r < 4; ++r) {
    const RunRecord record = run_realization(with, 11, r);
    CHECK(differences(run_realization(facts, 11, r), without_state(record, at, 14, 5)) == "");
    for (std::size_t row_of = at; row_of < record.objects.size(); row_of += 14)
      CHECK(record.objects[row_of] == 0);
  }
}

TEST_CASE("the EU, which has no power of its own, may stay away from every conference", "[laws]") {
  const Scenario scenario = test::law_scenario();
  Scenario away = scenario;
  for (ConferenceParams& conference : away.conferences) conference.absent.push_back("EUU");
  const Facts facts = build_facts(scenario, test::law_tables()),
              facts_away = build_facts(away, test::law_tables());
  for (std::uint32_t r = 0; r < 8; ++r)
    CHECK(differences(run_realization(facts, 11, r), run_realization(facts_away, 11, r)) == "");
}

/// The law world with twice the cities: the added ones, with ids below, between and above the others', have
/// no people, no capacity and no pull to networks; the others' capacity is doubled, so that its mean is still 1.
Facts with_empty_cities(const Scenario& scenario, const Facts& before) {
  Tables tables = test::law_tables();
  std::vector<CityRow> cities;
  for (const CityRow& city : tables.cities) {
    const auto k = city.id - 100;
    CityRow empty = city;
    empty.id = k < 30 ? k : 1000 + k;
    cities.push_back(empty);
  }
  tables.cities.insert(tables.cities.end(), cities.begin(), cities.end());
  std::ranges::sort(tables.cities, {}, &CityRow::id);
  Facts facts = build_facts(scenario, tables);
  for (std::size_t c = 0; c < facts.n_cities; ++c) {
    const auto place = std::ranges::find(before.city_id, facts.city_id[c]);
    const bool real = place != before.city_id.end();
    const auto k = static_cast<std::size_t>(place - before.city_id.begin());
    facts.city_capacity[c] = real ? 2.0 * before.city_capacity[k] : 0.0;
    facts.city_share[c] = real ? before.city_share[k] : 0.0;
    facts.city_pull[c] = real ? before.city_pull[k] : 0.0;
    facts.city_factor_shape[c] = real ? before.city_factor_shape[k] : 1.0;
    facts.city_factor_rate[c] = real ? before.city_factor_rate[k] : 1.0;
  }
  return facts;
}

TEST_CASE("cities without people that join no network change no bit of a result", "[laws]") {
  Scenario scenario = test::law_scenario();
  scenario.networks.attention = Attention::Hyperbolic;  // a budget is relative to the average office
  const Facts facts = build_facts(scenario, test::law_tables()), with = with_empty_cities(scenario, facts);
  REQUIRE(with.n_cities == 120);
  int n_memberships = 0;
  for (std::uint32_t r = 0; r < 8; ++r) {
    const RunRecord record = run_realization(facts, 11, r);
    // counts of cities, and means over them, include these too
    CHECK(differences(record, run_realization(with, 11, r),
                      {"autonomy", "preemptions", "state_preemptions"}) == "");
    n_memberships += record.memberships.back();
  }
  CHECK(n_memberships > 8 * 20);
}

}  // namespace
}  // namespace hansa
