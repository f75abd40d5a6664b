#include "sim/phases/environment.hpp"

#include <algorithm>

#include "scenarios/parameters/conference_params.hpp"
#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

bool concerns(const ShockParams& shock, const Facts& facts, std::size_t i) {
  if (shock.state == "all" || shock.state == facts.iso3[i]) return true;
  const auto bloc = std::find(bloc_names.begin(), bloc_names.end(), shock.state);
  return bloc != bloc_names.end() && facts.blocs[i][static_cast<std::size_t>(bloc - bloc_names.begin())];
}

/// Sets the status quo of issues for which the scenario states none, which are negative so far: a share of the power-weighted mean position.
void begin_with_positions(double share, World& world) {
  const Facts& facts = *world.facts;
  for (std::size_t d = 0; d < facts.n_issues; ++d) {
    if (world.status_quo[d] >= 0) continue;
    double mean = 0;
    for (std::size_t i = 0; i < facts.n_states; ++i)
      mean += world.now().power[i] * logistic(world.states.logit[i * facts.n_issues + d]);
    world.status_quo[d] = share * mean;
  }
}

/// (issue) What treaties in force deliver, which does not lapse.
std::vector<double> held_by_treaties(const World& world) {
  std::vector<double> held(world.facts->n_issues, 0.0);
  for (const Agreement& agreement : world.agreements) {
    if (world.facts->conferences[agreement.conference].params->treaty.name.empty()) continue;
    for (std::size_t k = 0; k < agreement.delivered.size(); ++k)
      held[agreement.terms.agenda[k]] += agreement.delivered[k];
  }
  return held;
}

}  // namespace

double displacement(const EnvironmentParams& params, int year) {
  return params.displacement * std::max(0, year - params.trend_from);
}

double urban_displacement(const EnvironmentParams& params, int year) {
  return (params.urban_displacement - 1.0) * displacement(params, year);
}

void update_environment(const EnvironmentParams& params, std::span<const ShockParams> shocks, World& world) {
  const Facts& facts = *world.facts;
  world.season = {};
  const double trend = params.trend * (world.year - params.trend_from);
  const double displaced = displacement(params, world.year);
  const std::vector<double>& base = world.now().logit;
  for (std::size_t k = 0; k < base.size(); ++k) {
    world.states.logit[k] =
        base[k] + world.states.residual[k] + trend + (facts.displaces[k % facts.n_issues] ? displaced : 0.0);
  }

  std::vector<double> governments_alone(base.size(), 0.0);
  for (const ShockParams& shock : shocks) {
    if (world.year < shock.year) continue;
    for (std::size_t d = 0; d < facts.n_issues; ++d) {
      if (shock.issue != "all" && shock.issue != facts.issue_name[d]) continue;
      for (std::size_t i = 0; i < facts.n_states; ++i) {
        if (!concerns(shock, facts, i)) continue;
        world.states.logit[i * facts.n_issues + d] += shock.size;
        if (!shock.cities) governments_alone[i * facts.n_issues + d] += shock.size;
      }
    }
  }
  for (std::size_t k = 0; k < base.size(); ++k)
    world.states.society[k] = world.states.logit[k] - governments_alone[k];
  if (world.year == facts.first_year) {
    begin_with_positions(params.status_quo, world);
    return;
  }
  const double lapse = std::min(1.0, params.lapse * (1.0 + params.neglect * world.shortfall));
  const std::vector<double> held = held_by_treaties(world);
  for (std::size_t d = 0; d < facts.n_issues; ++d) {
    const double loose = std::max(0.0, world.status_quo[d] - held[d]);
    world.status_quo[d] -= std::min(1.0, lapse * facts.issue_lapse[d]) * loose;
  }
}

}  // namespace hansa
