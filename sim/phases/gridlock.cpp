#include "sim/phases/gridlock.hpp"

#include "support/numbers/reals.hpp"

namespace hansa {

void harden(const GridlockParams& params, World& world) {
  constexpr std::size_t further = VetoStore::most - 1;
  const Facts& facts = *world.facts;
  const YearFacts& now = world.now();
  const std::size_t n_issues = facts.n_issues;
  const double polarisation = params.level * params.polarisation;
  StateStore& states = world.states;
  VetoStore& vetoes = world.vetoes;

  std::vector<double> common(n_issues);
  for (std::size_t d = 0; d < n_issues; ++d) {
    common[d] = params.common_shock * params.level * world.draws.normal(Purpose::CommonShock, world.year, d);
  }
  vetoes.first.assign(1, 0);
  vetoes.position.clear();
  for (std::size_t i = 0; i < facts.n_states; ++i) {
    for (std::size_t d = 0; d < n_issues; ++d) {
      const double executive = logistic(states.logit[i * n_issues + d] + common[d]);
      states.position[i * n_issues + d] = executive;
      vetoes.position.push_back(executive);
    }
    const double appears =
        facts.head[i] ? polarisation * (params.vetoes + params.vetoes_pluralism * now.pluralism[i]) : 0.0;
    for (std::size_t v = 0; v < further; ++v) {
      if (vetoes.threshold[i * further + v] >= appears) continue;
      const double* shift = &vetoes.shift[(i * further + v) * n_issues];
      for (std::size_t d = 0; d < n_issues; ++d) {
        vetoes.position.push_back(
            logistic(states.logit[i * n_issues + d] + params.spread * polarisation * shift[d] + common[d]));
      }
    }
    vetoes.first.push_back(vetoes.position.size() / n_issues);
    const double stuck = params.paralysis_rate * params.level * params.paralysis;
    states.paralysed[i] =
        facts.head[i] && world.draws.uniform(Purpose::Paralysis, world.year, facts.state_key[i]) < stuck;
    states.sovereignty[i] = params.sigma * params.level * params.sovereignty_cost * now.sovereignty[i];
  }
}

}  // namespace hansa
