#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "bargaining/solvers/chair_rules.hpp"
#include "scenarios/parameters/decision_rule.hpp"
#include "sim/negotiation/seats.hpp"

namespace hansa {

/// A table for the chair's negotiation. Shapes, row-major: power, veto and size (actor), salience and position (actor x
/// issue), reference (issue). Positions and references are in [0..1]; power, salience and size have any scale from 0.
/// At least one actor has power and salience on an issue; sizes are empty if the rule does not ask for them.
struct ChairTable {
  std::size_t n_actors = 0, n_issues = 0;
  std::span<const double> power, salience, position;
  std::span<const char> veto;
  std::span<const std::optional<double>> reference;
  std::span<const double> size = {};
};

/// Seats the actors of a table, one player each. Texts are lifts over the reference, or over 0 on an issue without
/// one; the gain of actor i from a text x over no agreement is
///
///     gain_i(x) = sum_d s_id [ k_id + disagreement - (x_d - y_id)^2 ]
///     k_id = (q_d - y_id)^2 with a reference q_d, else reservation^2
///
/// This is a state's gain (sim/negotiation/actor_gain.hpp) from a text that binds it, is followed to the letter and
/// costs no sovereignty, with no stake in what others do. Powers are shares; saliences are divided by the largest sum
/// of one actor's saliences. An actor without power has a seat only if it has a veto.
///
/// Unlike a conference, a table has no blocs, networks or floor, and its chair knows every limit. Each actor with power
/// and salience tables a text, equal demands once. Players keep issues to which they are indifferent as they are, a
/// loss up to `tolerance` counts as none, and talks may end as soon as no demand differs from the text. The chair opens
/// with the means of the positions by power * salience^salience_weight, or by power on an issue without salience.
[[nodiscard]] Seats seat_table(const ChairTable& table, const ChairRules& rules, const DecisionRule& rule);

/// The course of a negotiation: before the first round and after each.
struct ChairPath {
  std::vector<std::vector<double>> positions;  // the actors' demands (actor x issue)
  std::vector<std::vector<double>> texts;      // the chair's text as put to the actors (issue)
  bool agreed = false;                         // whether the last text passed

  [[nodiscard]] std::size_t n_turns() const { return positions.size() - 1; }
};

/// The model's own negotiation (sim/negotiation/rounds.hpp) over a table of actors, seated by `seat_table`.
[[nodiscard]] ChairPath play_chair(const ChairTable& table, const ChairRules& rules,
                                   const DecisionRule& rule);

}  // namespace hansa
