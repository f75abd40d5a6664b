#include "sim/phases/devolution.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

void take_position(World& world, std::size_t c, const double* odds_against) {
  const std::size_t n_issues = world.facts->n_issues;
  const double* const shift = &world.cities.odds_shift[c * n_issues];
  double* const position = &world.cities.position[c * n_issues];
  for (std::size_t d = 0; d < n_issues; ++d) position[d] = 1.0 / (1.0 + odds_against[d] * shift[d]);
}

/// The mean distance of a city's positions from its state's.
double distance_from(const World& world, std::size_t c, const double* state_position) {
  const std::size_t n_issues = world.facts->n_issues;
  double distance = 0;
  for (std::size_t d = 0; d < n_issues; ++d)
    distance += std::abs(world.cities.position[c * n_issues + d] - state_position[d]);
  return distance / static_cast<double>(n_issues);
}

/// Upper bounds of the hazard by a city's visibility. Most draws exceed them, which saves computing the
/// hazard itself.
class HazardBounds {
 public:
  HazardBounds(double calm, double divergence, double answer) {
    for (std::size_t k = 0; k < bounds_.size(); ++k) {
      constexpr double rounding = 1.0 + 1e-9;
      bounds_[k] = rounding * logistic(calm + std::max(0.0, divergence) / static_cast<double>(1U << 2 * k) +
                                       std::max(0.0, answer));
    }
  }

  [[nodiscard]] double at(double visibility) const {
    std::size_t k = 0;
    for (double limit = 0.25; k + 1 < bounds_.size() && visibility <= limit; limit *= 0.25) ++k;
    return bounds_[k];
  }

 private:
  std::array<double, 4> bounds_;  // for visibilities up to 1, 1/4, 1/16, 1/64
};

}  // namespace

void devolve(const DevolutionParams& params, double displaced, World& world) {
  const Facts& facts = *world.facts;
  const YearFacts& now = world.now();
  const std::size_t n_issues = facts.n_issues;
  const double nearer = real_exp(-displaced);  // factor on the odds against
  std::vector<double> odds_against(n_issues), state_position(n_issues);
  std::fill(world.states.preemptions.begin(), world.states.preemptions.end(), 0);
  for (std::size_t i = 0; i < facts.n_states; ++i) {
    for (std::size_t d = 0; d < n_issues; ++d) {
      odds_against[d] = real_exp(-world.states.society[i * n_issues + d]);
      state_position[d] = logistic(world.states.logit[i * n_issues + d]);
      if (facts.displaces[d]) odds_against[d] *= nearer;
    }
    const double calm =
        -params.hazard + params.capture * now.capture[i] - params.home_rule * now.home_rule[i];
    const double answer = params.retaliation * world.pressure.influence * world.states.home_pressure[i];
    const HazardBounds bounds(calm, params.divergence, answer);
    for (std::size_t k = facts.first_city[i]; k < facts.first_city[i + 1]; ++k) {
      const std::size_t c = index(facts.cities_by_state[k]);
      take_position(world, c, odds_against.data());
      double& autonomy = world.cities.autonomy[c];
      double& resources = world.cities.resources[c];
      autonomy += params.drift * (now.home_rule[i] - autonomy);
      resources += params.recovery * (1.0 - resources);
      const double visibility = std::min(1.0, facts.city_share[c] * now.principals[i]);
      const double drawn = world.draws.uniform(Purpose::Preemption, world.year, facts.city_key[c]);
      if (drawn >= bounds.at(visibility)) continue;
      const double distance = distance_from(world, c, state_position.data());
      const double heard = world.cities.networks[c].empty() ? 0.0 : answer;
      if (drawn >= logistic(calm + params.divergence * distance * visibility + heard)) continue;
      autonomy *= 1.0 - params.effect;
      resources *= 1.0 - params.funding;
      ++world.states.preemptions[i];
    }
  }
}

}  // namespace hansa
