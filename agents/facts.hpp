#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "agents/ids.hpp"
#include "scenarios/parameters/vocabulary.hpp"

namespace hansa {

struct ConferenceParams;
struct Scenario;
struct StartFacts;

/// Data on all states in one year. Rows are states; (n x d) arrays are row-major.
struct YearFacts {
  std::vector<double> logit;             // (state x issue) position before any event          [logit]
  std::vector<double> salience;          // (state x issue) rows sum to 1                      [0..1]
  std::vector<double> power;             // sums to 1 over states; 0 for the EU                [0..1]
  std::vector<double> stake;             // gain per unit of the others' depth, relative       [1]
  std::vector<double> sovereignty;       // cost of being bound, relative                      [1]
  std::vector<double> checks;            // veto players at home, the executive among them     [1..5]
  std::vector<double> polarisation;      // between them                                       [0..2]
  std::vector<double> joining;           // exp of the weight of its democracy in joining networks  [1]
  std::vector<double> united;            // government: .5 united, -.5 divided, 0 unknown      [1]
  std::vector<double> swing;             // executive: left 1, right -1, less its mean         [1]
  std::vector<double> home_rule;         // powers that a state grants its cities              [0..1]
  std::vector<double> openness;          // of its delegation to cities                        [0..1]
  std::vector<double> capture;           // by private interests                               [0..1]
  std::vector<double> principals;        // units of the tier between state and city           [count]
  std::vector<double> democracy;         // electoral democracy                                [0..1]
  std::vector<double> democracy_score;   // the same, standardised                          [sd]
  std::vector<double> population_score;  // log of people, standardised                     [sd]
  std::vector<double> emissions;         // CO2                                                [Mt]
  std::vector<double> income;            // log of output per head, standardised               [sd]
  std::vector<double> output;            // share of the world's; 0 for the EU                 [0..1]
};

/// A conference, with names resolved to rows.
struct ConferenceFacts {
  const ConferenceParams* params = nullptr;
  std::vector<std::size_t> agenda;  // issues on the agenda, ascending
  std::vector<char> bound;          // (state) whether the text obliges it
  std::vector<double> met;          // (state) share of that obligation met since the base year [0..0.9]
  std::vector<char> present;        // (state) whether it takes part
  std::vector<char> club;           // (state) presidency and the G20
  std::vector<std::size_t> side;    // states of the side agreement
  std::vector<double> emissions;    // (state) share of the emissions that count for entry into force [0..1]
  std::vector<double> habit;        // (state) of joining treaties early, of a treaty's conference     [sd]
  std::uint64_t key = 0;            // for draws
};

/// A network in the tables.
struct KnownNetwork {
  std::string id;
  std::string name;
  std::uint64_t key = 0;
  int founded = 0;
  int ended = 9999;          // year of its merger into another                  [year]
  int absent_from = 9999;    // year from which a scenario has it not exist      [year]
  bool keeps_place = false;  // by a scenario's dials it is gone; none takes its place
  int successor = -1;        // row of that other network; -1: none
  std::size_t issue = 0;     // its main issue; n_issues: none of the scenario's
  Domain domain = Domain::Climate;
  bool worldwide = false;                         // looks for members everywhere
  int dialled_from = 9999;                        // year from which the next two hold [year]
  std::optional<Access> seat;                     // rung that it holds everywhere
  By<Channel, double> part = {1, 1, 1, 1, 1, 1};  // factors on its part in lobbying  [1]
  Roll roll = Roll::None;                         // how many of its members are listed below
  struct Accreditation {
    Forum forum;
    std::optional<int> since;  // absent: from when it could be accredited
    Access rung;
  };
  std::vector<Accreditation> accreditations;  // those in the tables, by forum
  int base = -1;                              // row of Facts::bases; -1: secretariat unknown
  std::optional<double> size;                 // members among the cities, by its own count; none: no count
  std::optional<int> counted;                 // year of that count
  struct Member {
    CityId city;
    int since;
    bool observed;  // `since` is an observation, not the year of joining
  };
  std::vector<Member> members;  // by city
};

/// The number of missing values that were filled in a column.
struct Fill {
  std::string column;
  int n_filled = 0;
};

/// Constants of a run, shared by all realizations.
struct Facts {
  const Scenario* scenario = nullptr;

  // issues
  std::size_t n_issues = 0;
  std::vector<std::string> issue_name;
  std::vector<double> depth_weight;   // (issue) sums to 1
  std::vector<double> issue_lapse;    // (issue) speed at which its status quo lapses, relative  [1]
  std::size_t urban_role = 0;         // row of that issue; n_issues if the scenario lacks it
  std::vector<char> displaces;        // (issue) whether displaced people raise positions on it
  std::vector<char> self_determined;  // (issue) whether states may pledge contributions of their own

  // states, sorted by code
  std::size_t n_states = 0;
  std::vector<std::string> iso3;
  std::vector<std::string> state_name;
  std::vector<std::uint64_t> state_key;
  std::vector<char> party;  // takes part in conferences
  std::vector<char> head;   // votes and is counted: a party other than the EU
  std::vector<int> region;
  std::vector<double>
      treaty_majority;  // of the legislature that must consent to hard law; 0: no rule known [0..1]
  std::vector<std::array<bool, n_blocs>> blocs;
  int first_year = 0;
  std::vector<YearFacts> years;  // one per year from first_year

  // cities, sorted by id
  std::size_t n_cities = 0;
  std::vector<std::int64_t> city_id;
  std::vector<std::string> city_name;
  std::vector<std::uint64_t> city_key;
  std::vector<StateId> city_state;
  std::vector<double> city_share;       // share of its state's people                         [0..1]
  std::vector<double> city_capacity;    // before preemption; mean 1                           [1]
  std::vector<std::size_t> first_city;  // (state + 1) rows of cities_by_state
  std::vector<CityId> cities_by_state;
  std::vector<double> city_pull;          // exp of what its size and rank weigh in joining networks [1]
  std::vector<double> city_factor_shape;  // of the gamma distribution of its own factor in joining
  std::vector<double> city_factor_rate;   // likewise

  std::vector<std::vector<double>> bases;  // (base, state) exp of what a state's place weighs in joining  [1]
  std::vector<int> base_of_networks;       // rows of bases: of every network of the tables that has one
  std::vector<KnownNetwork> networks;
  int initial_networks = 0;
  std::vector<ConferenceFacts> conferences;
  std::vector<Fill> fills;
  std::shared_ptr<const StartFacts> start;  // of the years up to that of a start; nullptr: none

  [[nodiscard]] const YearFacts& at(int year) const {
    return years[static_cast<std::size_t>(year - first_year)];
  }
};

/// The facts of the run with whose state another begins. Rows of states, cities, networks, issues and of the conferences
/// up to that year are the same in both.
struct StartFacts {
  int year = 0;
  std::shared_ptr<const Scenario> scenario;  // facts points to it
  Facts facts;
};

}  // namespace hansa
