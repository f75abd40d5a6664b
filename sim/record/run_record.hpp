#pragma once

#include <cstdint>
#include <vector>

#include "agents/world.hpp"
#include "sim/negotiation/outcome.hpp"

namespace hansa {

/// What is kept of one realization. NaN: does not apply (no text was adopted).
struct RunRecord {
  // (conference)
  std::vector<std::uint8_t> adopted;
  std::vector<std::uint8_t> form;         // of the text adopted: 0 none, 1 soft, 2 shell, 3 hard
  std::vector<double> hardness;           // of the text adopted                              [0..1]
  std::vector<double> depth;              // effective, of the text adopted                   [depth]
  std::vector<double> participation;      // share of states that joined by the last year     [0..1]
  std::vector<double> urban_role;         // content on the urban role                        [0..1]
  std::vector<std::uint8_t> urban_level;  // what cities get: 0 no text, 1 nothing ... 5 seat
  std::vector<std::int32_t> rounds;
  std::vector<std::int32_t> n_objectors;  // at the end
  std::vector<double> voice;              // of the networks there                            [0..1]
  std::vector<double> conference_access;  // nearness of that voice to the drafting table     [0..1]
  std::vector<double> entered_force;      // date; NaN: not by the last year                  [year]
  // (conference x issue)
  std::vector<double> text;       // words adopted                                    [0..1]
  std::vector<double> effective;  // what they amount to                              [0..1]
  // (conference x channel)
  std::vector<double> pressure;  // power-weighted mean over delegations             [pressure]
  // (conference x state)
  std::vector<std::uint8_t> objects;
  std::vector<double> city_access;  // what its cities hold of the access there         [0..1]
  // (treaty x state)
  std::vector<double> joined;  // date; NaN: not by the last year                  [year]

  // (year)
  std::vector<std::int32_t> networks, known_networks, known_memberships, births, deaths, mergers, memberships,
      member_cities, preemptions, declarations;
  std::vector<double> effective_number, concentration, overlap, yearly_voice, coherence, correlation,
      coverage, overhead, soft_power, access, compliance, delivery, city_action, autonomy, top_access,
      entropy_number, pair_overlap, shortfall;
  // (year x issue)
  std::vector<double> status_quo;
  // (year x state)
  std::vector<double> state_compliance, state_action, home_pressure, state_preemptions, hard_power,
      state_soft_power;
  // (year x state x issue)
  std::vector<double> position;
};

/// A record with room for what a scenario asks.
[[nodiscard]] RunRecord make_record(const Facts& facts);

/// Keeps the outcome of a conference; `row` is its row in the facts.
void keep_conference(std::size_t row, const Outcome& outcome, const World& world, RunRecord& record);

/// Keeps the state of the world at the end of a year. Needs a voice measured over all issues.
void keep_year(const World& world, RunRecord& record);

/// Keeps what became of the agreements by the end of the run.
void keep_agreements(const World& world, RunRecord& record);

}  // namespace hansa
