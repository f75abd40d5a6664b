#include <catch2/catch.hpp>

#include "scenarios/tables/tables.hpp"
#include "tests/scenarios/load/test_folders.hpp"
#include "tests/scenarios/tables/files_in.hpp"

namespace hansa {
namespace {

/// The problems of the smallest world with one text replaced in one table; those of that table without its name.
std::string problems_with(const std::string& table, const std::string& from, const std::string& to) {
  const test::ScratchFolder folder;
  const std::vector<std::pair<std::string, std::string>> texts = {
      {"states.csv",
       "iso3,name,party,region,gdp_1990,gdp_2009,gdp_2015,gdp_last,gdp_last_year,population_1990,population_"
       "2009,"
       "population_2015,population_last,population_last_year,co2_1990,co2_1997,co2_2009,co2_2015,co2_last,"
       "co2_last_"
       "year,"
       "urban_1990,urban_last,urban_last_year,democracy_1997,democracy_2009,democracy_2015,democracy_last,"
       "democracy_last_year,rents,vulnerability,readiness,paris_share,treaty_majority,blocs\n"
       "FRA,France,1,europe,1,2,3,4,2023,5,,7,8,2024,9,,,,,,40,50,2023,,,,0.9,2022,0,0.3,0.6,1.34,,annex1|"
       "eu\n"
       "CHE,Switzerland,1,europe,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,\n"},
      {"cities.csv",
       "id,name,iso3,population,capital,lat,lon\n20,Paris,FRA,2138.6,1,48.85,2.35\n"
       "10,Lyon,FRA,522.2,0,45.75,4.85\n"},
      {"networks.csv",
       "id,name,founded,domain,scope,home,roll,merged_into,merged_year,members,members_year\n"
       "old,Old,1985,general,global,,all,new,1995,,\n"
       "new,New,1990,climate,regional,FRA,some,,,300,2010\n"},
      {"memberships.csv", "city_id,network,year,kind\n20,new,2005,observed\n10,old,1986,since\n"},
      {"accreditations.csv",
       "network,forum,since,rung,source\nnew,unfccc,1996,observer,x\nold,ecosoc,,consultative,x\n"},
      {"network_counts.csv", "year,count,source\n1985,60,x\n"},
      {"un_votes.csv", "iso3,year,ideal_point\nFRA,2001,1.1\nCHE,2002,1.25\nFRA,2000,-0.5\n"},
      {"veto_players.csv",
       "iso3,year,checks,polarization,executive\nFRA,2001,5,2,left\nCHE,1999,4,,center\nFRA,2000,,0,right\n"},
      {"treaties.csv",
       "id,conference,adopted,opened,min_parties,min_emissions_share,emissions_base,delay_days,in_force\n"
       "old,,1985-03-22,1985-03-22,20,,,90,1988-09-22\n"},
      {"history/ratifications.csv", "treaty,iso3,ratified\nold,FRA,1987-12-04\nold,CHE,\n"},
  };
  std::filesystem::create_directory(folder / "history");
  for (auto [name, text] : texts) {
    if (name == table) text.replace(text.find(from), from.size(), to);
    test::put(folder / name, text);
  }
  try {
    const Tables tables = read_tables(test::files_in(folder.path()));
    CHECK(tables.states[1].iso3 == "FRA");
    CHECK(tables.cities[0].name == "Lyon");
    CHECK(tables.cities[1].latitude == 48.85);
    CHECK(tables.cities[1].longitude == 2.35);
    CHECK(tables.memberships[1].observed);
    CHECK(tables.states[1].checks.points == std::vector<std::pair<int, double>>{{2001, 5}});
    CHECK(tables.states[1].polarization.points == std::vector<std::pair<int, double>>{{2000, 0}, {2001, 2}});
    CHECK(tables.states[1].executive.points == std::vector<std::pair<int, double>>{{2000, -1}, {2001, 1}});
    CHECK(tables.states[0].executive.points == std::vector<std::pair<int, double>>{{1999, 0}});
    CHECK(tables.states[1].un_vote.points == std::vector<std::pair<int, double>>{{2000, -0.5}, {2001, 1.1}});
  } catch (const ScenarioError& error) {
    std::string messages;
    for (Problem problem : error.problems()) {
      problem.file = std::filesystem::path(problem.file).filename().string();
      const std::string own = std::filesystem::path(table).filename().string() + ":", text = to_text(problem);
      messages += (messages.empty() ? "" : "|") + (text.starts_with(own) ? text.substr(own.size()) : text);
    }
    return messages;
  }
  return "";
}

/// One text in a table instead of another, and what is said of it.
struct Mistake {
  std::string from, to, problems;
};

TEST_CASE("contradictions between tables are reported at their line", "[csv]") {
  CHECK(problems_with("", "", "").empty());
  const std::vector<std::pair<std::string, std::vector<Mistake>>> mistakes = {
      {"states.csv",
       {
           {"FRA,", "fra,",
            "2:1: iso3: expected three capitals, such as DEU, got 'fra'"
            "|cities.csv:2:10: iso3: there is no state 'FRA'"
            "|cities.csv:3:9: iso3: there is no state 'FRA'"
            "|networks.csv:3:31: home: there is no state 'FRA'"
            "|un_votes.csv:2:1: iso3: there is no state 'FRA'"
            "|un_votes.csv:4:1: iso3: there is no state 'FRA'"
            "|veto_players.csv:2:1: iso3: there is no state 'FRA'"
            "|veto_players.csv:4:1: iso3: there is no state 'FRA'"},
           {"CHE,", "FRA,",
            "3:1: iso3: 'FRA' is already given in line 2"
            "|un_votes.csv:3:1: iso3: there is no state 'CHE'"
            "|veto_players.csv:3:1: iso3: there is no state 'CHE'"},
           {"annex1|eu", "annex1|euu", "2:92: blocs: no bloc 'euu'; did you mean 'eu'?"},
           {"annex1|eu", "eu|eu", "2:92: blocs: bloc 'eu' is given twice"},
           {"France,1", "France,2", "2:12: party: must be at most 1, got 2"},
           {"4,2023", "4,", "2:29: gdp_last_year: a value and its year are given together or not at all"},
           {"3,4,2023", "3,4,2015", "2:27: gdp_last: another value for 2015 than in gdp_2015"},
           {"3,4,2023", "4,4,2015", ""},
           {"0.9,2022", "1.9,2022", "2:67: democracy_last: must be at most 1, got 1.9"},
           {"readiness", "readyness", "1:1: readiness: no column with this name; did you mean 'readyness'?"},
           {"name,", "label,", "1:1: name: no column with this name"},
       }},
      {"cities.csv",
       {
           {"20,Paris,FRA", "20,Paris,ATL", "2:10: iso3: there is no state 'ATL'"},
           {"10,Lyon", "20,Lyon",
            "3:1: id: '20' is already given in line 2"
            "|memberships.csv:3:1: city_id: there is no city '10'"},
           {"2138.6", "-1", "2:14: population: must be at least 0, got -1"},
           {"Paris", "", "2:4: name: the cell is empty"},
           {"48.85", "98.85", "2:23: lat: must be at most 90, got 98.85"},
           {"4.85\n", "-184.85\n", "3:27: lon: must be at least -180, got -184.85"},
       }},
      {"networks.csv",
       {
           {"new,1995", "newer,1995", "2:34: merged_into: there is no network 'newer'"},
           {"new,1995", "old,1995", "2:34: merged_into: merged into itself"},
           {"some,,", "some,old,2000",
            "2:34: merged_into: merged into itself"
            "|3:40: merged_into: merged into itself"},
           {"climate", "climat", "3:14: domain: no domain 'climat'; did you mean 'climate'?"},
           {"regional", "continental",
            "3:22: scope: no scope 'continental'; known: global, regional, national"},
           {"FRA", "ATL", "3:31: home: there is no state 'ATL'"},
           {"all", "al", "2:30: roll: no roll 'al'; did you mean 'all'?"},
           {"all", "", "2:30: roll: the cell is empty"},
           {"some", "none", "memberships.csv:2:4: network: a member of a network whose roll is none"},
           {"new,1995", ",1995", "2:35: merged_year: a year of merger without merged_into"},
           {"new,1995", "new,1980", "2:38: merged_year: merged before it was founded"},
           {"new,1995", "new,", ""},
           {"300", "0", "3:42: members: must be at least 1, got 0"},
           {"300,2010", "300,", "3:46: members_year: members and members_year belong together"},
           {"300,2010", ",2010", "3:42: members: members and members_year belong together"},
           {"2010", "1980", "3:46: members_year: before it was founded"},
           {"new,New", "old,New",
            "2:34: merged_into: there is no network 'new'"
            "|3:1: id: 'old' is already given in line 2"
            "|memberships.csv:2:4: network: there is no network 'new'"
            "|accreditations.csv:2:1: network: there is no network 'new'"},
       }},
      {"memberships.csv",
       {
           {"10,old,1986,since\n", "",
            "networks.csv:2:30: roll: all, but memberships.csv has none of its members"},
           {"1986", "1984", "3:8: year: before the network was founded in 1985"},
           {"20,new", "30,new", "2:1: city_id: there is no city '30'"},
           {"20,new", "20,newer",
            "networks.csv:3:35: roll: some, but memberships.csv has none of its members"
            "|2:4: network: there is no network 'newer'"},
           {"10,old", "20,new",
            "networks.csv:2:30: roll: all, but memberships.csv has none of its members"
            "|3:1: city_id: '20 in new' is already given in line 2"
            "|3:8: year: before the network was founded in 1990"},
           {"since", "until", "3:13: kind: expected observed or since, got 'until'"},
       }},
      {"accreditations.csv",
       {
           {"new,unfccc", "newer,unfccc", "2:1: network: there is no network 'newer'"},
           {"unfccc", "unfcc", "2:5: forum: no forum 'unfcc'; did you mean 'unfccc'?"},
           {"unfccc", "none", "2:5: forum: no forum 'none'; known: unfccc, ecosoc, habitat"},
           {"observer", "observr", "2:17: rung: no rung 'observr'; did you mean 'observer'?"},
           {"observer", "drafting",
            "2:17: rung: no rung 'drafting'; known: observer, consultative, advisory, assembly"},
           {"observer", "", "2:17: rung: the cell is empty"},
           {"1996", "1989", "2:12: since: before the network was founded in 1990"},
           {"1996", "1994", "2:12: since: before 1995, from when unfccc accredits"},
           {"1996", "then", "2:12: since: expected a whole number, got 'then'"},
           {"observer,x", "observer,", "2:26: source: the cell is empty"},
           {"old,ecosoc", "new,unfccc", "3:1: network: 'new in unfccc' is already given in line 2"},
           {"old,ecosoc", "new,ecosoc", ""},
           {"rung", "level", "1:1: rung: no column with this name"},
       }},
      {"network_counts.csv",
       {
           {"1985,60", "1985,", "2:6: count: the cell is empty"},
           {"1985,60", "1985,999999999", "2:6: count: must be at most 5000, got 999999999"},
       }},
      {"un_votes.csv",
       {
           {"FRA,2000", "FRA,2001", "4:1: iso3: 'FRA in 2001' is already given in line 2"},
           {"CHE", "ATL", "3:1: iso3: there is no state 'ATL'"},
           {"CHE", "", "3:1: iso3: the cell is empty"},
           {"2002", "2002.5", "3:5: year: expected a whole number, got '2002.5'"},
           {"1.25", "", "3:10: ideal_point: the cell is empty"},
           {"1.25", "nan", "3:10: ideal_point: expected a number, got 'nan'; it must be finite"},
           {"1.25", "12.5", "3:10: ideal_point: must be at most 10, got 12.5"},
           {"ideal_point", "point", "1:1: ideal_point: no column with this name"},
       }},
      {"veto_players.csv",
       {
           {"FRA,2000", "FRA,2001", "4:1: iso3: 'FRA in 2001' is already given in line 2"},
           {"CHE", "ATL", "3:1: iso3: there is no state 'ATL'"},
           {"1999", "", "3:5: year: the cell is empty"},
           {"2001,5", "2001,0", "2:10: checks: must be at least 1, got 0"},
           {"2001,5", "2001,4.5", "2:10: checks: expected a whole number, got '4.5'"},
           {"5,2", "5,3", "2:12: polarization: must be at most 2, got 3"},
           {"center", "centre", "3:13: executive: no orientation 'centre'; did you mean 'center'?"},
           {"checks", "players", "1:1: checks: no column with this name"},
       }},
      {"treaties.csv",
       {
           {"1985-03-22,20", "1985-03-32,20",
            "2:17: opened: expected a date such as 1997-12-11, got '1985-03-32'"},
       }},
      {"history/ratifications.csv",
       {
           {"1987-12-04", "1987", "2:9: ratified: expected a date such as 1997-12-11, got '1987'"},
           {"old,CHE", "old,FRA", "3:5: iso3: line 2 has this already"},
           {"old,CHE", "new,CHE", "3:1: treaty: its date of adoption is not known; add a column adopted"},
       }},
  };
  for (const auto& [table, of_table] : mistakes) {
    for (const auto& [from, to, problems] : of_table) {
      INFO(table << ": " << from << " -> " << to);
      CHECK(problems_with(table, from, to) == problems);
    }
  }
}

}  // namespace
}  // namespace hansa
