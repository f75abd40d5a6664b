#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "analysis/prepared_scenario.hpp"
#include "scenarios/load/load.hpp"
#include "sim/run.hpp"
#include "tests/places.hpp"
#include "tests/support/files/scratch_folder.hpp"

namespace hansa::test {

using TableText = std::pair<std::string, std::string>;  // name of the file, its text

/// The tables of a world of three states and three cities in which every column has a value somewhere.
inline std::vector<TableText> extreme_tables() {
  return {
      {"states.csv",
       "iso3,name,party,region,gdp_1990,gdp_2009,gdp_2015,gdp_last,gdp_last_year,population_1990,population_"
       "2009,"
       "population_2015,population_last,population_last_year,co2_1990,co2_1997,co2_2009,co2_2015,co2_last,"
       "co2_last_year,urban_1990,urban_last,urban_last_year,democracy_1997,democracy_2009,democracy_2015,"
       "democracy_last,democracy_last_year,rents,vulnerability,readiness,paris_share,treaty_majority,blocs\n"
       "DEU,Germany,1,europe,1000,1500,1600,1700,2023,79,81,82,84,2024,1000,900,800,780,600,2022,73,77,2023,."
       "88,.89,"
       ".87,.85,2022,.1,.3,.7,2.6,.5,annex1|eu|oecd\n"
       "IND,India,1,asia,100,400,600,900,2023,870,1200,1300,1430,2024,600,900,1700,2300,2800,2022,25,36,2023,"
       ".7,.7,.6,"
       ".4,2022,2,.5,.4,4.1,,g77|basic\n"
       "NRU,Nauru,1,pacific,.01,.02,.05,.1,2023,.01,.01,.01,.01,2024,.1,.1,.1,.1,.1,2022,100,100,2023,,,,,,0,"
       ".6,.3,"
       ".001,,aosis|g77\n"},
      {"cities.csv",
       "id,name,iso3,population,capital,lat,lon\n1,Berlin,DEU,3500,1,52.5,13.4\n2,Mumbai,IND,20000,0,19,72."
       "8\n"
       "3,Yaren,NRU,1,1,-.5,166.9\n"},
      {"networks.csv",
       "id,name,founded,domain,scope,home,members,members_year,roll,merged_into,merged_year\n"
       "old,Old,1985,general,global,,100,2000,all,new,2008\n"
       "new,New,1990,climate,regional,DEU,300,2010,some,,\n"},
      {"memberships.csv",
       "city_id,network,year,kind\n1,new,2005,observed\n2,old,1986,since\n1,old,1990,since\n"},
      {"accreditations.csv",
       "network,forum,since,rung,source\nnew,unfccc,1996,observer,x\nold,ecosoc,,consultative,x\n"},
      {"network_counts.csv", "year,count,source\n1985,6,x\n2006,12,x\n"},
      {"un_votes.csv", "iso3,year,ideal_point\nDEU,2001,1.1\nIND,2002,-1.25\nDEU,2005,.9\n"},
      {"veto_players.csv",
       "iso3,year,checks,polarization,executive\nDEU,2001,5,2,left\nIND,1999,4,,center\nDEU,2006,4,0,"
       "right\n"},
      {"treaties.csv",
       "id,conference,adopted,opened,min_parties,min_emissions_share,emissions_base,delay_days,in_force\n"
       "old,,1985-03-22,1985-03-22,2,,,90,1988-09-22\n"},
      {"ratifications.csv", "treaty,iso3,ratified\nold,DEU,1987-12-04\nold,IND,\n"},
  };
}

/// The scenario of these tables: six years, a conference with a treaty, one of words, one of pledges.
inline const std::string extreme_scenario = R"(schema_version: 1
name: extreme
seed: 3
realizations: 1
years: {from: 2005, to: 2010}
issues: [mitigation, finance, urban_role]
networks: {initial: 4}
world: {states: states.csv, cities: cities.csv, networks: networks.csv, memberships: memberships.csv,
  accreditations: accreditations.csv, counts: network_counts.csv, treaties: treaties.csv,
  ratifications: ratifications.csv, un_votes: un_votes.csv, veto_players: veto_players.csv}
conferences:
  - {name: words, year: 2006, forms: [hard, soft], floor: 0.1}
  - {name: treaty, year: 2007, agenda: [mitigation, finance], forms: [hard], floor: 0.02, bound: annex1,
     treaty: {name: treaty, min_parties: 1, min_emissions: 0.2, emissions_base: annex1, delay: 90}}
  - {name: pledges, year: 2009, architecture: pledges, floor: 0.05, forms: [shell], summit: 1, access: drafting}
)";

inline void put_extreme_world(const std::filesystem::path& folder) {
  for (const auto& [name, text] : extreme_tables()) put(folder / name, text);
  put(folder / "extreme.yaml", extreme_scenario);
}

inline DataFolders shipped() {
  return {{source_dir() / "scenarios/data"}, {source_dir() / "scenarios/library"}};
}

/// What becomes of a scenario: its problems as FILE:LINE:COLUMN: KEY: MESSAGE, or what else went wrong when it was played;
/// neither: all its numbers are finite.
struct Fate {
  std::vector<std::string> problems;
  std::string fault;

  [[nodiscard]] std::string text() const { return problems.empty() ? fault : problems.front(); }
};

/// What becomes of something that is read or played.
template <class Work> Fate fate_in(const Work& work) {
  Fate fate;
  try {
    work();
  } catch (const ScenarioError& error) {
    for (Problem problem : error.problems()) {
      problem.file = std::filesystem::path(problem.file).filename().string();
      fate.problems.push_back(to_text(problem));
    }
  } catch (const std::exception& error) {
    fate.fault = error.what();
  }
  return fate;
}

/// Plays the scenario of a folder twice.
inline Fate fate_of(const std::filesystem::path& folder, const std::vector<std::string>& settings = {}) {
  return fate_in([&] {
    const PreparedScenario prepared = prepare((folder / "extreme.yaml").string(), settings, shipped());
    for (std::uint32_t k = 0; k < 2; ++k)
      static_cast<void>(run_realization(prepared.facts, prepared.scenario().seed, k));
  });
}

}  // namespace hansa::test
