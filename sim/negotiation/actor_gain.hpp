#pragma once

#include <cstddef>
#include <span>

#include "agents/agreement.hpp"

namespace hansa {

/// An actor at a conference.
struct Actor {
  std::span<const double> position;  // (issue of the world)                                 [0..1]
  std::span<const double> salience;  // (issue of the world)                                 [0..1]
  double bound = 1;                  // 1 if the text obliges it, else 0
  double stake = 0;                  // relative gain per unit of effective depth            [1]
  double sovereignty = 0;            // cost per unit of hard depth                          [gain]
};

/// An actor's gain from a text over no agreement, as a quadratic in the lifts:
///
///     gain(u) = constant + sum_d u_d (linear_d + square_d u_d)
///             = bound * sum_d s_d [(q - y)^2 - (own(u) - y)^2]
///               + terms.stake * stake * sum_d omega_d (world(u) - q)
///               - bound * sovereignty * h * sum over binding issues omega_d u_d
///
/// Writes linear and square (agenda), `stride` apart; returns the constant.
double write_gain(const Terms& terms, const Actor& actor, double* linear, double* square, std::size_t stride);

/// The gain from a text, by the definition.
[[nodiscard]] double gain_of(const Terms& terms, const Actor& actor, std::span<const double> lift);

/// The own part of the gain, without the world's: what complying with a text is worth against staying out.
[[nodiscard]] double own_gain_of(const Terms& terms, const Actor& actor, std::span<const double> lift);

}  // namespace hansa
