#include "sim/phases/gridlock.hpp"

#include "agents/covariates.hpp"
#include "support/numbers/reals.hpp"

namespace hansa {

void harden(const GridlockParams& params, World& world) {
  constexpr std::size_t further = VetoStore::most - 1;
  const Facts& facts = *world.facts;
  const YearFacts& now = world.now();
  const std::size_t n_issues = facts.n_issues;
  const double scale = 2.0 * params.level * params.polarisation;  // 1: as observed
  const double stuck = params.paralysis_rate * params.level * params.paralysis /
                       mean_of_heads(now.checks, facts.head, [](std::size_t) { return true; });
  StateStore& states = world.states;
  VetoStore& vetoes = world.vetoes;

  std::vector<double> common(n_issues);
  for (std::size_t d = 0; d < n_issues; ++d) {
    common[d] = params.common_shock * params.level * world.draws.normal(Purpose::CommonShock, world.year, d);
  }
  states.pivot.resize(facts.n_states * n_issues);
  vetoes.first.assign(1, 0);
  vetoes.position.clear();
  for (std::size_t i = 0; i < facts.n_states; ++i) {
    for (std::size_t d = 0; d < n_issues; ++d) {
      const double executive = logistic(states.logit[i * n_issues + d] + common[d]);
      states.position[i * n_issues + d] = executive;
      vetoes.position.push_back(executive);
    }
    const double players = facts.head[i] ? scale * (now.checks[i] - 1.0) : 0.0;
    const double spread = params.spread * scale * now.polarisation[i] / 2.0;
    const double reluctant =
        facts.treaty_majority[i] > 0 ? normal_quantile(1.0 - facts.treaty_majority[i]) : 0.0;
    for (std::size_t d = 0; d < n_issues; ++d)
      states.pivot[i * n_issues + d] =
          logistic(states.logit[i * n_issues + d] + spread * reluctant + common[d]);
    for (std::size_t v = 0; v < further; ++v) {
      if (static_cast<double>(v) + vetoes.threshold[i * further + v] >= players) continue;
      const double* shift = &vetoes.shift[(i * further + v) * n_issues];
      for (std::size_t d = 0; d < n_issues; ++d)
        vetoes.position.push_back(logistic(states.logit[i * n_issues + d] + spread * shift[d] + common[d]));
    }
    vetoes.first.push_back(vetoes.position.size() / n_issues);
    const double draw = world.draws.uniform(Purpose::Paralysis, world.year, facts.state_key[i]);
    states.paralysed[i] = facts.head[i] && draw < stuck * now.checks[i];
    states.sovereignty[i] = params.sigma * params.level * params.sovereignty_cost * now.sovereignty[i];
  }
}

}  // namespace hansa
