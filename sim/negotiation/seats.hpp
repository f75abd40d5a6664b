#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "scenarios/parameters/decision_rule.hpp"

namespace hansa {

/// Who sits at a negotiation under which rules, and what every text is worth to each: all that it depends on beside
/// NegotiationParams. Two doors lead to it: `seat_conference` from a world, `seat_table` from a table of actors.
///
/// Texts are lifts over a reference, issue by issue; gains are quadratics in them (sim/kernel/gains.hpp). Arrays are
/// row-major. A player is one of those within a seat without whom it accepts nothing.
struct Seats {
  explicit Seats(std::size_t n_seats, std::size_t n_issues, std::size_t n_players);

  std::size_t n_seats, n_issues, n_players;

  // who sits there
  std::vector<double> power;         // (seat) 0 if it has no say in the contest            [0..1]
  std::vector<double> power_root;    // (seat) its cube root
  std::vector<char> may_object;      // (seat) whether it reviews texts and concedes
  std::vector<char> veto;            // (seat) never silenced by isolation, and no rule passes over it
  std::vector<char> frozen;          // (seat) whether it cannot move from what it came for
  std::vector<std::uint32_t> blocs;  // (seat) a bit a bloc
  std::vector<double> misjudged;     // (seat) share by which the chair misjudges it        [0..1]
  std::vector<std::size_t> first;    // (seat + 1) players
  std::size_t n_heads = 0;           // counted by the rule
  double total_power = 0;

  // gains over no agreement: of delegations, which contest texts and concede, and of players, which accept or not
  std::vector<double> constant, linear, square;                       // (seat), (issue x seat) twice
  std::vector<double> player_constant, player_linear, player_square;  // the same over players

  // what they come for
  std::vector<double> demand;           // (seat x issue)
  std::vector<double> opening;          // (issue) the chair's first text
  std::vector<double> lowest, highest;  // (issue) bounds of the chair's text
  std::vector<std::size_t> tabling;     // seats that table a text of their own
  std::vector<double> sponsorship;      // (seat) power behind each text that it backs      [0..1]
  bool like_demands_once = false;  // tabling seats back equal demands together, the best backed come first
  std::vector<double> networks_draft;  // (issue)
  double networks_sponsor = 0;         // weight of that draft; none at 0                  [power]

  // no agreement
  std::vector<char> falls_back;  // (issue) 1: lift 0; 0: to nothing in particular, the chair's text stays
  bool no_agreement_gains_zero =
      false;  // its text is worth 0 in the contest, whatever the quadratics say of its words
  bool indifferent_stays =
      false;  // whether a player leaves the text as it is on an issue that it is indifferent to;
              // else its ideal there is the lowest text

  // who decides when
  int rounds = 1;
  DecisionRule rule;
  double lone_objection_cost = 0;  // at the deadline                                       [gain]
  double tolerance = 0;            // loss to which nobody objects                          [gain]
  bool ends_when_settled = false;  // may decide before first_decision once no seat asks for anything else

  // depth of the chair's text: sum of depth_constant + depth_slope * text
  double floor = 0;                                 // [depth]
  std::vector<double> depth_constant, depth_slope;  // (issue)
};

}  // namespace hansa
