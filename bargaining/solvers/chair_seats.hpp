#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "bargaining/solvers/chair_rules.hpp"
#include "scenarios/parameters/decision_rule.hpp"
#include "sim/negotiation/seats.hpp"

namespace hansa {

/// A table for the chair's negotiation. Shapes, row-major: power and veto (actor), salience and position (actor x
/// issue), reference (issue). Positions and references lie in [0..1]; power and salience have any scale from 0. Some
/// actor has power and cares for an issue.
struct ChairTable {
  std::size_t n_actors = 0, n_issues = 0;
  std::span<const double> power, salience, position;
  std::span<const char> veto;
  std::span<const std::optional<double>> reference;
};

/// Seats the actors of a table, one player each. Texts are lifts over the reference, over 0 on an issue without one,
/// and every text x is worth over no agreement
///
///     gain_i(x) = sum_d s_id [ k_id + disagreement - (x_d - y_id)^2 ]
///     k_id = (q_d - y_id)^2 with a reference q_d, else reservation^2
///
/// which is a state's gain (sim/negotiation/actor_gain.hpp) from a text that binds it, is followed to the letter and
/// costs no sovereignty, with no stake in what others do. Powers are shares; saliences are divided by the most that
/// one actor gives to all issues together. An actor without power has a seat only by a veto.
///
/// Unlike a conference, a table has no blocs, networks or floor, and its chair misjudges nobody. All with power who
/// care for an issue table a text, like demands once. Nobody is asked to give way on an issue that it is indifferent
/// to, a loss up to `tolerance` is none, and talks may end as soon as nobody asks for anything else. The chair opens
/// with the means of the positions by power * salience^salience_weight, by power where nobody cares.
[[nodiscard]] Seats seat_table(const ChairTable& table, const ChairRules& rules, const DecisionRule& rule);

}  // namespace hansa
