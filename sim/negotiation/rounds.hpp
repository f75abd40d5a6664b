#pragma once

#include "scenarios/parameters/negotiation_params.hpp"
#include "sim/negotiation/seats.hpp"

namespace hansa {

class SideDeals;

/// A negotiation in progress: its seats, the variables of its rounds, and their working memory, allocated
/// once. Texts and demands are lifts.
struct Negotiation {
  Negotiation(const NegotiationParams& params, Seats seats);

  Seats seats;
  int n_rounds = 0;  // played
  bool adopted = false;

  // variables
  std::vector<double> own;      // (seat x issue) delegations' own demands
  std::vector<double> demand;   // (seat x issue) their demands after hearing their blocs
  std::vector<double> draft;    // (issue) the chair's text
  std::vector<double> ceiling;  // (issue) of the chair's text: the highest, or the lowest before it enters

  // the texts of a round
  std::size_t n_texts = 0, no_agreement = 0;  // its row among the texts; n_texts if not proposed
  std::vector<double> lift;                   // (text x issue)
  std::vector<double> sponsor;                // (text)                                      [power]
  std::vector<double> bloc_text;              // (bloc x issue)
  std::vector<double> gain;                   // (text x seat)
  std::vector<double> win;                    // (text x text)
  std::vector<double> standing, scratch;      // (text) and (issue)
  std::vector<double> kernel;                 // scratch of contest and standing
  std::vector<double> backing;     // (proposing seat) power behind its demand, 0 if counted with an equal one
  std::vector<std::size_t> order;  // of proposing seats

  // acceptance
  std::vector<double> player_gain;  // (player) from the chair's text
  std::vector<double> loss;         // (seat) of its worst player, 0 if it accepts
  std::vector<std::size_t> worst;   // (seat) that player
  std::vector<double> price;        // (seat) of objecting alone, in this round               [gain]
  std::vector<char> objects;        // (seat)
  std::vector<char> could_object;   // (seat) in the greatest set of objectors
};

/// The path of a negotiation, for display. Lifts.
struct NegotiationPath {
  std::vector<std::vector<double>> demands;  // (seat x issue), before the first round and after each
  std::vector<std::vector<double>> texts;    // (issue), the opening, then those put to the decision
};

/// Plays rounds until a text is adopted or no round is left.
///
/// In a round, texts are proposed and contest each other, the chair redrafts towards their standing, and the
/// seats review its text. From round `first_decision` on, or in the last if there are fewer, it is adopted if
/// it passes under the rule despite the objectors, or with side deals; else the chair moves towards the
/// objectors and delegations concede.
void play_rounds(const NegotiationParams& params, Negotiation& negotiation, NegotiationPath* path = nullptr,
                 SideDeals* side_deals = nullptr);

}  // namespace hansa
