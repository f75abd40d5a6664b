#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/parameters/choice.hpp"

namespace hansa {

/// How the description of the model is read where it and its published run differ. Text: its equations; a challenge is
/// decided by the votes on its two positions, and of several compromises the one that moves the actor least is taken.
/// Run: what gives the published run; votes count against those on all pairs of positions, and of several compromises the
/// one is taken in which the two positions, each weighted by its actor's utility, have the lowest mean.
enum class UtilityReading { Text, Run };
constexpr WordsOf<UtilityReading> choices(UtilityReading) { return {"text", "run"}; }

/// Rules of the expected utility model.
struct UtilityRules {
  UtilityReading reading = UtilityReading::Text;
  int rounds = 8;  // of the published run (assumption: the model has no rule of its own that ends it)
};

/// Sets one rule, as in `reading` and `run`. Returns an error message, empty if valid.
[[nodiscard]] std::string set_utility_rule(UtilityRules& rules, std::string_view key, std::string_view value);

/// Every rule with its values, one per line.
[[nodiscard]] std::string list_utility_rules();

/// The expected utility model of Bueno de Mesquita on one issue, whose outcome is the weighted median after the last round.
/// In each round, with distances d as shares of the range of the first positions, all actors at once:
///
///     votes   v_k(x, y) = w_k (|x_k - y|^r_k - |x_k - x|^r_k), w_k = power_k salience_k
///     chance  P_ij = sum of the positive v_k(x_i, x_j) / sum |v_k(x_i, x_j)|
///     utility E_ij = s_j (P_ij S + (1 - P_ij) F) + (1 - s_j) S - Q of i if it challenges j, where
///             S = 2 - 4 (1/2 - d/2)^r, F = 2 - 4 (1/2 + d/2)^r, Q = 2 - 4 (1/2)^r
///     risk    with r = 1 first: D_i = sum_j E_ji, R_i = (2 D_i - max D - min D) / (max D - min D), r_i = (1 - R_i/3) / (1 + R_i/3)
///     offers  j to i, both utilities as i sees them, with r_i:
///             E_ji > E_ij > 0    i loses a confrontation and takes x_j
///             E_ji > -E_ij > 0   a compromise: i moves to x_j by the share |E_ij / E_ji|
///             -E_ij >= E_ji > 0  i capitulates and takes x_j
///
/// An actor takes a confrontation before a compromise, and that before a capitulation; of several the one that moves it
/// least; of equally near ones their mean, so that no order of actors decides (the description is silent). It ends before
/// the last round if nobody moves. Actors without weight are not part of it.
///
/// Sources: Bueno de Mesquita 1994, 1997; equations, risk and offers: Scholz, Calbert & Smith 2011.
///
/// Shapes: power, salience (0..1), position: actor. Returns the positions after each round, those before the first ahead.
[[nodiscard]] std::vector<std::vector<double>> expected_utility_positions(const UtilityRules& rules,
                                                                          std::span<const double> power,
                                                                          std::span<const double> salience,
                                                                          std::span<const double> position);

}  // namespace hansa
