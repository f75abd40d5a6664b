#include "sim/negotiation/actor_gain.hpp"

#include <algorithm>

namespace hansa {
namespace {

/// constant + linear u + square u^2
struct Quadratic {
  double constant = 0, linear = 0, square = 0;

  [[nodiscard]] double at(double u) const { return constant + u * (linear + square * u); }
};

/// An actor's own level over the status quo, base + slope u, under payoff public_good.
struct OwnLevel {
  double base = 0, slope = 0;
};

OwnLevel own_level(const Terms& terms, const Actor& actor, std::size_t k) {
  const double followed = terms.force * actor.bound;
  if (!terms.pledged[k]) return {0.0, followed};
  return {followed * terms.initiative * actor.pledge[k], followed * terms.ratchet};
}

double sovereignty_of(const Terms& terms, const Actor& actor, std::size_t k) {
  return terms.pledged[k] ? 0.0 : actor.bound * actor.sovereignty * terms.hardness * terms.depth_weight[k];
}

/// What an actor's own level costs it, as a loss.
Quadratic cost_of_public_good(const Terms& terms, const Actor& actor, std::size_t k) {
  const auto [p, m] = own_level(terms, actor, k);
  const double s = actor.salience[terms.agenda[k]];
  const double marginal = (1.0 - terms.sunk) * terms.status_quo[k];
  return {-s * p * (p + 2.0 * marginal), -2.0 * s * m * (p + marginal) - sovereignty_of(terms, actor, k),
          -s * m * m};
}

/// How much nearer its own level comes to its position.
Quadratic approach(const Terms& terms, const Actor& actor, std::size_t k) {
  const std::size_t d = terms.agenda[k];
  const double q = terms.status_quo[k], y = actor.position[d];
  const double weight = actor.bound * actor.salience[d];
  if (terms.pledged[k]) {
    const double mu = terms.ratchet;
    const double miss = (1.0 - mu) * std::max(q, y) + mu * q - y;  // own(0) - y
    return {weight * ((q - y) * (q - y) - miss * miss), -2.0 * weight * miss * mu, -weight * mu * mu};
  }
  const double c = terms.force;
  return {0.0, 2.0 * weight * c * (y - q) - sovereignty_of(terms, actor, k), -weight * c * c};
}

Quadratic own_part(const Terms& terms, const Actor& actor, std::size_t k) {
  return terms.payoff == Payoff::Own ? approach(terms, actor, k) : cost_of_public_good(terms, actor, k);
}

/// What a unit of the world's level is worth to an actor by its position, and beside that by its stake.
double worth_by_position(const Terms& terms, const Actor& actor, std::size_t k) {
  if (terms.payoff == Payoff::Own) return 0.0;
  const std::size_t d = terms.agenda[k];
  return 2.0 * actor.salience[d] * (actor.position[d] - terms.sunk * terms.status_quo[k]);
}
double worth_by_stake(const Terms& terms, const Actor& actor, std::size_t k) {
  return terms.stake * actor.stake * terms.depth_weight[k];
}
double worth_of(const Terms& terms, const Actor& actor, std::size_t k) {
  return worth_by_position(terms, actor, k) + worth_by_stake(terms, actor, k);
}

/// The world's level on an issue over the status quo, and what of it the actor's state contributes.
double world_level(const Terms& terms, std::size_t k, double lift) {
  return terms.world_constant[k] + terms.world_slope[k] * lift;
}
double level_alone(const Terms& terms, const Actor& actor, std::size_t k, double lift) {
  const auto [base, slope] = own_level(terms, actor, k);
  return actor.share * (base + slope * lift);
}

Quadratic gain_on(const Terms& terms, const Actor& actor, std::size_t k) {
  const Quadratic own = own_part(terms, actor, k);
  const double worth = worth_of(terms, actor, k);
  return {own.constant + worth * terms.world_constant[k], own.linear + worth * terms.world_slope[k],
          own.square};
}

}  // namespace

double write_gain(const Terms& terms, const Actor& actor, double* linear, double* square,
                  std::size_t stride) {
  double constant = actor.payment;
  for (std::size_t k = 0; k < terms.n_issues(); ++k) {
    const Quadratic gain = gain_on(terms, actor, k);
    constant += gain.constant;
    linear[k * stride] = gain.linear;
    square[k * stride] = gain.square;
  }
  return constant;
}

double gain_of(const Terms& terms, const Actor& actor, std::span<const double> lift) {
  double gain = actor.payment;
  for (std::size_t k = 0; k < terms.n_issues(); ++k) gain += gain_on(terms, actor, k).at(lift[k]);
  return gain;
}

std::vector<GainParts> split_gain(const Terms& terms, const Actor& actor, std::span<const double> lift) {
  std::vector<GainParts> parts(terms.n_issues());
  for (std::size_t k = 0; k < terms.n_issues(); ++k) {
    GainParts& part = parts[k];
    part.sovereignty = -sovereignty_of(terms, actor, k) * lift[k];
    part.effort = own_part(terms, actor, k).at(lift[k]) - part.sovereignty;
    part.stake = worth_by_stake(terms, actor, k) * world_level(terms, k, lift[k]);
    if (terms.payoff == Payoff::Own) continue;
    const double alone = level_alone(terms, actor, k, lift[k]), worth = worth_by_position(terms, actor, k);
    part.own = worth * alone;
    part.others = worth * (world_level(terms, k, lift[k]) - alone);
  }
  return parts;
}

JoiningGain joining_gain(const Terms& terms, const Actor& actor, std::span<const double> lift) {
  JoiningGain gain{.own = actor.payment};
  for (std::size_t k = 0; k < terms.n_issues(); ++k) {
    gain.own += own_part(terms, actor, k).at(lift[k]);
    if (terms.payoff == Payoff::Own) continue;
    const double world = world_level(terms, k, lift[k]), alone = level_alone(terms, actor, k, lift[k]);
    const double worth = worth_of(terms, actor, k);
    gain.own += worth * alone;
    gain.others += worth * (world - alone);
  }
  return gain;
}

}  // namespace hansa
