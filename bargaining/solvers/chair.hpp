#pragma once

#include <vector>

#include "bargaining/solvers/chair_seats.hpp"
#include "scenarios/parameters/decision_rule.hpp"

namespace hansa {

/// The way of a negotiation: before the first round and after each.
struct ChairPath {
  std::vector<std::vector<double>> positions;  // what the actors ask for (actor x issue)
  std::vector<std::vector<double>> texts;      // the chair's, as it was put to the actors (issue)
  bool agreed = false;                         // whether the last text passed

  [[nodiscard]] std::size_t n_turns() const { return positions.size() - 1; }
};

/// The model's own negotiation (sim/negotiation/rounds.hpp) over a table of actors, seated by `seat_table`.
[[nodiscard]] ChairPath play_chair(const ChairTable& table, const ChairRules& rules,
                                   const DecisionRule& rule);

}  // namespace hansa
