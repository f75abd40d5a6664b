#include "sim/negotiation/acceptance.hpp"

#include <numeric>

#include "sim/kernel/gains.hpp"
#include "sim/kernel/objections.hpp"

namespace hansa {
namespace {

ObjectionInput judged(const NegotiationParams& params, const Negotiation& negotiation) {
  return {.loss = negotiation.loss,
          .power = negotiation.seats.power,
          .price = negotiation.price,
          .blocs = negotiation.seats.blocs,
          .shelter = params.shelter};
}

}  // namespace

std::size_t review(const NegotiationParams& params, int round, Negotiation& negotiation) {
  const Seats& seats = negotiation.seats;
  gains({.n_actors = seats.n_players,
         .n_issues = seats.n_issues,
         .n_texts = 1,
         .constant = seats.player_constant,
         .linear = seats.player_linear,
         .square = seats.player_square,
         .lift = negotiation.draft},
        negotiation.player_gain);
  for (std::size_t i = 0; i < seats.n_seats; ++i) {
    std::size_t& worst = negotiation.worst[i];
    worst = seats.first[i];
    for (std::size_t v = seats.first[i]; v < seats.first[i + 1]; ++v) {
      if (negotiation.player_gain[v] < negotiation.player_gain[worst]) worst = v;
    }
    const double loss = -negotiation.player_gain[worst];
    negotiation.loss[i] = seats.may_object[i] && loss > seats.tolerance ? loss : 0.0;
  }
  for (std::size_t i = 0; i < seats.n_seats; ++i)
    negotiation.price[i] = seats.price[i] * round / seats.rounds;
  const ObjectionInput input = judged(params, negotiation);
  std::size_t n_objectors = greatest_objectors(input, negotiation.could_object);
  if (params.equilibrium == Equilibrium::Least)
    n_objectors = least_objectors(input, negotiation.objects);
  else
    negotiation.objects = negotiation.could_object;
  for (std::size_t i = 0; i < seats.n_seats; ++i) {
    if (!seats.veto[i] || negotiation.loss[i] <= 0 || negotiation.objects[i]) continue;
    negotiation.objects[i] = negotiation.could_object[i] = 1;
    ++n_objectors;
  }
  return n_objectors;
}

double bearable_loss(const NegotiationParams& params, const Negotiation& negotiation, std::size_t i) {
  if (negotiation.seats.veto[i]) return 0.0;
  return bearable_loss(judged(params, negotiation), negotiation.objects, i);
}

Vote vote_on(const Negotiation& negotiation, std::size_t n_objectors) {
  const Seats& seats = negotiation.seats;
  Vote vote{.n_heads = seats.n_heads, .n_objectors = n_objectors};
  double against = 0, size_against = 0;
  for (std::size_t i = 0; i < seats.n_seats; ++i) {
    if (!negotiation.objects[i]) continue;
    against += seats.power[i];
    if (!seats.size.empty()) size_against += seats.size[i];
    vote.vetoed = vote.vetoed || seats.veto[i] != 0;
  }
  vote.power_for = seats.total_power > 0 ? 1.0 - against / seats.total_power : 0.0;
  const double all_sizes = std::accumulate(seats.size.begin(), seats.size.end(), 0.0);
  vote.size_for = all_sizes > 0 ? 1.0 - size_against / all_sizes : 0.0;
  return vote;
}

}  // namespace hansa
