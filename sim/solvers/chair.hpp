#pragma once

#include <vector>

#include "scenarios/decision_rule.hpp"
#include "sim/solvers/chair_seats.hpp"

namespace hansa {

/// The way of a negotiation: before the first round and after each.
struct ChairPath {
  std::vector<std::vector<double>> positions;  // what the actors ask for (actor x issue)
  std::vector<std::vector<double>> texts;      // the chair's, as it was put to the actors (issue)
  bool agreed = false;                         // whether the last text passed

  [[nodiscard]] std::size_t n_turns() const { return positions.size() - 1; }
};

/// The model's own negotiation over a table of actors. Each round: the actors' demands, the chair's text and no
/// agreement contest each other, and the chair redrafts towards their standing; who would lose objects, unless it is
/// silenced by standing alone; the rule decides; else the chair moves towards what the objectors could accept, and
/// the actors concede towards the text by their risks, none past what it could accept itself.
///
/// A text is put to the decision from round `first_decision` on, or as soon as nobody asks for anything else. Who holds
/// a veto is never silenced, and no rule passes over it. Where the standings do not settle the text stays for a round.
/// Sources: docs/model.md, submodel Negotiation; the kernels are the model's.
[[nodiscard]] ChairPath play_chair(const ChairTable& table, const ChairRules& rules,
                                   const DecisionRule& rule);

}  // namespace hansa
