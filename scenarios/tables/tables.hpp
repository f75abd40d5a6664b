#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "scenarios/parameters/vocabulary.hpp"
#include "scenarios/tables/treaties.hpp"
#include "scenarios/tables/world_files.hpp"

namespace hansa {

/// One quantity of one state by year, in order; years missing from the table are left out.
struct Series {
  std::vector<std::pair<int, double>> points;  // (year, value)
};

/// A state or party: a row of states.csv; unknown values are absent.
struct StateRow {
  std::string iso3;
  std::string name;
  bool party = false;           // to the climate convention
  std::string region;           // UN regional group, or "none"
  Series gdp;                   // [billion current US dollars]
  Series population;            // [million]
  Series co2;                   // [million tonnes a year]
  Series urban;                 // share of people living in urban areas    [%]
  Series democracy;             // electoral democracy                      [0..1]
  Series un_vote;               // ideal point in each session of the General Assembly, by un_votes.csv
  Series checks;                // veto players, by veto_players.csv       [count]
  Series polarization;          // between them                            [0..2]
  Series executive;             // 1: of the left, -1: of the right, 0: of the centre or unknown
  std::optional<double> rents;  // fossil rents as a share of output        [%]
  std::optional<double> vulnerability;  // ND-GAIN                                  [0..1]
  std::optional<double> readiness;      // ND-GAIN                                  [0..1]
  std::optional<double> paris_share;    // share of emissions counted by the Paris Agreement  [%]
  std::optional<double>
      treaty_majority;  // of the legislature that must consent to treaties, if known [0.5..1]
  std::array<bool, n_blocs> blocs{};
};

/// A city: a row of cities.csv.
struct CityRow {
  std::int64_t id = 0;
  std::string name;
  std::string iso3;         // of its state
  double population = 0.0;  // [thousand]
  bool capital = false;
  double latitude = 0.0, longitude = 0.0;  // north, east                                   [degree]
};

/// A real network of cities: a row of networks.csv.
struct NetworkRow {
  std::string id;
  std::string name;
  int founded = 0;  // [year]
  Domain domain = Domain::General;
  Scope scope = Scope::Global;
  std::string home;                 // state of its secretariat, or empty
  Roll roll = Roll::None;           // of its members in memberships.csv
  std::optional<int> members;       // by its own count
  std::optional<int> members_year;  // of that count
  std::string merged_into;          // id of the network that absorbed it, or empty
  std::optional<int> merged_year;
};

/// A known membership: since `year`, or observed in `year` and joined at an unknown earlier time.
struct MembershipRow {
  std::int64_t city_id = 0;
  std::string network;
  int year = 0;
  bool observed = false;
};

/// The standing of a network in a forum: a row of accreditations.csv.
struct AccreditationRow {
  std::string network;
  Forum forum = Forum::None;
  std::optional<int> since;  // absent: as soon as it could be accredited
  Access rung = Access::None;
};

/// The number of city networks in the world in one year.
struct CountRow {
  int year = 0;
  double count = 0.0;
};

/// The tables of facts, each sorted, so that the order of rows in a file has no effect.
struct Tables {
  std::vector<StateRow> states;                  // by iso3
  std::vector<CityRow> cities;                   // by id
  std::vector<NetworkRow> networks;              // by id
  std::vector<MembershipRow> memberships;        // by city_id, network
  std::vector<AccreditationRow> accreditations;  // by network, forum
  std::vector<CountRow> counts;                  // by year
  std::vector<ObservedTreaty> treaties;          // by id
  std::vector<std::string> notes;                // on what of the files is ignored
};

/// Reads the tables and checks the ids between them. Throws ScenarioError with the problems of all tables.
[[nodiscard]] Tables read_tables(const WorldFiles& files);

}  // namespace hansa
