#include "sim/phases/implementation.hpp"

#include <algorithm>
#include <vector>

#include "scenarios/parameters/conference_params.hpp"
#include "sim/negotiation/conference.hpp"
#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

struct Obligation {
  double weight = 0, hardness = 0, loss = 0;
  double shirked = 0;  // weight of agreements in force that bind it, but which it has not joined
  double hard_power = 0, soft_power = 0;
};

/// (agreement) Depth, less what the problem has outgrown.
std::vector<double> weigh_agreements(const World& world, double lapse) {
  const double fade = 1.0 - lapse;
  std::vector<double> weights;
  weights.reserve(world.agreements.size());
  for (const Agreement& agreement : world.agreements)
    weights.push_back(agreement.depth * real_pow(fade, world.year - agreement.year));
  return weights;
}

Obligation obligation_of(const World& world, const std::vector<double>& weights, std::size_t i) {
  const Facts& facts = *world.facts;
  const auto position = std::span(world.states.position).subspan(i * facts.n_issues, facts.n_issues);
  Obligation sum;
  for (std::size_t k = 0; k < world.agreements.size(); ++k) {
    const Agreement& agreement = world.agreements[k];
    const ConferenceFacts& conference = facts.conferences[agreement.conference];
    if (agreement.entered_force >= world.year + 1) continue;
    const bool joined = agreement.joined[i] < (world.year + 1) * 12;
    sum.hard_power += joined ? agreement.terms.hardness : 0.0;
    sum.soft_power += joined ? 1.0 - agreement.terms.hardness : 0.0;
    if (!conference.bound[i]) continue;
    const double weight = weights[k];
    if (!joined) {
      sum.shirked += weight;
      continue;
    }
    sum.weight += weight;
    sum.hardness += weight * agreement.terms.hardness * conference.params->enforcement;
    const Actor actor = actor_at(world, agreement.terms, i, position);
    sum.loss += weight * std::max(0.0, -joining_gain(agreement.terms, actor, agreement.lift).own);
  }
  return sum;
}

/// Own action of the cities of state i; `missed` is the share of its obligations that the state does not
/// meet.
double action_of(const ImplementationParams& params, const World& world, std::size_t i, double missed) {
  const Facts& facts = *world.facts;
  double sum = 0;
  for (std::size_t k = facts.first_city[i]; k < facts.first_city[i + 1]; ++k) {
    const std::size_t c = index(facts.cities_by_state[k]);
    double ahead = 0;
    for (std::size_t d = 0; d < facts.n_issues; ++d) {
      const double carried_out = world.status_quo[d] * (1.0 - missed);
      ahead +=
          facts.depth_weight[d] * std::max(0.0, world.cities.position[c * facts.n_issues + d] - carried_out);
    }
    sum += facts.city_share[c] * world.cities.autonomy[c] * world.cities.resources[c] * ahead;
  }
  return params.action * sum;
}

/// What an agreement in force adds to the level of an issue: the contributions of those who joined, as far as
/// they comply.
double delivered_on(const World& world, const Agreement& agreement, std::size_t k) {
  double sum = 0;
  for (std::size_t i = 0; i < world.facts->n_states; ++i) {
    if (agreement.joined[i] >= (world.year + 1) * 12) continue;
    sum += agreement.terms.share[i] * world.states.compliance[i] *
           agreement.terms.contribution(i, k, agreement.lift[k]);
  }
  return sum;
}

/// Moves the status quo by what changed in what agreements in force deliver. A decision acts once, in its year;
/// a treaty for as long as it is in force.
void carry_out(World& world) {
  for (Agreement& agreement : world.agreements) {
    const bool treaty = !world.facts->conferences[agreement.conference].params->treaty.name.empty();
    if (agreement.entered_force >= world.year + 1 || (!treaty && agreement.year != world.year)) continue;
    for (std::size_t k = 0; k < agreement.terms.n_issues(); ++k) {
      double& level = world.status_quo[agreement.terms.agenda[k]];
      const double delivered = delivered_on(world, agreement, k);
      level = std::clamp(level + delivered - agreement.delivered[k], 0.0, 1.0);
      agreement.delivered[k] = delivered;
    }
  }
}

}  // namespace

void implement(const ImplementationParams& params, double lapse, World& world) {
  const Facts& facts = *world.facts;
  StateStore& states = world.states;
  const std::vector<double> weights = weigh_agreements(world, lapse);
  double missing = 0, obliged = 0;
  for (std::size_t i = 0; i < facts.n_states; ++i) {
    const Obligation sum = facts.head[i] ? obligation_of(world, weights, i) : Obligation{};
    states.compliance[i] = states.delivery[i] = 1.0;
    states.hard_power[i] = sum.hard_power;
    states.soft_power[i] = sum.soft_power;
    const double bound = sum.weight + sum.shirked;
    double leaning = 0;
    if (sum.weight > 0) {
      leaning = params.intercept + params.sanction * sum.hardness / sum.weight +
                params.voters * world.now().democracy[i] - params.depth_cost * sum.loss / sum.weight -
                params.reciprocity * world.shortfall;
      states.compliance[i] = logistic(leaning);
    }
    const double missed = bound > 0 ? (sum.weight * (1.0 - states.compliance[i]) + sum.shirked) / bound : 0.0;
    states.city_action[i] = action_of(params, world, i, missed);
    if (sum.weight > 0) states.delivery[i] = logistic(leaning + params.delivery * states.city_action[i]);
    if (bound <= 0) continue;
    obliged += world.now().power[i];
    missing += world.now().power[i] * missed;
  }
  world.shortfall = obliged > 0 ? missing / obliged : 0.0;
  carry_out(world);
}

}  // namespace hansa
