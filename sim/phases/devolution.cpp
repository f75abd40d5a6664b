#include "sim/phases/devolution.hpp"

#include <algorithm>
#include <cmath>

#include "agents/reals.hpp"
#include "sim/phases/environment.hpp"

namespace hansa {
namespace {

/// Takes the city's positions and returns their mean distance from the state's.
double take_position(World& world, std::size_t c, const double* odds_against, const double* state_position) {
  const std::size_t n_issues = world.facts->n_issues;
  double distance = 0;
  for (std::size_t d = 0; d < n_issues; ++d) {
    const double z = 1.0 / (1.0 + odds_against[d] * world.cities.odds_shift[c * n_issues + d]);
    world.cities.position[c * n_issues + d] = z;
    distance += std::abs(z - state_position[d]);
  }
  return distance / static_cast<double>(n_issues);
}

}  // namespace

void devolve(const DevolutionParams& params, World& world) {
  const Facts& facts = *world.facts;
  const YearFacts& now = world.now();
  const std::size_t n_issues = facts.n_issues;
  const EnvironmentParams& environment = facts.scenario->environment;
  const double nearer =  // how much more the displaced press on cities, as odds against
      real_exp((1.0 - environment.urban_displacement) * displacement(environment, world.year));
  std::vector<double> odds_against(n_issues), state_position(n_issues);
  std::fill(world.states.preempted.begin(), world.states.preempted.end(), 0);
  for (std::size_t i = 0; i < facts.n_states; ++i) {
    for (std::size_t d = 0; d < n_issues; ++d) {
      odds_against[d] = real_exp(-world.states.society[i * n_issues + d]);
      state_position[d] = logistic(world.states.logit[i * n_issues + d]);
      if (facts.displaces[d]) odds_against[d] *= nearer;
    }
    const double calm =
        -params.hazard + params.capture * now.capture[i] - params.home_rule * now.home_rule[i];
    const double answer = params.retaliation * world.pressure.influence * world.states.home_pressure[i];
    for (std::size_t k = facts.first_city[i]; k < facts.first_city[i + 1]; ++k) {
      const std::size_t c = index(facts.cities_by_state[k]);
      const double distance = take_position(world, c, odds_against.data(), state_position.data());
      double& autonomy = world.cities.autonomy[c];
      double& resources = world.cities.resources[c];
      autonomy += params.drift * (now.home_rule[i] - autonomy);
      resources += params.recovery * (1.0 - resources);
      const double visibility = std::min(1.0, facts.city_share[c] * now.principals[i]);
      const double heard = world.cities.networks[c].empty() ? 0.0 : answer;
      const double hazard = logistic(calm + params.divergence * distance * visibility + heard);
      if (world.draws.uniform(Purpose::Preemption, world.year, facts.city_key[c]) >= hazard) continue;
      autonomy *= 1.0 - params.effect;
      resources *= 1.0 - params.funding;
      ++world.states.preempted[i];
    }
  }
}

}  // namespace hansa
