#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "agents/agreement.hpp"

namespace hansa {

/// An actor at a conference.
struct Actor {
  std::span<const double> position;     // (issue of the world)                              [0..1]
  std::span<const double> salience;     // (issue of the world)                              [0..1]
  double bound = 1;                     // effort of its state: 0 if not bound               [0..1]
  double stake = 0;                     // relative gain per unit of effective depth         [1]
  double sovereignty = 0;               // cost per unit of hard depth                       [gain]
  double share = 0;                     // of its state in the world's effort                [0..1]
  std::span<const double> pledge = {};  // (agenda) its state's pledge                       [0..1]
  double payment = 0;                   // side payment to its state                         [gain]
};

/// An actor's gain from a text over no agreement, as a quadratic in the lifts u = x - q; own and world by the
/// terms:
///
///     public_good:
///     gain(u) = sum_d s_d [2 (y - sunk q) (world - q) - (own - q)^2 - 2 (1 - sunk) q (own - q)] - sovereign
///     own:
///     gain(u) = bound sum_d s_d [(q - y)^2 - (own - y)^2] - sovereign
///     both: + terms.stake * stake * sum_d omega_d (world - q) + payment
///     sovereign = bound * sovereignty * h * sum over binding issues omega_d u_d
///
/// The benefit of a public good is at the world's level, its cost at one's own (Barrett 1994). Where the two
/// levels are equal the payoffs are equal, for every `sunk`. Writes linear and square (agenda), `stride` apart;
/// returns the constant.
double write_gain(const Terms& terms, const Actor& actor, double* linear, double* square, std::size_t stride);

/// The gain from a text, by the definition.
[[nodiscard]] double gain_of(const Terms& terms, const Actor& actor, std::span<const double> lift);

/// What one issue of a text gives an actor, by its source. Under payoff own, `effort` is how much nearer its own level
/// comes to its position, and the world's level counts by the stake alone.
struct GainParts {
  double effort = 0;       // what its own effort costs it                                   [gain]
  double sovereignty = 0;  // what being bound costs it                                      [gain]
  double own = 0;          // what its own effort is worth to it, by its share in the world's level [gain]
  double others = 0;       // what the others' effort is worth to it                         [gain]
  double stake = 0;        // by terms.stake, of the world's level                           [gain]
};

struct GainPart {
  std::string_view name, about;
  double GainParts::*value;
};

/// Every part, in the order in which they are shown.
inline constexpr std::array<GainPart, 5> gain_parts = {
    {{"effort", "what its own effort costs it", &GainParts::effort},
     {"sovereignty", "what being bound costs it", &GainParts::sovereignty},
     {"own", "what its own effort is worth to it", &GainParts::own},
     {"others", "what the others' is", &GainParts::others},
     {"stake", "a further gain from what all do", &GainParts::stake}}};

/// The gain from a text by issue of the agenda; gain_of is their sum and the side payment.
[[nodiscard]] std::vector<GainParts> split_gain(const Terms& terms, const Actor& actor,
                                                std::span<const double> lift);

/// The gain from joining a treaty, in two parts: what its own effort is worth less what it costs, and what the
/// others' effort is worth. A state gets the second whether it joins or not, but for the share of the others'
/// effort that hangs on it. Under payoff own, only the own part counts.
struct JoiningGain {
  double own = 0, others = 0;  // [gain]

  /// The gain if a share of the others' effort hangs on it.
  [[nodiscard]] double given(double reciprocity) const { return own + reciprocity * others; }
};
[[nodiscard]] JoiningGain joining_gain(const Terms& terms, const Actor& actor, std::span<const double> lift);

}  // namespace hansa
