#include "sim/negotiation/texts.hpp"

#include <algorithm>
#include <array>

#include "scenarios/scenario.hpp"

namespace hansa {
namespace {

void put(const NegotiationParams& params, Table& table, const double* lift, double sponsor) {
  if (sponsor <= 0 || table.n_texts >= static_cast<std::size_t>(params.max_texts)) return;
  std::copy_n(lift, table.n_issues, &table.lift[table.n_texts * table.n_issues]);
  table.sponsor.push_back(sponsor);
  ++table.n_texts;
}

/// The power behind each bloc's text, and the texts themselves.
std::array<double, n_blocs> write_bloc_texts(Table& table) {
  std::array<double, n_blocs> behind{}, weight{};
  std::fill(table.bloc_text.begin(), table.bloc_text.end(), 0.0);
  for (std::size_t i = 0; i < table.n_states; ++i) {
    if (table.power[i] <= 0) continue;
    for (std::size_t g = 0; g < n_blocs; ++g) {
      if ((table.blocs[i] >> g & 1U) == 0) continue;
      behind[g] += table.sponsorship[i];
      weight[g] += table.power[i];
      for (std::size_t k = 0; k < table.n_issues; ++k) {
        table.bloc_text[g * table.n_issues + k] += table.power[i] * table.demand[i * table.n_issues + k];
      }
    }
  }
  for (std::size_t g = 0; g < n_blocs; ++g) {
    for (std::size_t k = 0; k < table.n_issues; ++k)
      table.bloc_text[g * table.n_issues + k] /= weight[g] > 0 ? weight[g] : 1.0;
  }
  return behind;
}

}  // namespace

void put_texts(const NegotiationParams& params, Table& table) {
  const World& world = *table.world;
  table.n_texts = 0;
  table.sponsor.clear();
  put(params, table, table.draft.data(), params.chair_weight);
  std::fill(table.scratch.begin(), table.scratch.begin() + static_cast<std::ptrdiff_t>(table.n_issues), 0.0);
  put(params, table, table.scratch.data(), params.status_quo_weight);
  const double drafting = params.draft_weight * world.facts->scenario->networks.functions.negotiate *
                          world.pressure.influence * world.voice.strength() * world.voice.drafting;
  for (std::size_t k = 0; k < table.n_issues; ++k) {
    table.scratch[k] = std::max(0.0, world.voice.message[table.terms.agenda[k]] - table.terms.status_quo[k]);
  }
  put(params, table, table.scratch.data(), drafting);
  const std::array<double, n_blocs> behind = write_bloc_texts(table);
  for (std::size_t g = 0; g < n_blocs; ++g)
    put(params, table, &table.bloc_text[g * table.n_issues], behind[g]);
  for (const std::size_t i : table.large)
    put(params, table, &table.demand[i * table.n_issues], table.sponsorship[i]);
}

}  // namespace hansa
