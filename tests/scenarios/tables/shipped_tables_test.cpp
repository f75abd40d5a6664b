#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "scenarios/tables/tables.hpp"
#include "tests/scenarios/load/test_folders.hpp"
#include "tests/scenarios/tables/files_in.hpp"

namespace hansa {
namespace {

Tables shipped() { return read_tables(test::files_in(test::source / "scenarios/data")); }

const StateRow& find_state(const Tables& tables, std::string_view iso3) {
  return *std::find_if(tables.states.begin(), tables.states.end(),
                       [&](const StateRow& s) { return s.iso3 == iso3; });
}

bool is_in(const StateRow& state, std::string_view bloc) {
  const auto found = std::find(bloc_names.begin(), bloc_names.end(), bloc);
  return state.blocs[static_cast<std::size_t>(found - bloc_names.begin())];
}

double last(const Series& series) { return series.points.empty() ? 0.0 : series.points.back().second; }

TEST_CASE("the shipped tables hold 198 parties of 201 states, 4551 cities and 111 networks", "[csv]") {
  const Tables tables = shipped();
  CHECK(tables.states.size() == 201);
  CHECK(std::count_if(tables.states.begin(), tables.states.end(),
                      [](const StateRow& s) { return s.party; }) == 198);
  CHECK(tables.cities.size() == 4551);
  CHECK(tables.networks.size() == 111);
  CHECK(tables.memberships.size() == 3699);
  CHECK(tables.accreditations.size() == 19);
  REQUIRE(tables.counts.size() == 3);
  CHECK(tables.counts.front().year == 1985);
  CHECK(tables.counts.front().count == 60.0);
}

TEST_CASE("in the General Assembly the United States are far from most states, in every session", "[csv]") {
  const Tables tables = shipped();
  const Series& united_states = find_state(tables, "USA").un_vote;
  REQUIRE(united_states.points.size() == 35);
  CHECK(united_states.points.front().first == 1985);
  CHECK(united_states.points.back().first == 2019);
  for (const auto& [session, point] : united_states.points) {
    int n_below = 0, n = 0;
    for (const StateRow& state : tables.states) {
      for (const auto& [other, value] : state.un_vote.points) {
        n += other == session ? 1 : 0;
        n_below += other == session && value < point ? 1 : 0;
      }
    }
    CHECK(n_below >= n - 2);
  }
}

TEST_CASE("of a table of states with codes and names alone all take part, and nothing else is known",
          "[csv]") {
  const test::ScratchFolder folder;
  std::filesystem::copy(test::source / "scenarios/examples/toy", folder.path());
  test::put(folder / "states.csv", "iso3,name\nALT,Alta\nBRU,Bruma\nCAL,Cala\nDRI,Drift\nERS,Ersa\n");
  const Tables tables = read_tables(load_scenario(folder / "toy.yaml", {}, test::folders()).files);
  REQUIRE(tables.states.size() == 5);
  for (const StateRow& state : tables.states) {
    CHECK(state.party);
    CHECK(state.gdp.points.empty());
    CHECK_FALSE(state.rents.has_value());
  }
  CHECK(tables.notes.empty());
}

TEST_CASE("the shipped tables add up to the world", "[csv]") {
  const Tables tables = shipped();
  double people = 0.0, gdp = 0.0, co2 = 0.0, paris = 0.0, citizens = 0.0;
  for (const StateRow& state : tables.states) {
    people += last(state.population);
    gdp += last(state.gdp);
    co2 += last(state.co2);
    paris += state.paris_share.value_or(0.0);
  }
  for (const CityRow& city : tables.cities) citizens += city.population;
  CHECK(people == Approx(8105).epsilon(0.01));     // million
  CHECK(gdp == Approx(104114).epsilon(0.01));      // billion dollars
  CHECK(co2 == Approx(36060).epsilon(0.01));       // million tonnes
  CHECK(paris == Approx(100).epsilon(0.001));      // per cent
  CHECK(citizens == Approx(2.0e6).epsilon(0.01));  // thousand
}

TEST_CASE("blocs have their known members", "[csv]") {
  const Tables tables = shipped();
  const auto count = [&](std::string_view bloc) {
    return std::count_if(tables.states.begin(), tables.states.end(),
                         [&](const StateRow& s) { return is_in(s, bloc); });
  };
  CHECK(count("basic") == 4);
  CHECK(count("eu") == 27);
  CHECK(count("g77") == 134);
  CHECK(count("ldc") == 45);
  CHECK(is_in(find_state(tables, "TUV"), "aosis"));
  CHECK(is_in(find_state(tables, "USA"), "umbrella"));
  CHECK_FALSE(is_in(find_state(tables, "USA"), "eu"));
  CHECK(find_state(tables, "AGO").population.points.size() == 4);
  CHECK(find_state(tables, "AGO").gdp.points.front().first == 2009);  // 1990 is not known
}

TEST_CASE("rows are sorted by id, each once", "[csv]") {
  const Tables tables = shipped();
  const auto ascends = [](const auto& rows, auto id) {
    return std::adjacent_find(rows.begin(), rows.end(),
                              [&](const auto& a, const auto& b) { return id(a) >= id(b); }) == rows.end();
  };
  CHECK(ascends(tables.states, [](const StateRow& s) { return s.iso3; }));
  CHECK(ascends(tables.cities, [](const CityRow& c) { return c.id; }));
  CHECK(ascends(tables.networks, [](const NetworkRow& n) { return n.id; }));
  CHECK(ascends(tables.memberships, [](const MembershipRow& m) { return std::pair(m.city_id, m.network); }));
  CHECK(ascends(tables.accreditations,
                [](const AccreditationRow& a) { return std::pair(a.network, a.forum); }));
  CHECK(ascends(tables.counts, [](const CountRow& c) { return c.year; }));
  CHECK(ascends(tables.treaties, [](const ObservedTreaty& t) { return t.id; }));
}

}  // namespace
}  // namespace hansa
