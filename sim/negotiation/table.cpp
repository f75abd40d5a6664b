#include "sim/negotiation/table.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

#include "agents/reals.hpp"
#include "scenarios/scenario.hpp"
#include "sim/kernel/contest.hpp"
#include "sim/kernel/standing.hpp"

namespace hansa {
namespace {

void seat_delegations(const NegotiationParams& params, Table& table) {
  const World& world = *table.world;
  const Facts& facts = *world.facts;
  const double informed = std::min(
      1.0, facts.scenario->networks.functions.inform * world.voice.strength() * world.pressure.influence);
  for (std::size_t i = 0; i < table.n_states; ++i) {
    const bool sits = table.conference->present[i] && facts.head[i];
    table.power[i] = sits ? world.now().power[i] : 0.0;
    table.power_root[i] = real_pow(table.power[i], 1.0 / 3.0);
    table.total_power += table.power[i];
    table.n_heads += sits ? 1.0 : 0.0;
    for (std::size_t g = 0; g < n_blocs; ++g) table.blocs[i] |= facts.blocs[i][g] ? 1U << g : 0U;
    const double u = world.draws.uniform(Purpose::Uncertainty, world.year,
                                         entity_key(facts.state_key[i], table.conference->key));
    table.misjudged[i] = params.uncertainty * (1.0 - informed) * u;
    const std::span<const double> mandate =
        std::span(world.states.mandate).subspan(i * facts.n_issues, facts.n_issues);
    table.constant[i] = write_gain(table.terms, actor_at(world, *table.conference, i, mandate),
                                   &table.linear[i], &table.square[i], table.n_states);
    for (std::size_t k = 0; k < table.n_issues; ++k) {
      table.own[i * table.n_issues + k] =
          std::max(0.0, mandate[table.terms.agenda[k]] - table.terms.status_quo[k]);
    }
    for (std::size_t v = world.vetoes.first[i]; v < world.vetoes.first[i + 1]; ++v) {
      const auto position = std::span(world.vetoes.lobbied).subspan(v * facts.n_issues, facts.n_issues);
      table.player_constant[v] =
          write_gain(table.terms, actor_at(world, *table.conference, i, position), &table.player_linear[v],
                     &table.player_square[v], table.n_players);
    }
  }
}

void split_sponsorship(const NegotiationParams& params, Table& table) {
  table.large.resize(table.n_states);
  std::iota(table.large.begin(), table.large.end(), std::size_t{0});
  std::stable_sort(table.large.begin(), table.large.end(),
                   [&](std::size_t a, std::size_t b) { return table.power[a] > table.power[b]; });
  table.large.resize(std::min(table.n_states, static_cast<std::size_t>(params.large_states)));
  std::erase_if(table.large, [&](std::size_t i) { return table.power[i] <= 0; });
  for (std::size_t i = 0; i < table.n_states; ++i) {
    const bool large = std::find(table.large.begin(), table.large.end(), i) != table.large.end();
    const int n_texts = std::popcount(table.blocs[i]) + (large ? 1 : 0);
    table.sponsorship[i] = n_texts > 0 ? table.power[i] / n_texts : 0.0;
  }
}

/// The chair opens with the power-weighted mean of demands.
void open_draft(Table& table) {
  for (std::size_t i = 0; i < table.n_states; ++i) {
    const double weight = table.total_power > 0 ? table.power[i] / table.total_power : 0.0;
    for (std::size_t k = 0; k < table.n_issues; ++k)
      table.draft[k] += weight * table.demand[i * table.n_issues + k];
  }
}

}  // namespace

Table seat(const NegotiationParams& params, const ConferenceFacts& conference, const Terms& terms,
           const World& world) {
  const std::size_t n = world.facts->n_states, n_issues = terms.n_issues(),
                    n_players = world.vetoes.first.back();
  const auto most_texts = static_cast<std::size_t>(params.max_texts);
  Table table;
  table.terms = terms;
  table.conference = &conference;
  table.world = &world;
  table.n_states = n;
  table.n_issues = n_issues;
  table.n_players = n_players;
  table.power.resize(n);
  table.power_root.resize(n);
  table.blocs.resize(n);
  table.sponsorship.resize(n);
  table.misjudged.resize(n);
  table.constant.resize(n);
  table.linear.resize(n * n_issues);
  table.square.resize(n * n_issues);
  table.player_constant.resize(n_players);
  table.player_linear.resize(n_players * n_issues);
  table.player_square.resize(n_players * n_issues);
  table.own.resize(n * n_issues);
  table.draft.assign(n_issues, 0.0);
  for (const double q : terms.status_quo) table.ceiling.push_back(1.0 - q);
  table.lift.resize(most_texts * n_issues);
  table.sponsor.reserve(most_texts);
  table.bloc_text.resize(n_blocs * n_issues);
  table.gain.resize(most_texts * n);
  table.win.resize(most_texts * most_texts);
  table.standing.resize(std::max(most_texts, n_issues));
  table.scratch.resize(std::max(most_texts, n_issues));
  table.kernel.resize(std::max(contest_scratch(n, most_texts), standing_scratch(most_texts)));
  table.player_gain.resize(n_players);
  table.loss.resize(n);
  table.worst.resize(n);
  table.objects.resize(n);
  seat_delegations(params, table);
  table.demand = table.own;
  split_sponsorship(params, table);
  open_draft(table);
  return table;
}

}  // namespace hansa
