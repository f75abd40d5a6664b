#include "sim/negotiation/conference.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

#include "scenarios/parameters/conference_params.hpp"
#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

constexpr By<Architecture, bool> own_contributions = {false, true};

void seat_states(const ConferenceFacts& conference, const World& world, Seats& seats) {
  const Facts& facts = *world.facts;
  for (std::size_t i = 0; i < seats.n_seats; ++i) {
    const bool sits = conference.present[i] && facts.head[i];
    seats.power[i] = sits ? world.now().power[i] : 0.0;
    seats.power_root[i] = real_pow(seats.power[i], 1.0 / 3.0);
    seats.total_power += seats.power[i];
    seats.n_heads += sits ? 1U : 0U;
    seats.may_object[i] = seats.power[i] > 0 ? 1 : 0;
    for (std::size_t g = 0; g < n_blocs; ++g) seats.blocs[i] |= facts.blocs[i][g] ? 1U << g : 0U;
  }
  seats.frozen.assign(world.states.paralysed.begin(), world.states.paralysed.end());
  seats.first = world.vetoes.first;
}

void write_gains(const ConferenceFacts& conference, const Terms& terms, const World& world, Seats& seats) {
  const std::size_t n_issues = world.facts->n_issues;
  for (std::size_t i = 0; i < seats.n_seats; ++i) {
    const auto mandate = std::span(world.states.mandate).subspan(i * n_issues, n_issues);
    seats.constant[i] = write_gain(terms, actor_at(world, conference, i, mandate), &seats.linear[i],
                                   &seats.square[i], seats.n_seats);
    for (std::size_t k = 0; k < seats.n_issues; ++k) {
      seats.demand[i * seats.n_issues + k] = std::max(0.0, mandate[terms.agenda[k]] - terms.status_quo[k]);
    }
    for (std::size_t v = seats.first[i]; v < seats.first[i + 1]; ++v) {
      const auto position = std::span(world.vetoes.lobbied).subspan(v * n_issues, n_issues);
      seats.player_constant[v] =
          write_gain(terms, actor_at(world, conference, i, position), &seats.player_linear[v],
                     &seats.player_square[v], seats.n_players);
    }
  }
}

void split_sponsorship(std::size_t n_large, Seats& seats) {
  seats.proposing.resize(seats.n_seats);
  std::iota(seats.proposing.begin(), seats.proposing.end(), std::size_t{0});
  std::stable_sort(seats.proposing.begin(), seats.proposing.end(),
                   [&](std::size_t a, std::size_t b) { return seats.power[a] > seats.power[b]; });
  seats.proposing.resize(std::min(seats.n_seats, n_large));
  std::erase_if(seats.proposing, [&](std::size_t i) { return seats.power[i] <= 0; });
  for (std::size_t i = 0; i < seats.n_seats; ++i) {
    const bool large = std::find(seats.proposing.begin(), seats.proposing.end(), i) != seats.proposing.end();
    const int n_texts = std::popcount(seats.blocs[i]) + (large ? 1 : 0);
    seats.sponsorship[i] = n_texts > 0 ? seats.power[i] / n_texts : 0.0;
  }
}

void open_text(const ConferenceFacts& conference, const Terms& terms, Seats& seats) {
  for (std::size_t k = 0; k < seats.n_issues; ++k) {
    seats.highest[k] = 1.0 - terms.status_quo[k];
    seats.depth_slope[k] = terms.depth_weight[k] * (terms.pledged[k] ? terms.ratchet : 1.0);
    if (terms.pledged[k] && terms.force > 0)
      seats.depth_constant[k] = terms.depth_weight[k] * terms.world_constant[k] / terms.force;
  }
  seats.floor = conference.params->floor;
  for (std::size_t i = 0; i < seats.n_seats; ++i) {
    const double weight = seats.total_power > 0 ? seats.power[i] / seats.total_power : 0.0;
    for (std::size_t k = 0; k < seats.n_issues; ++k)
      seats.opening[k] += weight * seats.demand[i * seats.n_issues + k];
  }
}

void hear_networks(const NegotiationParams& params, const FunctionParams& functions,
                   const ConferenceFacts& conference, const Terms& terms, const World& world, Seats& seats) {
  const double strength = world.voice.strength(), influence = world.pressure.influence;
  seats.networks_sponsor =
      params.draft_weight * functions.negotiate * influence * strength * world.voice.drafting;
  for (std::size_t k = 0; k < seats.n_issues; ++k)
    seats.networks_draft[k] = std::max(0.0, world.voice.message[terms.agenda[k]] - terms.status_quo[k]);
  const double calmed = functions.prevent_conflict * strength * influence;
  seats.lone_objection_cost = params.objection_cost * (1.0 + calmed);
  const double informed = std::min(1.0, functions.inform * strength * influence);
  for (std::size_t i = 0; i < seats.n_seats; ++i) {
    const double u = world.draws.uniform(Purpose::Uncertainty, world.year,
                                         entity_key(world.facts->state_key[i], conference.key));
    seats.misjudged[i] = params.uncertainty * (1.0 - informed) * u;
  }
}

}  // namespace

Terms make_terms(const NegotiationParams& params, const ConferenceFacts& conference, Form form,
                 const World& world, std::span<const double> mandates) {
  const Facts& facts = *world.facts;
  const std::vector<double>& power = world.now().power;
  Terms terms;
  terms.agenda = conference.agenda;
  terms.hardness = params.hardness[form];
  terms.ratchet = params.ratchet;
  terms.stake = params.stake;
  terms.force = params.soft_force + (1.0 - params.soft_force) * terms.hardness;
  double cover = 0, material = 0;
  for (std::size_t i = 0; i < facts.n_states; ++i) {
    if (!conference.present[i]) continue;
    material += power[i];
    cover += conference.bound[i] ? power[i] : 0.0;
  }
  for (const std::size_t d : conference.agenda) {
    const double q = world.status_quo[d];
    const bool pledged = own_contributions[conference.params->architecture] && facts.self_determined[d];
    double constant = 0, slope = (material > 0 ? cover / material : 0.0) * terms.force;
    if (pledged) {
      double sum = 0;
      for (std::size_t i = 0; i < facts.n_states; ++i) {
        if (conference.present[i]) sum += power[i] * std::max(q, mandates[i * facts.n_issues + d]);
      }
      constant = terms.force * (1.0 - terms.ratchet) * ((material > 0 ? sum / material : q) - q);
      slope = terms.force * terms.ratchet;
    }
    terms.depth_weight.push_back(facts.depth_weight[d]);
    terms.status_quo.push_back(q);
    terms.pledged.push_back(pledged);
    terms.world_constant.push_back(constant);
    terms.world_slope.push_back(slope);
  }
  return terms;
}

Actor actor_at(const World& world, const ConferenceFacts& conference, std::size_t i,
               std::span<const double> position) {
  const std::size_t n_issues = world.facts->n_issues;
  const YearFacts& now = world.now();
  return {.position = position,
          .salience = std::span(now.salience).subspan(i * n_issues, n_issues),
          .bound = conference.bound[i] ? 1.0 : 0.0,
          .stake = now.stake[i],
          .sovereignty = world.states.sovereignty[i]};
}

Seats seat_conference(const NegotiationParams& params, const FunctionParams& functions,
                      const ConferenceFacts& conference, const Terms& terms, const World& world) {
  Seats seats(world.facts->n_states, terms.n_issues(), world.vetoes.first.back());
  seat_states(conference, world, seats);
  write_gains(conference, terms, world, seats);
  split_sponsorship(static_cast<std::size_t>(params.large_states), seats);
  open_text(conference, terms, seats);
  hear_networks(params, functions, conference, terms, world, seats);
  seats.rounds = conference.params->rounds;
  seats.rule = conference.params->rule;
  return seats;
}

}  // namespace hansa
