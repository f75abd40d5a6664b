#include "sim/negotiation/concession.hpp"

#include <algorithm>
#include <bit>

#include "sim/kernel/segment.hpp"

namespace hansa {
namespace {

constexpr double rounding = 1e-12;  // of a gain that is 0                                    [gain]

double delegation_gain(const Negotiation& negotiation, std::size_t i, const double* lift) {
  const Seats& seats = negotiation.seats;
  double gain = seats.constant[i];
  for (std::size_t k = 0; k < seats.n_issues; ++k) {
    gain += lift[k] * (seats.linear[k * seats.n_seats + i] + seats.square[k * seats.n_seats + i] * lift[k]);
  }
  return gain;
}

/// The share of the way from a delegation's own demand to the chair's text at which the first player stops
/// it.
double limit(const Negotiation& negotiation, std::size_t i, const double* own) {
  const Seats& seats = negotiation.seats;
  double share = 1.0;
  for (std::size_t v = seats.first[i]; v < seats.first[i + 1] && share > 0; ++v) {
    SegmentGain gain{.start = seats.player_constant[v], .slope = 0, .bend = 0};
    for (std::size_t k = 0; k < seats.n_issues; ++k) {
      const double way = negotiation.draft[k] - own[k];
      const double linear = seats.player_linear[k * seats.n_players + v],
                   square = seats.player_square[k * seats.n_players + v];
      gain.start += own[k] * (linear + square * own[k]);
      gain.slope += way * (linear + 2.0 * square * own[k]);
      gain.bend += square * way * way;
    }
    // at a player's limit the gain is 0 up to rounding
    if (gain.start < 0 && gain.start > -rounding) gain.start = 0;
    share = std::min(share, last_acceptable(gain));
  }
  return share;
}

void move_towards_draft(const NegotiationParams& params, Negotiation& negotiation, std::size_t i) {
  const Seats& seats = negotiation.seats;
  double* const own = &negotiation.own[i * seats.n_issues];
  const double at_stake = delegation_gain(negotiation, i, own);
  const double risk =
      at_stake > 0
          ? std::clamp((at_stake - delegation_gain(negotiation, i, negotiation.draft.data())) / at_stake, 0.0,
                       1.0)
          : 1.0;
  const double step = params.concession * (1.0 - risk);
  if (step <= 0) return;
  const double share = std::min(step, limit(negotiation, i, own));
  for (std::size_t k = 0; k < seats.n_issues; ++k) own[k] += share * (negotiation.draft[k] - own[k]);
}

void listen_to_blocs(const NegotiationParams& params, Negotiation& negotiation, std::size_t i) {
  const Seats& seats = negotiation.seats;
  const double* const own = &negotiation.own[i * seats.n_issues];
  double* const demand = &negotiation.demand[i * seats.n_issues];
  const int n = std::popcount(seats.blocs[i]);
  if (n == 0) {
    std::copy_n(own, seats.n_issues, demand);
    return;
  }
  std::fill_n(demand, seats.n_issues, 0.0);  // sum of the texts it hears
  for (std::uint32_t blocs = seats.blocs[i]; blocs != 0; blocs &= blocs - 1) {
    const double* const text =
        &negotiation.bloc_text[static_cast<std::size_t>(std::countr_zero(blocs)) * seats.n_issues];
    for (std::size_t k = 0; k < seats.n_issues; ++k) demand[k] += text[k];
  }
  for (std::size_t k = 0; k < seats.n_issues; ++k)
    demand[k] = own[k] + params.influence * (demand[k] / n - own[k]);
}

}  // namespace

void concede(const NegotiationParams& params, Negotiation& negotiation) {
  const Seats& seats = negotiation.seats;
  for (std::size_t i = 0; i < seats.n_seats; ++i) {
    if (!seats.may_object[i] || seats.frozen[i]) continue;
    move_towards_draft(params, negotiation, i);
    listen_to_blocs(params, negotiation, i);
  }
}

}  // namespace hansa
