#include "tests/sim/negotiation/rederived/payoff.hpp"

#include <algorithm>

namespace hansa::rederived {
namespace {

double hardness(const Electorate& all) { return all.params.hardness[all.form]; }

double pledge(const Electorate& all, std::size_t j, std::size_t d) {
  return std::max(0.0, all.states[j].players[0][d] - all.status_quo[d]);
}

bool pledged(const Electorate& all, std::size_t d) { return all.pledges && all.self_determined[d]; }

double own_over_q(const Electorate& all, std::size_t j, std::size_t d, double u) {
  const double c = all.params.soft_force + (1 - all.params.soft_force) * hardness(all);
  const double e = all.states[j].effort;
  if (!pledged(all, d)) return c * e * u;
  return c * e * (all.params.initiative * pledge(all, j, d) + all.params.ratchet * u);
}

double world_over_q(const Electorate& all, std::size_t d, double u) {
  double sum = 0, power = 0;
  for (std::size_t j = 0; j < all.n(); ++j) {
    sum += all.states[j].power * own_over_q(all, j, d, u);
    power += all.states[j].power;
  }
  return sum / power;
}

}  // namespace

double gain(const Electorate& all, std::size_t i, const Text& y, const Text& u) {
  const Electorate::State& state = all.states[i];
  const double sunk = all.params.sunk;
  double sum = 0;
  for (std::size_t d = 0; d < all.issues(); ++d) {
    const double q = all.status_quo[d], omega = all.depth_weight[d], s = state.salience[d];
    const double own = own_over_q(all, i, d, u[d]), world = world_over_q(all, d, u[d]);
    sum += s * (2 * (y[d] - sunk * q) * world - own * own - 2 * (1 - sunk) * q * own);
    sum += all.params.stake * state.stake * omega * world;
    if (!pledged(all, d)) sum -= state.effort * state.sovereignty * hardness(all) * omega * u[d];
  }
  return sum;
}

std::size_t players_at_table(const Electorate& all, std::size_t i) {
  const bool alone = all.form != Form::Soft && all.params.at_table == AtTable::Executives;
  return alone ? 1 : all.states[i].players.size();
}

Worst worst_at_table(const Electorate& all, std::size_t i, const Text& u) {
  Worst worst{gain(all, i, all.states[i].players[0], u), 0};
  for (std::size_t v = 1; v < players_at_table(all, i); ++v) {
    const double its = gain(all, i, all.states[i].players[v], u);
    if (its < worst.gain) worst = {its, v};
  }
  return worst;
}

double mean_pledge(const Electorate& all, std::size_t d) {
  if (!pledged(all, d)) return 0;
  double sum = 0, power = 0;
  for (std::size_t j = 0; j < all.n(); ++j) {
    sum += all.states[j].power * all.states[j].effort * pledge(all, j, d);
    power += all.states[j].power;
  }
  return sum / power;
}

}  // namespace hansa::rederived
