#include "sim/negotiation/acceptance.hpp"

#include "scenarios/scenario.hpp"
#include "sim/kernel/gains.hpp"
#include "sim/kernel/objections.hpp"

namespace hansa {

std::size_t review(const NegotiationParams& params, int round, Table& table) {
  const World& world = *table.world;
  gains({.n_actors = table.n_players,
         .n_issues = table.n_issues,
         .n_texts = 1,
         .constant = table.player_constant,
         .linear = table.player_linear,
         .square = table.player_square,
         .lift = table.draft},
        table.player_gain);
  for (std::size_t i = 0; i < table.n_states; ++i) {
    table.worst[i] = world.vetoes.first[i];
    for (std::size_t v = world.vetoes.first[i]; v < world.vetoes.first[i + 1]; ++v) {
      if (table.player_gain[v] < table.player_gain[table.worst[i]]) table.worst[i] = v;
    }
    table.loss[i] = table.power[i] > 0 ? -table.player_gain[table.worst[i]] : 0.0;
  }
  const double calmed = world.facts->scenario->networks.functions.prevent_conflict * world.voice.strength() *
                        world.pressure.influence;
  const double cost = params.objection_cost * (1.0 + calmed) * round / table.conference->params->rounds;
  return objections_reference(table.loss, table.power, table.blocs, cost, params.shelter, table.objects);
}

Vote vote_on(const Table& table, std::size_t n_objectors) {
  double against = 0;
  for (std::size_t i = 0; i < table.n_states; ++i) against += table.objects[i] ? table.power[i] : 0.0;
  return {.n_heads = static_cast<std::size_t>(table.n_heads),
          .n_objectors = n_objectors,
          .power_for = table.total_power > 0 ? 1.0 - against / table.total_power : 0.0};
}

}  // namespace hansa
