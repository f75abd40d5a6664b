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
}

void seat_players(const World& world, bool executives, Seats& seats) {
  for (std::size_t i = 0; i <= seats.n_seats; ++i)
    seats.first.push_back(executives ? i : world.vetoes.first[i]);
}

void write_demands(const Terms& terms, const World& world, Seats& seats) {
  for (std::size_t i = 0; i < seats.n_seats; ++i) {
    const double* const mandate = &world.states.mandate[i * world.facts->n_issues];
    for (std::size_t k = 0; k < seats.n_issues; ++k)
      seats.demand[i * seats.n_issues + k] = std::max(0.0, mandate[terms.agenda[k]] - terms.status_quo[k]);
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

void open_text(const ConferenceFacts& conference, const Terms& terms, const World& world,
               double consulted_from, Seats& seats) {
  for (std::size_t k = 0; k < seats.n_issues; ++k) {
    seats.highest[k] = 1.0 - terms.status_quo[k];
    seats.depth_slope[k] = terms.depth_weight[k] * (terms.pledged[k] ? terms.ratchet : 1.0);
    if (terms.pledged[k] && terms.force > 0)
      seats.depth_constant[k] = terms.depth_weight[k] * terms.world_constant[k] / terms.force;
  }
  seats.floor = conference.params->floor;
  for (std::size_t k = 0; k < seats.n_issues; ++k) {
    if (terms.agenda[k] != world.facts->urban_role) continue;
    seats.hurdled = k;
    seats.tabled_from = consulted_from - terms.status_quo[k];
  }
  for (std::size_t i = 0; i < seats.n_seats; ++i) {
    const double weight = seats.total_power > 0 ? seats.power[i] / seats.total_power : 0.0;
    for (std::size_t k = 0; k < seats.n_issues; ++k)
      seats.opening[k] += weight * seats.demand[i * seats.n_issues + k];
  }
}

/// What networks can do at the conference with a state's delegation: nothing with one closed to them, nor where
/// they have no access.                                                                            [0..1]
double reach_to(std::size_t i, double closed_below, const World& world) {
  const bool open = world.now().openness[i] >= closed_below;
  return open ? world.voice.strength() * world.voice.access * world.pressure.influence : 0.0;
}

void hear_networks(const NegotiationParams& params, const FunctionParams& functions, double closed_below,
                   const ConferenceFacts& conference, const Terms& terms, const World& world, Seats& seats) {
  const double strength = world.voice.strength(), influence = world.pressure.influence;
  seats.networks_sponsor =
      params.draft_weight * functions.negotiate * influence * strength * world.voice.drafting;
  for (std::size_t k = 0; k < seats.n_issues; ++k)
    seats.networks_draft[k] = std::max(0.0, world.voice.message[terms.agenda[k]] - terms.status_quo[k]);
  for (std::size_t i = 0; i < seats.n_seats; ++i) {
    const double u = world.draws.uniform(Purpose::Uncertainty, world.year,
                                         entity_key(world.facts->state_key[i], conference.key));
    const double informed = std::min(1.0, functions.inform * reach_to(i, closed_below, world));
    seats.misjudged[i] = params.uncertainty * (1.0 - informed) * u;
  }
}

/// Sets what an objection costs: noise of the conference and of each state, with median 1, and dearer where
/// networks prevent conflict.
void price_objections(const NegotiationParams& params, const FunctionParams& functions, double closed_below,
                      const ConferenceFacts& conference, const World& world, Seats& seats) {
  if (is_vote(conference.params->rule)) return;
  const auto noise = [&](double sd, std::uint64_t entity) {
    return sd * world.draws.normal(Purpose::Objection, world.year, entity);
  };
  const double common = noise(params.price_noise, conference.key);
  for (std::size_t i = 0; i < seats.n_seats; ++i) {
    const double own = noise(params.price_noise_state, entity_key(world.facts->state_key[i], conference.key));
    const double calmed = functions.prevent_conflict * reach_to(i, closed_below, world);
    seats.price[i] = params.objection_cost * (1.0 + calmed) * real_exp(common + own);
  }
}

}  // namespace

Terms make_terms(const NegotiationParams& params, const ConferenceFacts& conference, Form form,
                 const World& world, std::span<const double> mandates) {
  const Facts& facts = *world.facts;
  const std::vector<double>& power = world.now().power;
  Terms terms;
  terms.agenda = conference.agenda;
  terms.form = form;
  terms.hardness = params.hardness[form];
  terms.ratchet = params.ratchet;
  terms.stake = params.stake;
  terms.force = params.soft_force + (1.0 - params.soft_force) * terms.hardness;
  terms.payoff = params.payoff;
  terms.sunk = params.sunk;
  terms.initiative = params.initiative;
  double material = 0;
  for (std::size_t i = 0; i < facts.n_states; ++i) material += conference.present[i] ? power[i] : 0.0;
  for (std::size_t i = 0; i < facts.n_states; ++i) {
    terms.share.push_back(conference.present[i] && material > 0 ? power[i] / material : 0.0);
    terms.effort.push_back(conference.bound[i] ? 1.0 - conference.met[i] : 0.0);
    for (const std::size_t d : conference.agenda)
      terms.pledge.push_back(std::max(0.0, mandates[i * facts.n_issues + d] - world.status_quo[d]));
  }
  for (const std::size_t d : conference.agenda) {
    terms.depth_weight.push_back(facts.depth_weight[d]);
    terms.status_quo.push_back(world.status_quo[d]);
    terms.pledged.push_back(own_contributions[conference.params->architecture] && facts.self_determined[d]);
  }
  terms.payment.assign(facts.n_states, 0.0);
  sum_contributions(terms);
  return terms;
}

void sum_contributions(Terms& terms) {
  terms.world_constant.assign(terms.n_issues(), 0.0);
  terms.world_slope.assign(terms.n_issues(), 0.0);
  for (std::size_t k = 0; k < terms.n_issues(); ++k) {
    double constant = 0, at_one = 0;
    for (std::size_t i = 0; i < terms.effort.size(); ++i) {
      constant += terms.share[i] * terms.contribution(i, k, 0.0);
      at_one += terms.share[i] * terms.contribution(i, k, 1.0);
    }
    terms.world_constant[k] = constant;
    terms.world_slope[k] = at_one - constant;
  }
}

Actor actor_at(const World& world, const Terms& terms, std::size_t i, std::span<const double> position) {
  const std::size_t n_issues = world.facts->n_issues;
  const YearFacts& now = world.now();
  return {.position = position,
          .salience = std::span(now.salience).subspan(i * n_issues, n_issues),
          .bound = terms.effort[i],
          .stake = now.stake[i],
          .sovereignty = world.states.sovereignty[i],
          .share = terms.share[i],
          .pledge = std::span(terms.pledge).subspan(i * terms.n_issues(), terms.n_issues()),
          .payment = terms.payment[i]};
}

void write_gains(const Terms& terms, const World& world, Seats& seats) {
  const std::size_t n_issues = world.facts->n_issues;
  for (std::size_t i = 0; i < seats.n_seats; ++i) {
    const auto mandate = std::span(world.states.mandate).subspan(i * n_issues, n_issues);
    seats.constant[i] = write_gain(terms, actor_at(world, terms, i, mandate), &seats.linear[i],
                                   &seats.square[i], seats.n_seats);
    for (std::size_t v = seats.first[i]; v < seats.first[i + 1]; ++v) {
      const std::size_t row = world.vetoes.first[i] + v - seats.first[i];
      const auto position = std::span(world.vetoes.lobbied).subspan(row * n_issues, n_issues);
      seats.player_constant[v] =
          write_gain(terms, actor_at(world, terms, i, position), &seats.player_linear[v],
                     &seats.player_square[v], seats.n_players);
    }
  }
}

Seats seat_conference(const NegotiationParams& params, const FunctionParams& functions, double closed_below,
                      const ConferenceFacts& conference, const Terms& terms, const World& world,
                      double consulted_from) {
  const std::size_t n = world.facts->n_states;
  const bool executives = params.at_table == AtTable::Executives && terms.form != Form::Soft;
  Seats seats(n, terms.n_issues(), executives ? n : world.vetoes.first.back());
  seat_states(conference, world, seats);
  seat_players(world, executives, seats);
  write_gains(terms, world, seats);
  write_demands(terms, world, seats);
  split_sponsorship(static_cast<std::size_t>(params.large_states), seats);
  open_text(conference, terms, world, consulted_from, seats);
  hear_networks(params, functions, closed_below, conference, terms, world, seats);
  price_objections(params, functions, closed_below, conference, world, seats);
  seats.rounds = conference.params->rounds;
  seats.rule = conference.params->rule;
  return seats;
}

}  // namespace hansa
