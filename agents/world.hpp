#pragma once

#include <vector>

#include "agents/agreement.hpp"
#include "agents/city_store.hpp"
#include "agents/draws.hpp"
#include "agents/facts.hpp"
#include "agents/network_store.hpp"
#include "agents/state_store.hpp"

namespace hansa {

/// How the networks speak at one conference; written by sim/phases/voice.cpp.
struct Voice {
  double coverage = 0;            // of the world's city capacity, saturating                   [0..1]
  double coherence = 0;           // mean resultant length of messages, pooled ones together    [0..1]
  double uncoordinated = 0;       // the same without pooling                                   [0..1]
  double attention_left = 1;      // share of attention that memberships leave                  [0..1]
  double concentration = 0;       // Herfindahl index of the networks' shares                   [0..1]
  double correlation = 0;         // (coherence^2 - HHI) / (1 - HHI), measured                  [-1..1]
  double access = 0;              // share-weighted nearness to the drafting table              [0..1]
  std::vector<double> access_of;  // (state) what its cities hold of that                    [0..1]
  double drafting = 0;            // share of the voice that sits at the drafting table         [0..1]
  double declared = 0;            // share of the voice that signed declarations                [0..1]
  std::vector<double> message;    // (issue) what the networks together ask for               [0..1]

  [[nodiscard]] double strength() const { return coverage * coherence * attention_left; }
};

/// Pressure on delegations at one conference, by channel; written by sim/phases/lobbying.cpp.
struct Pressure {
  std::vector<double> by_channel;  // (state x channel) weighted                            [pressure]
  double influence = 0;            // 1 - e^-strength: reaches for all that networks do     [0..1]
};

/// What the conferences of a year leave to its last phase; written by sim/phases/feedback.cpp, cleared by
/// sim/phases/environment.cpp.
struct Season {
  double mentions = 0;                      // place of cities in the year's texts, a seat counts 1     [0..]
  Access admitted = Access::None;           // highest rung that a conference of the year was open to
  Access coordinating_body = Access::None;  // highest rung that one granted to the coordinating body
};

/// Everything that changes during one realization.
struct World {
  const Facts* facts;
  Draws draws;
  int year;
  StateStore states;
  VetoStore vetoes;
  CityStore cities;
  NetworkStore networks;
  Voice voice;
  Pressure pressure;
  Season season;
  std::vector<Agreement> agreements;
  std::vector<double> status_quo;  // (issue) written by environment and feedback           [0..1]
  double shortfall = 0;            // written by implementation: 1 - compliance last year   [0..1]

  [[nodiscard]] const YearFacts& now() const { return facts->at(year); }
};

/// The world of one realization, before its first year.
[[nodiscard]] World make_world(const Facts& facts, const Draws& draws);

}  // namespace hansa
