#pragma once

#include "scenarios/parameters/negotiation_params.hpp"
#include "sim/negotiation/seats.hpp"

namespace hansa {

/// A negotiation in progress: its seats, what moves from round to round, and the memory that a round works in,
/// allocated once. Texts and demands are lifts.
struct Negotiation {
  Negotiation(const NegotiationParams& params, Seats seats);

  Seats seats;
  int n_rounds = 0;  // played
  bool adopted = false;

  // what moves
  std::vector<double> own;     // (seat x issue) what delegations ask for by themselves
  std::vector<double> demand;  // (seat x issue) what they ask for, having heard their blocs
  std::vector<double> draft;   // (issue) the chair's text

  // the texts of a round
  std::size_t n_texts = 0, no_agreement = 0;  // row of the text that means none; n_texts if it is not tabled
  std::vector<double> lift;                   // (text x issue)
  std::vector<double> sponsor;                // (text)                                      [power]
  std::vector<double> bloc_text;              // (bloc x issue)
  std::vector<double> gain;                   // (text x seat)
  std::vector<double> win;                    // (text x text)
  std::vector<double> standing, scratch;      // (text) and (issue)
  std::vector<double> kernel;                 // what the contest and the standing work in
  std::vector<double> backing;     // (tabling seat) power behind its demand, 0 if another speaks for it
  std::vector<std::size_t> order;  // of tabling seats

  // acceptance
  std::vector<double> player_gain;  // (player) from the chair's text
  std::vector<double> loss;         // (seat) of its worst player, 0 if it accepts
  std::vector<std::size_t> worst;   // (seat) that player
  std::vector<char> objects;        // (seat)
};

/// The way of a negotiation, for those who want to see it. Lifts.
struct NegotiationPath {
  std::vector<std::vector<double>> demands;  // (seat x issue), before the first round and after each
  std::vector<std::vector<double>> texts;    // (issue), the first and then each as it was put to the decision
};

/// Plays rounds until a text is adopted or they are spent.
///
/// A round: texts are put on the table and contest each other, the chair redrafts towards their standing, the seats
/// review its text. From round `first_decision` on, or in the last if there are fewer, it is adopted if the rule lets
/// it pass over those who object; else the chair goes to the objectors and delegations concede.
void play_rounds(const NegotiationParams& params, Negotiation& negotiation, NegotiationPath* path = nullptr);

}  // namespace hansa
