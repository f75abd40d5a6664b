#include "sim/negotiation/concession.hpp"

#include <algorithm>
#include <bit>

#include "sim/kernel/segment.hpp"

namespace hansa {
namespace {

constexpr double rounding = 1e-12;  // of a gain that is 0                                    [gain]

double delegation_gain(const Table& table, std::size_t i, const double* lift) {
  double gain = table.constant[i];
  for (std::size_t k = 0; k < table.n_issues; ++k) {
    gain += lift[k] * (table.linear[k * table.n_states + i] + table.square[k * table.n_states + i] * lift[k]);
  }
  return gain;
}

/// The share of the way from a demand to the chair's text at which the first veto player stops the
/// delegation.
double limit(const Table& table, std::size_t i, const double* demand) {
  double share = 1.0;
  for (std::size_t v = table.world->vetoes.first[i]; v < table.world->vetoes.first[i + 1] && share > 0; ++v) {
    SegmentGain gain{.start = table.player_constant[v], .slope = 0, .bend = 0};
    for (std::size_t k = 0; k < table.n_issues; ++k) {
      const double way = table.draft[k] - demand[k];
      const double linear = table.player_linear[k * table.n_players + v],
                   square = table.player_square[k * table.n_players + v];
      gain.start += demand[k] * (linear + square * demand[k]);
      gain.slope += way * (linear + 2.0 * square * demand[k]);
      gain.bend += square * way * way;
    }
    // one that has gone to a player's limit stands there, whatever the rounding of its gain says
    if (gain.start < 0 && gain.start > -rounding) gain.start = 0;
    share = std::min(share, last_acceptable(gain));
  }
  return share;
}

void listen_to_blocs(double influence, Table& table, std::size_t i) {
  const int n = std::popcount(table.blocs[i]);
  if (n == 0) return;
  double* const demand = &table.demand[i * table.n_issues];
  for (std::size_t k = 0; k < table.n_issues; ++k) {
    double heard = 0;
    for (std::size_t g = 0; g < n_blocs; ++g) {
      if ((table.blocs[i] >> g & 1U) != 0) heard += table.bloc_text[g * table.n_issues + k];
    }
    demand[k] += influence * (heard / n - demand[k]);
  }
}

}  // namespace

void concede(const NegotiationParams& params, Table& table) {
  for (std::size_t i = 0; i < table.n_states; ++i) {
    if (table.power[i] <= 0 || table.world->states.paralysed[i]) continue;
    double* const demand = &table.demand[i * table.n_issues];
    const double own = delegation_gain(table, i, demand);
    const double risk =
        own > 0 ? std::clamp((own - delegation_gain(table, i, table.draft.data())) / own, 0.0, 1.0) : 1.0;
    const double step = params.concession * (1.0 - risk);
    if (step > 0) {
      const double share = std::min(step, limit(table, i, demand));
      for (std::size_t k = 0; k < table.n_issues; ++k) demand[k] += share * (table.draft[k] - demand[k]);
    }
    listen_to_blocs(params.influence, table, i);
  }
}

}  // namespace hansa
