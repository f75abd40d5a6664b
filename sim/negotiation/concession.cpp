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

/// The share of the way from what a delegation asks for to the chair's text at which the first veto player stops the
/// delegation.
double limit(const Table& table, std::size_t i, const double* own) {
  double share = 1.0;
  for (std::size_t v = table.world->vetoes.first[i]; v < table.world->vetoes.first[i + 1] && share > 0; ++v) {
    SegmentGain gain{.start = table.player_constant[v], .slope = 0, .bend = 0};
    for (std::size_t k = 0; k < table.n_issues; ++k) {
      const double way = table.draft[k] - own[k];
      const double linear = table.player_linear[k * table.n_players + v],
                   square = table.player_square[k * table.n_players + v];
      gain.start += own[k] * (linear + square * own[k]);
      gain.slope += way * (linear + 2.0 * square * own[k]);
      gain.bend += square * way * way;
    }
    // one that has gone to a player's limit stands there, whatever the rounding of its gain says
    if (gain.start < 0 && gain.start > -rounding) gain.start = 0;
    share = std::min(share, last_acceptable(gain));
  }
  return share;
}

void move_towards_draft(const NegotiationParams& params, Table& table, std::size_t i) {
  double* const own = &table.own[i * table.n_issues];
  const double at_stake = delegation_gain(table, i, own);
  const double risk =
      at_stake > 0
          ? std::clamp((at_stake - delegation_gain(table, i, table.draft.data())) / at_stake, 0.0, 1.0)
          : 1.0;
  const double step = params.concession * (1.0 - risk);
  if (step <= 0) return;
  const double share = std::min(step, limit(table, i, own));
  for (std::size_t k = 0; k < table.n_issues; ++k) own[k] += share * (table.draft[k] - own[k]);
}

void listen_to_blocs(const NegotiationParams& params, Table& table, std::size_t i) {
  const double* const own = &table.own[i * table.n_issues];
  double* const demand = &table.demand[i * table.n_issues];
  const int n = std::popcount(table.blocs[i]);
  if (n == 0) {
    std::copy_n(own, table.n_issues, demand);
    return;
  }
  std::fill_n(demand, table.n_issues, 0.0);  // what it hears, first as a sum
  for (std::uint32_t blocs = table.blocs[i]; blocs != 0; blocs &= blocs - 1) {
    const double* const text =
        &table.bloc_text[static_cast<std::size_t>(std::countr_zero(blocs)) * table.n_issues];
    for (std::size_t k = 0; k < table.n_issues; ++k) demand[k] += text[k];
  }
  for (std::size_t k = 0; k < table.n_issues; ++k)
    demand[k] = own[k] + params.influence * (demand[k] / n - own[k]);
}

}  // namespace

void concede(const NegotiationParams& params, Table& table) {
  for (std::size_t i = 0; i < table.n_states; ++i) {
    if (table.power[i] <= 0 || table.world->states.paralysed[i]) continue;
    move_towards_draft(params, table, i);
    listen_to_blocs(params, table, i);
  }
}

}  // namespace hansa
