#include "sim/negotiation/actor_gain.hpp"

#include <algorithm>

namespace hansa {
namespace {

/// An actor's gain on one issue as a quadratic in the lift.
struct IssueGain {
  double constant, linear, square;
};

IssueGain own_part(const Terms& terms, const Actor& actor, std::size_t k) {
  const std::size_t d = terms.agenda[k];
  const double q = terms.status_quo[k], y = actor.position[d];
  const double weight = actor.bound * actor.salience[d];
  if (terms.pledged[k]) {
    const double mu = terms.ratchet;
    const double miss = (1.0 - mu) * std::max(q, y) + mu * q - y;  // own(0) - y
    return {weight * ((q - y) * (q - y) - miss * miss), -2.0 * weight * miss * mu, -weight * mu * mu};
  }
  const double c = terms.force;
  const double binding = actor.bound * actor.sovereignty * terms.hardness * terms.depth_weight[k];
  return {0.0, 2.0 * weight * c * (y - q) - binding, -weight * c * c};
}

}  // namespace

double write_gain(const Terms& terms, const Actor& actor, double* linear, double* square,
                  std::size_t stride) {
  double constant = 0;
  for (std::size_t k = 0; k < terms.n_issues(); ++k) {
    const IssueGain own = own_part(terms, actor, k);
    const double worth = terms.stake * actor.stake * terms.depth_weight[k];
    constant += own.constant + worth * terms.world_constant[k];
    linear[k * stride] = own.linear + worth * terms.world_slope[k];
    square[k * stride] = own.square;
  }
  return constant;
}

double own_gain_of(const Terms& terms, const Actor& actor, std::span<const double> lift) {
  double gain = 0;
  for (std::size_t k = 0; k < terms.n_issues(); ++k) {
    const IssueGain own = own_part(terms, actor, k);
    gain += own.constant + lift[k] * (own.linear + own.square * lift[k]);
  }
  return gain;
}

double gain_of(const Terms& terms, const Actor& actor, std::span<const double> lift) {
  return own_gain_of(terms, actor, lift) + terms.stake * actor.stake * terms.effective_depth(lift);
}

}  // namespace hansa
