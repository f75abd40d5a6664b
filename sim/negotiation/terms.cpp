#include "sim/negotiation/terms.hpp"

#include <algorithm>

#include "scenarios/scenario.hpp"

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

Terms make_terms(const ConferenceFacts& conference, Form form, const World& world,
                 std::span<const double> mandates) {
  const Facts& facts = *world.facts;
  const Scenario& scenario = *facts.scenario;
  const std::vector<double>& power = world.now().power;
  Terms terms;
  terms.agenda = conference.agenda;
  terms.hardness = scenario.negotiation.hardness[static_cast<std::size_t>(form)];
  terms.ratchet = scenario.negotiation.ratchet;
  terms.force = scenario.negotiation.soft_force + (1.0 - scenario.negotiation.soft_force) * terms.hardness;
  double cover = 0, material = 0;
  for (std::size_t i = 0; i < facts.n_states; ++i) {
    if (!conference.present[i]) continue;
    material += power[i];
    cover += conference.bound[i] ? power[i] : 0.0;
  }
  for (const std::size_t d : conference.agenda) {
    const double q = world.status_quo[d];
    const bool pledged =
        conference.params->architecture == Architecture::Pledges && scenario.preferences[d].self_determined;
    double constant = 0, slope = (material > 0 ? cover / material : 0.0) * terms.force;
    if (pledged) {
      double sum = 0;
      for (std::size_t i = 0; i < facts.n_states; ++i) {
        if (conference.present[i]) sum += power[i] * std::max(q, mandates[i * facts.n_issues + d]);
      }
      constant = terms.force * (1.0 - terms.ratchet) * ((material > 0 ? sum / material : q) - q);
      slope = terms.force * terms.ratchet;
    }
    terms.depth_weight.push_back(facts.depth_weight[d]);
    terms.status_quo.push_back(q);
    terms.pledged.push_back(pledged);
    terms.world_constant.push_back(constant);
    terms.world_slope.push_back(slope);
  }
  return terms;
}

double write_gain(const Terms& terms, const Actor& actor, double* linear, double* square,
                  std::size_t stride) {
  double constant = 0;
  for (std::size_t k = 0; k < terms.n_issues(); ++k) {
    const IssueGain own = own_part(terms, actor, k);
    const double worth = actor.stake * terms.depth_weight[k];
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
  return own_gain_of(terms, actor, lift) + actor.stake * terms.effective_depth(lift);
}

Actor actor_at(const World& world, const ConferenceFacts& conference, std::size_t i,
               std::span<const double> position) {
  const std::size_t n_issues = world.facts->n_issues;
  const YearFacts& now = world.now();
  return {.position = position,
          .salience = std::span(now.salience).subspan(i * n_issues, n_issues),
          .bound = conference.bound[i] ? 1.0 : 0.0,
          .stake = world.facts->scenario->negotiation.stake * now.stake[i],
          .sovereignty = world.states.sovereignty[i]};
}

}  // namespace hansa
