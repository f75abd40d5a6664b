#include "sim/phases/devolution.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <numbers>

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

/// The share of a city of its state's people at which visibility adds nothing, and the least that counts.
constexpr double reference_share = 0.01, least_share = 1e-6;

/// Whether a city with at most this logarithm of the hazard's factors is not preempted, drawn uniformly, as most are:
/// 1 - e^-h <= h, and e^x <= 1 / (1 - x) for x < 1.
bool is_spared(double hazard, double log_factor, double drawn) {
  constexpr double rounding = 1.0 + 1e-9, below_pole = 0.9;
  return log_factor < below_pole && drawn * (1 - log_factor) >= hazard * rounding;
}

bool preempted(double hazard, double log_factor, double drawn) {
  return !is_spared(hazard, log_factor, drawn) && drawn < 1 - real_exp(-hazard * real_exp(log_factor));
}

/// Powers of 2 around a normal number, as natural logarithms: that below it and that above.
struct LogBounds {
  double least, most;

  explicit LogBounds(double x)
      : least(std::numbers::ln2 * (static_cast<double>(std::bit_cast<std::uint64_t>(x) >> 52U) - 1023)),
        most(least + std::numbers::ln2) {}
};

}  // namespace

void devolve(const DevolutionParams& params, double displaced, double home_weight, World& world) {
  const Facts& facts = *world.facts;
  const YearFacts& now = world.now();
  const std::size_t n_issues = facts.n_issues;
  const double nearer = real_exp(-displaced);  // factor on the odds against
  std::vector<double> odds_against(n_issues), state_position(n_issues), drawn(facts.n_cities);
  world.draws.uniforms(Purpose::Preemption, world.year, facts.city_key, drawn);
  std::fill(world.states.preemptions.begin(), world.states.preemptions.end(), 0);
  for (std::size_t i = 0; i < facts.n_states; ++i) {
    for (std::size_t d = 0; d < n_issues; ++d) {
      odds_against[d] = real_exp(-world.states.society[i * n_issues + d]);
      state_position[d] = logistic(world.states.logit[i * n_issues + d]);
      if (facts.displaces[d]) odds_against[d] *= nearer;
    }
    const double calm =
        params.united * now.united[i] + params.capture * now.capture[i] - params.home_rule * now.home_rule[i];
    const double answer =
        params.retaliation * world.pressure.influence * home_weight * world.states.home_pressure[i];
    for (std::size_t k = facts.first_city[i]; k < facts.first_city[i + 1]; ++k) {
      const std::size_t c = index(facts.cities_by_state[k]);
      take_position(world, c, odds_against.data());
      double& autonomy = world.cities.autonomy[c];
      double& resources = world.cities.resources[c];
      autonomy += params.drift * (now.home_rule[i] - autonomy);
      resources += params.recovery * (1.0 - resources);
      const double share = std::clamp(facts.city_share[c] * now.principals[i], least_share, 1.0);
      const double apart = params.divergence * distance_from(world, c, state_position.data());
      const double answered = world.cities.networks[c].empty() ? 0.0 : answer;
      const LogBounds seen(share / reference_share);
      const double most_seen = std::max(params.visibility * seen.least, params.visibility * seen.most);
      if (is_spared(params.hazard, calm + most_seen + apart + answered, drawn[c])) continue;
      const double log_factor =
          calm + params.visibility * real_log(share / reference_share) + apart + answered;
      if (!preempted(params.hazard, log_factor, drawn[c])) continue;
      autonomy *= 1.0 - params.effect;
      resources *= 1.0 - params.funding;
      ++world.states.preemptions[i];
    }
  }
}

}  // namespace hansa
