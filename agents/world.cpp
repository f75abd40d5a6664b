#include "agents/world.hpp"

#include "scenarios/parameters/scenario.hpp"
#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

void draw_states(const Facts& facts, const Draws& draws, World& world) {
  const std::size_t n = facts.n_states, n_issues = facts.n_issues, further = VetoStore::most - 1;
  world.states.residual.resize(n * n_issues);
  world.vetoes.threshold.resize(n * further);
  world.vetoes.shift.resize(n * further * n_issues);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t d = 0; d < n_issues; ++d) {
      world.states.residual[i * n_issues + d] =
          facts.head[i] ? facts.scenario->environment.residual *
                              draws.normal(Purpose::Residual, 0, entity_key(facts.state_key[i], d))
                        : 0.0;
    }
    for (std::size_t v = 0; v < further; ++v) {
      const std::uint64_t player = entity_key(facts.state_key[i], v + 1);
      world.vetoes.threshold[i * further + v] = draws.uniform(Purpose::VetoNumber, 0, player);
      for (std::size_t d = 0; d < n_issues; ++d) {
        world.vetoes.shift[(i * further + v) * n_issues + d] =
            draws.normal(Purpose::VetoPosition, 0, entity_key(player, d));
      }
    }
  }
  world.states.position.resize(n * n_issues);
  world.states.paralysed.assign(n, 0);
  world.states.sovereignty.assign(n, 0.0);
  world.states.logit.resize(n * n_issues);
  world.states.society.resize(n * n_issues);
  world.states.home_pressure.assign(n, 0.0);
  world.states.compliance.assign(n, 1.0);
  world.states.delivery.assign(n, 1.0);
  world.states.city_action.assign(n, 0.0);
  world.states.preemptions.assign(n, 0);
  world.states.hard_power.assign(n, 0.0);
  world.states.soft_power.assign(n, 0.0);
}

void draw_cities(const Facts& facts, const Draws& draws, World& world) {
  const std::size_t n = facts.n_cities, n_issues = facts.n_issues;
  const DevolutionParams& params = facts.scenario->devolution;
  world.cities.odds_shift.resize(n * n_issues);
  world.cities.position.resize(n * n_issues);
  for (std::size_t c = 0; c < n; ++c) {
    for (std::size_t d = 0; d < n_issues; ++d) {
      const double spread =
          params.spread * draws.normal(Purpose::CitySpread, 0, entity_key(facts.city_key[c], d));
      const double ahead = params.pragmatism + (d == facts.urban_role ? params.urban_interest : 0.0);
      world.cities.odds_shift[c * n_issues + d] = real_exp(-(ahead + spread));
    }
    world.cities.autonomy.push_back(facts.years.front().home_rule[index(facts.city_state[c])]);
  }
  world.cities.resources.assign(n, 1.0);
  world.cities.networks.resize(n);
  world.cities.joining_of_state.assign(facts.n_states, 0.0);
  for (std::size_t c = 0; c < n; ++c) {
    const double factor =
        gamma_quantile(facts.city_factor_shape[c], draws.normal(Purpose::CityFactor, 0, facts.city_key[c])) /
        facts.city_factor_rate[c];
    world.cities.joining.push_back(facts.city_pull[c] * factor);
    world.cities.joining_of_state[index(facts.city_state[c])] += world.cities.joining.back();
  }
  world.cities.attention.assign(n, 1.0);
}

World empty_world(const Facts* facts, const Draws& draws) {
  return {.facts = facts,
          .draws = draws,
          .year = 0,
          .states = {},
          .vetoes = {},
          .cities = {},
          .networks = {},
          .voice = {},
          .pressure = {},
          .season = {},
          .agreements = {},
          .status_quo = {},
          .shortfall = 0};
}

}  // namespace

std::vector<NamedColumn> world_columns() {
  std::vector<NamedColumn> columns;
  visit_columns(empty_world(nullptr, Draws(0, 0)),
                [&](const std::string& name, const auto&, const WorldColumn& info) {
                  columns.push_back({name, info});
                });
  return columns;
}

World make_world(const Facts& facts, const Draws& draws) {
  World world = empty_world(&facts, draws);
  world.year = facts.first_year;
  draw_states(facts, draws, world);
  draw_cities(facts, draws, world);
  for (const IssueParams& issue : facts.scenario->preferences) world.status_quo.push_back(issue.status_quo);
  world.voice.message.assign(facts.n_issues, 0.0);
  world.voice.city_access.assign(facts.n_states, 0.0);
  world.voice.city_door.assign(facts.n_cities, 0.0);
  world.pressure.by_channel.assign(facts.n_states * n_channels, 0.0);
  return world;
}

}  // namespace hansa
