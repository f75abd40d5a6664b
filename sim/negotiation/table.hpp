#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "agents/world.hpp"
#include "scenarios/negotiation_params.hpp"
#include "sim/negotiation/terms.hpp"

namespace hansa {

/// The negotiating table under one form: everything that a round reads and writes, allocated once.
/// Lifts are texts minus the status quo, on the issues of the agenda; arrays are row-major.
struct Table {
  Terms terms;
  const ConferenceFacts* conference = nullptr;
  const World* world = nullptr;
  std::size_t n_states = 0, n_issues = 0, n_players = 0, n_texts = 0;

  // who sits there
  std::vector<double> power;            // (state) 0 if absent or without a head           [0..1]
  std::vector<double> power_root;       // (state) its cube root
  std::vector<std::uint32_t> blocs;     // (state) a bit a bloc
  std::vector<std::size_t> large;       // states that table their own text
  std::vector<double> sponsorship;      // (state) its power, split over its texts          [0..1]
  double n_heads = 0, total_power = 0;  // present
  std::vector<double> misjudged;        // (state) share by which the chair misjudges it   [0..1]

  // gains as quadratics, of delegations by their mandates and of veto players
  std::vector<double> constant, linear, square;                       // (state), (issue x state) twice
  std::vector<double> player_constant, player_linear, player_square;  // the same over players

  // what moves
  std::vector<double> own;      // (state x issue) lifts that delegations ask for by themselves
  std::vector<double> demand;   // (state x issue) lifts that they ask for, having heard their blocs
  std::vector<double> draft;    // (issue) the chair's text, a lift
  std::vector<double> ceiling;  // (issue) largest lift

  // the texts of a round
  std::vector<double> lift;               // (text x issue)
  std::vector<double> sponsor;            // (text)                                                    [power]
  std::vector<double> bloc_text;          // (bloc x issue) lifts
  std::vector<double> gain;               // (text x state)
  std::vector<double> win;                // (text x text)
  std::vector<double> standing, scratch;  // (text)
  std::vector<double> kernel;             // what the contest and the standing work in

  // acceptance
  std::vector<double> player_gain;  // (player) from the chair's text
  std::vector<double> loss;         // (state) of its worst veto player, <= 0: it accepts
  std::vector<std::size_t> worst;   // (state) that player
  std::vector<char> objects;        // (state)
};

/// Seats the delegations of a conference: mandates as demands, gains by the terms.
[[nodiscard]] Table seat(const NegotiationParams& params, const ConferenceFacts& conference,
                         const Terms& terms, const World& world);

}  // namespace hansa
