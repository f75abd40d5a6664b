#include "sim/negotiation/drafting.hpp"

#include <algorithm>
#include <array>

#include "agents/expect.hpp"
#include "scenarios/conference_params.hpp"
#include "sim/kernel/contest.hpp"
#include "sim/kernel/gains.hpp"
#include "sim/kernel/segment.hpp"
#include "sim/kernel/standing.hpp"

namespace hansa {
namespace {

void keep_within(Table& table) {
  for (std::size_t k = 0; k < table.n_issues; ++k)
    table.draft[k] = std::clamp(table.draft[k], 0.0, table.ceiling[k]);
}

/// Gain of one player along the way from the chair's text to a target.
SegmentGain along(const Table& table, std::size_t player, const double* target) {
  SegmentGain gain{.start = table.player_constant[player], .slope = 0, .bend = 0};
  for (std::size_t k = 0; k < table.n_issues; ++k) {
    const double from = table.draft[k], way = target[k] - from;
    const double linear = table.player_linear[k * table.n_players + player];
    const double square = table.player_square[k * table.n_players + player];
    gain.start += from * (linear + square * from);
    gain.slope += way * (linear + 2.0 * square * from);
    gain.bend += square * way * way;
  }
  return gain;
}

/// The best text for one player.
void ideal_of(const Table& table, std::size_t player, double* target) {
  for (std::size_t k = 0; k < table.n_issues; ++k) {
    const double linear = table.player_linear[k * table.n_players + player];
    const double square = table.player_square[k * table.n_players + player];
    target[k] = square < 0   ? std::clamp(-linear / (2.0 * square), 0.0, table.ceiling[k])
                : linear > 0 ? table.ceiling[k]
                             : 0.0;
  }
}

Contest contest_by(ContestRule rule) {
  constexpr std::array<Contest, choices(ContestRule{}).size()> contests = {
      contest_proportional, contest_cubic, contest_mixed, contest_binary};
  return contests[static_cast<std::size_t>(rule)];
}

}  // namespace

void redraft(const NegotiationParams& params, int round, Table& table) {
  const std::size_t n = table.n_texts;
  const auto gain = std::span(table.gain).first(n * table.n_states);
  const auto win = std::span(table.win).first(n * n);
  const auto standing = std::span(table.standing).first(n);
  gains({.n_actors = table.n_states,
         .n_issues = table.n_issues,
         .n_texts = n,
         .constant = table.constant,
         .linear = table.linear,
         .square = table.square,
         .lift = std::span(table.lift).first(n * table.n_issues)},
        gain);
  const ContestInput contest{.n_actors = table.n_states,
                             .n_texts = n,
                             .gain = gain,
                             .weight = table.power,
                             .scratch = table.kernel,
                             .root = table.power_root};
  contest_by(params.contest)(contest, win);
  const std::size_t steps = standing_of(win, table.sponsor, standing, table.kernel);
  HANSA_EXPECT(steps > 0);

  const double share = static_cast<double>(round) / table.conference->params->rounds;
  const double step = params.chair_step * (1.0 - params.chair_fade * share);
  for (std::size_t k = 0; k < table.n_issues; ++k) {
    double mean = 0;
    for (std::size_t t = 0; t < n; ++t) mean += standing[t] * table.lift[t * table.n_issues + k];
    table.draft[k] += step * (mean - table.draft[k]);
  }
  keep_within(table);
  raise_to_floor(table.conference->params->floor, table);
}

void raise_to_floor(double floor, Table& table) {
  const Terms& terms = table.terms;
  const auto slope = [&](std::size_t k) {
    return terms.depth_weight[k] * (terms.pledged[k] ? terms.ratchet : 1.0);
  };
  for (std::size_t pass = 0; pass < table.n_issues; ++pass) {
    double depth = 0, gradient = 0;
    for (std::size_t k = 0; k < table.n_issues; ++k) {
      if (terms.pledged[k] && terms.force > 0)
        depth += terms.depth_weight[k] * terms.world_constant[k] / terms.force;
      depth += slope(k) * table.draft[k];
      gradient += table.draft[k] < table.ceiling[k] ? slope(k) * slope(k) : 0.0;
    }
    if (depth >= floor || gradient <= 0) return;
    for (std::size_t k = 0; k < table.n_issues; ++k) table.draft[k] += (floor - depth) / gradient * slope(k);
    keep_within(table);
  }
}

void pull_to_objectors(const NegotiationParams& params, Table& table) {
  const std::size_t n_issues = table.n_issues;
  double* const target = table.scratch.data();
  double* const move = table.standing.data();
  std::fill_n(move, n_issues, 0.0);
  double total = 0;
  for (std::size_t i = 0; i < table.n_states; ++i) {
    if (!table.objects[i]) continue;
    const double weight = table.power[i] * table.loss[i];
    total += weight;
    ideal_of(table, table.worst[i], target);
    double share = 0;
    bool accepts = true;
    for (std::size_t v = table.world->vetoes.first[i]; v < table.world->vetoes.first[i + 1] && accepts; ++v) {
      const SegmentGain gain = along(table, v, target);
      accepts = gain.start + gain.slope + gain.bend >= 0;
      share = std::max(share, first_acceptable(gain));
    }
    if (!accepts) {
      std::fill_n(target, n_issues, 0.0);
      share = 0;
      for (std::size_t v = table.world->vetoes.first[i]; v < table.world->vetoes.first[i + 1]; ++v) {
        share = std::max(share, first_acceptable(along(table, v, target)));
      }
    }
    share *= 1.0 - table.misjudged[i];
    for (std::size_t k = 0; k < n_issues; ++k) move[k] += weight * share * (target[k] - table.draft[k]);
  }
  if (total <= 0) return;
  for (std::size_t k = 0; k < n_issues; ++k) table.draft[k] += params.pull * move[k] / total;
  keep_within(table);
}

}  // namespace hansa
