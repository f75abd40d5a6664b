#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "agents/ids.hpp"
#include "scenarios/parameters/vocabulary.hpp"

namespace hansa {

struct ConferenceParams;
struct Scenario;

/// What the tables say of every state in one year. Rows are states; (n x d) arrays are row-major.
struct YearFacts {
  std::vector<double> logit;          // (state x issue) position before anything happens   [logit]
  std::vector<double> salience;       // (state x issue) rows sum to 1                      [0..1]
  std::vector<double> power;          // sums to 1 over states; 0 for the EU                [0..1]
  std::vector<double> stake;          // gain per unit of the others' depth, relative       [1]
  std::vector<double> sovereignty;    // cost of being bound, relative                      [1]
  std::vector<double> pluralism;      // how many may veto at home                          [0..1]
  std::vector<double> home_rule;      // what a state lets its cities do                    [0..1]
  std::vector<double> openness;       // of its delegation to cities                        [0..1]
  std::vector<double> capture;        // by private interests                               [0..1]
  std::vector<double> principals;     // units of the tier between state and city           [count]
  std::vector<double> supermajority;  // whether treaties need one                          [0..1]
  std::vector<double> democracy;      // electoral democracy                                [0..1]
  std::vector<double> log_gdp;        // log of output, mean 0                              [log]
  std::vector<double> emissions;      // CO2                                                [Mt]
  std::vector<double> income;         // log of output a head, standardised                 [sd]
};

/// A conference with every name resolved.
struct ConferenceFacts {
  const ConferenceParams* params = nullptr;
  std::vector<std::size_t> agenda;  // issues on the table, ascending
  std::vector<char> bound;          // (state) whether the text obliges it
  std::vector<char> present;        // (state) whether it takes part
  std::vector<char> club;           // (state) presidency and the G20
  std::vector<std::size_t> side;    // states of the side agreement
  std::vector<double> emissions;    // (state) share of the emissions that count for entry into force [0..1]
  std::uint64_t key = 0;            // for draws
};

/// A network that the tables know.
struct KnownNetwork {
  std::string id;
  std::uint64_t key = 0;
  int founded = 0;
  int ended = 9999;                     // year in which it merged into another             [year]
  std::size_t issue = 0;                // its main issue; n_issues: none on the list
  Access accreditation = Access::None;  // rung that the UN grants it
  bool general = false;                 // speaks for cities in general
  struct Member {
    CityId city;
    int since;
    bool observed;  // only known to be a member by this year
  };
  std::vector<Member> members;
};

/// A count of values that no table has and the stated rule filled.
struct Fill {
  std::string column;
  int n_filled = 0;
};

/// What does not change during a run and is shared by all realizations.
struct Facts {
  const Scenario* scenario = nullptr;

  // issues
  std::size_t n_issues = 0;
  std::vector<std::string> issue_name;
  std::vector<double> depth_weight;   // (issue) sums to 1
  std::vector<double> issue_lapse;    // (issue) speed at which its status quo lapses, relative  [1]
  std::size_t urban_role = 0;         // its row; n_issues if the scenario has none
  std::vector<char> displaces;        // (issue) whether displaced people press on it
  std::vector<char> self_determined;  // (issue) whether each state may pledge a contribution of its own

  // states, sorted by code
  std::size_t n_states = 0;
  std::vector<std::string> iso3;
  std::vector<std::string> state_name;
  std::vector<std::uint64_t> state_key;
  std::vector<char> party;  // takes part in conferences
  std::vector<char> head;   // is counted and may object: a party that is not the EU
  std::vector<int> region;
  std::vector<std::array<bool, n_blocs>> blocs;
  int first_year = 0;
  std::vector<YearFacts> years;  // one a year from first_year

  // cities, sorted by id
  std::size_t n_cities = 0;
  std::vector<std::int64_t> city_id;
  std::vector<std::uint64_t> city_key;
  std::vector<StateId> city_state;
  std::vector<double> city_share;       // of its state's people                               [0..1]
  std::vector<double> city_capacity;    // before any loss; mean 1                             [1]
  std::vector<std::size_t> first_city;  // (state + 1) rows of cities_by_state
  std::vector<CityId> cities_by_state;

  std::vector<KnownNetwork> networks;
  int initial_networks = 0;
  std::vector<ConferenceFacts> conferences;
  std::vector<Fill> fills;

  /// How near a rung is to the drafting table, 0 none ... 1 drafting [N4].
  [[nodiscard]] double nearness(Access rung) const;

  [[nodiscard]] const YearFacts& at(int year) const {
    return years[static_cast<std::size_t>(year - first_year)];
  }
};

}  // namespace hansa
