#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "scenarios/parameters/decision_rule.hpp"

namespace hansa {

/// The input of a negotiation beside NegotiationParams: seats, their gains from texts, and the rules. Made by
/// `seat_conference` from a world or by `seat_table` from a table of actors.
///
/// Texts are lifts over a reference, by issue; gains are quadratics in them (sim/kernel/gains.hpp). Arrays
/// are row-major. A player is a veto player within a seat: the seat accepts a text only if all of its players
/// do.
struct Seats {
  explicit Seats(std::size_t n_seats, std::size_t n_issues, std::size_t n_players);

  std::size_t n_seats, n_issues, n_players;

  // seats
  std::vector<double> power;         // (seat) 0 if it takes no part in the contest         [0..1]
  std::vector<double> power_root;    // (seat) its cube root
  std::vector<char> may_object;      // (seat) whether it reviews texts and concedes
  std::vector<char> veto;            // (seat) may object at no cost, and blocks under any rule
  std::vector<char> frozen;          // (seat) whether it cannot change its demand
  std::vector<std::uint32_t> blocs;  // (seat) one bit per bloc
  std::vector<double> misjudged;     // (seat) share by which the chair misjudges it        [0..1]
  std::vector<std::size_t> first;    // (seat + 1) rows of its players
  std::vector<double> size;          // (seat) a second weight in a table's rule; empty without one
  std::size_t n_heads = 0;           // seats that the rule counts
  double total_power = 0;

  // gains over no agreement: of delegations, which contest texts and concede, and of players, which accept
  // texts
  std::vector<double> constant, linear, square;                       // (seat), (issue x seat) twice
  std::vector<double> player_constant, player_linear, player_square;  // the same over players

  // demands and texts
  std::vector<double> demand;           // (seat x issue)
  std::vector<double> opening;          // (issue) the chair's first text
  std::vector<double> lowest, highest;  // (issue) bounds of the chair's text
  std::vector<std::size_t> proposing;   // seats that propose a text of their own
  std::vector<double> sponsorship;      // (seat) power behind each text that it sponsors   [0..1]
  std::size_t hurdled;                  // issue kept out of the chair's text until tabled; n_issues: none
  double tabled_from = 0;               // lift on it from which a text tables it
  bool like_demands_once = false;       // equal demands are proposed once, strongest backing first
  std::vector<double> networks_draft;   // (issue)
  double networks_sponsor = 0;          // weight of that draft; none at 0                  [power]

  // no agreement
  std::vector<char> falls_back;          // (issue) 1: to lift 0; 0: no fallback, the chair's text stays
  bool no_agreement_gains_zero = false;  // its gain in the contest is 0, not that of the quadratics
  bool indifferent_stays = false;        // an indifferent player's ideal is the chair's text, else the lowest

  // decision
  int rounds = 1;
  DecisionRule rule;
  std::vector<double> price;       // (seat) of objecting alone at the deadline             [gain]
  double tolerance = 0;            // largest loss without objection                        [gain]
  bool ends_when_settled = false;  // may decide before first_decision once all demands are met

  // depth of the chair's text: sum of depth_constant + depth_slope * text
  double floor = 0;                                 // [depth]
  std::vector<double> depth_constant, depth_slope;  // (issue)
};

}  // namespace hansa
