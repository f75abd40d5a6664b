#include "sim/negotiation/drafting.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "sim/kernel/contest.hpp"
#include "sim/kernel/gains.hpp"
#include "sim/kernel/segment.hpp"
#include "sim/kernel/standing.hpp"

namespace hansa {
namespace {

void keep_within(Negotiation& negotiation) {
  const Seats& seats = negotiation.seats;
  for (std::size_t k = 0; k < seats.n_issues; ++k)
    negotiation.draft[k] = std::clamp(negotiation.draft[k], seats.lowest[k], negotiation.ceiling[k]);
}

/// Gain of one player on the segment from the chair's text to a target.
SegmentGain along(const Negotiation& negotiation, std::size_t player, const double* target) {
  const Seats& seats = negotiation.seats;
  SegmentGain gain{.start = seats.player_constant[player], .slope = 0, .bend = 0};
  for (std::size_t k = 0; k < seats.n_issues; ++k) {
    const double from = negotiation.draft[k], way = target[k] - from;
    const double linear = seats.player_linear[k * seats.n_players + player];
    const double square = seats.player_square[k * seats.n_players + player];
    gain.start += from * (linear + square * from);
    gain.slope += way * (linear + 2.0 * square * from);
    gain.bend += square * way * way;
  }
  return gain;
}

/// Whether the text of an issue stays because a player is indifferent to it.
bool stays_for(const Seats& seats, std::size_t player, std::size_t k) {
  const std::size_t own = k * seats.n_players + player;
  return seats.indifferent_stays && seats.player_linear[own] == 0 && seats.player_square[own] == 0;
}

/// One player's ideal text.
void ideal_of(const Negotiation& negotiation, std::size_t player, double* target) {
  const Seats& seats = negotiation.seats;
  for (std::size_t k = 0; k < seats.n_issues; ++k) {
    const double linear = seats.player_linear[k * seats.n_players + player];
    const double square = seats.player_square[k * seats.n_players + player];
    target[k] = square < 0   ? std::clamp(-linear / (2.0 * square), seats.lowest[k], negotiation.ceiling[k])
                : linear > 0 ? negotiation.ceiling[k]
                : stays_for(seats, player, k) ? negotiation.draft[k]
                                              : seats.lowest[k];
  }
}

/// Replaces a player's ideal by no agreement, on the issues that have a fallback.
void give_up(const Seats& seats, std::size_t player, double* target) {
  for (std::size_t k = 0; k < seats.n_issues; ++k) {
    if (seats.falls_back[k] && !stays_for(seats, player, k)) target[k] = 0.0;
  }
}

Contest contest_by(ContestRule rule) {
  constexpr By<ContestRule, Contest> contests = {contest_proportional, contest_cubic, contest_mixed,
                                                 contest_binary};
  return contests[rule];
}

/// Computes the standing of the texts of a round; false if it does not converge.
bool weigh_texts(const NegotiationParams& params, Negotiation& negotiation) {
  const Seats& seats = negotiation.seats;
  const std::size_t n = negotiation.n_texts;
  const auto gain = std::span(negotiation.gain).first(n * seats.n_seats);
  const auto win = std::span(negotiation.win).first(n * n);
  gains({.n_actors = seats.n_seats,
         .n_issues = seats.n_issues,
         .n_texts = n,
         .constant = seats.constant,
         .linear = seats.linear,
         .square = seats.square,
         .lift = std::span(negotiation.lift).first(n * seats.n_issues)},
        gain);
  if (seats.no_agreement_gains_zero && negotiation.no_agreement < n)
    std::fill_n(&gain[negotiation.no_agreement * seats.n_seats], seats.n_seats, 0.0);
  const ContestInput contest{.n_actors = seats.n_seats,
                             .n_texts = n,
                             .gain = gain,
                             .weight = seats.power,
                             .scratch = negotiation.kernel,
                             .root = seats.power_root};
  contest_by(params.contest)(contest, win);
  const auto standing = std::span(negotiation.standing).first(n);
  const std::size_t steps = standing_of(win, negotiation.sponsor, standing, negotiation.kernel);
  return steps > 0 && std::ranges::all_of(standing, [](double share) { return std::isfinite(share); });
}

/// Lets the hurdled issue into the chair's text, at its opening level, once the texts that table it have enough
/// standing.
void let_in(const NegotiationParams& params, Negotiation& negotiation) {
  const Seats& seats = negotiation.seats;
  const std::size_t k = seats.hurdled;
  if (k >= seats.n_issues || negotiation.ceiling[k] >= seats.highest[k]) return;
  double share = 0;
  for (std::size_t t = 0; t < negotiation.n_texts; ++t) {
    const double lift = negotiation.lift[t * seats.n_issues + k];
    if (lift > seats.lowest[k] && lift >= seats.tabled_from) share += negotiation.standing[t];
  }
  if (share <= params.urban_hurdle) return;
  negotiation.ceiling[k] = seats.highest[k];
  negotiation.draft[k] = seats.opening[k];
}

}  // namespace

void redraft(const NegotiationParams& params, int round, Negotiation& negotiation) {
  const Seats& seats = negotiation.seats;
  if (!weigh_texts(params, negotiation)) return;
  let_in(params, negotiation);
  const double share = static_cast<double>(round) / seats.rounds;
  const double step = params.chair_step * (1.0 - params.chair_fade * share);
  for (std::size_t k = 0; k < seats.n_issues; ++k) {
    double mean = 0;
    for (std::size_t t = 0; t < negotiation.n_texts; ++t)
      mean += negotiation.standing[t] * negotiation.lift[t * seats.n_issues + k];
    negotiation.draft[k] += step * (mean - negotiation.draft[k]);
  }
  keep_within(negotiation);
  raise_to_floor(negotiation);
}

void raise_to_floor(Negotiation& negotiation) {
  const Seats& seats = negotiation.seats;
  for (std::size_t pass = 0; pass < seats.n_issues; ++pass) {
    double depth = 0, gradient = 0;
    for (std::size_t k = 0; k < seats.n_issues; ++k) {
      const double slope = seats.depth_slope[k];
      depth += seats.depth_constant[k];
      depth += slope * negotiation.draft[k];
      gradient += negotiation.draft[k] < negotiation.ceiling[k] ? slope * slope : 0.0;
    }
    if (depth >= seats.floor || gradient <= 0) return;
    for (std::size_t k = 0; k < seats.n_issues; ++k)
      negotiation.draft[k] += (seats.floor - depth) / gradient * seats.depth_slope[k];
    keep_within(negotiation);
  }
}

void pull_to_objectors(const NegotiationParams& params, Negotiation& negotiation) {
  const Seats& seats = negotiation.seats;
  double* const target = negotiation.scratch.data();
  double* const move = negotiation.standing.data();
  std::fill_n(move, seats.n_issues, 0.0);
  double total = 0;
  for (std::size_t i = 0; i < seats.n_seats; ++i) {
    if (!negotiation.objects[i]) continue;
    const double weight = seats.power[i] * negotiation.loss[i];
    total += weight;
    ideal_of(negotiation, negotiation.worst[i], target);
    double share = 0;
    bool accepts = true;
    for (std::size_t v = seats.first[i]; v < seats.first[i + 1] && accepts; ++v) {
      const SegmentGain gain = along(negotiation, v, target);
      accepts = gain.start + gain.slope + gain.bend >= 0;
      share = std::max(share, first_acceptable(gain));
    }
    if (!accepts) {
      give_up(seats, negotiation.worst[i], target);
      share = 0;
      for (std::size_t v = seats.first[i]; v < seats.first[i + 1]; ++v)
        share = std::max(share, first_acceptable(along(negotiation, v, target)));
    }
    share *= 1.0 - seats.misjudged[i];
    for (std::size_t k = 0; k < seats.n_issues; ++k)
      move[k] += weight * share * (target[k] - negotiation.draft[k]);
  }
  if (total <= 0) return;
  for (std::size_t k = 0; k < seats.n_issues; ++k) negotiation.draft[k] += params.pull * move[k] / total;
  keep_within(negotiation);
}

}  // namespace hansa
