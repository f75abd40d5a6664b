#include "tests/sim/negotiation/rederived/electorate.hpp"

#include <algorithm>
#include <random>

namespace hansa::rederived {
namespace {

struct Dice {
  std::mt19937 bits;

  double between(double low, double high) {
    return low + (high - low) * static_cast<double>(bits()) / 4294967296.0;
  }
  std::size_t of(std::size_t n) { return bits() % n; }
  bool one_in(std::size_t n) { return of(n) == 0; }
  Text text(std::size_t n, double low, double high) {
    Text drawn;
    for (std::size_t d = 0; d < n; ++d) drawn.push_back(between(low, high));
    return drawn;
  }
  Text shares(std::size_t n) {
    Text drawn = text(n, 0.1, 1);
    double sum = 0;
    for (const double share : drawn) sum += share;
    for (double& share : drawn) share /= sum;
    return drawn;
  }
};

Electorate::State some_state(Dice& dice, double power, std::size_t n_issues) {
  Electorate::State state;
  state.power = power;
  state.effort = dice.one_in(4) ? 0 : dice.one_in(3) ? dice.between(0.1, 1) : 1;
  state.stake = dice.between(-0.5, 2);
  state.sovereignty = dice.between(0, 0.2);
  state.salience = dice.shares(n_issues);
  for (std::size_t v = 0; v <= dice.of(3); ++v) state.players.push_back(dice.text(n_issues, 0.1, 0.9));
  state.paralysed = dice.one_in(5);
  state.closed_to_networks = dice.one_in(4);
  return state;
}

NegotiationParams some_params(Dice& dice) {
  NegotiationParams params;
  params.soft_force = dice.between(0.1, 1);
  params.sunk = dice.between(0, 1);
  params.initiative = dice.between(0, 0.6);
  params.ratchet = dice.between(0.1, 1);
  params.stake = dice.one_in(2) ? 0 : dice.between(0, 0.1);
  params.at_table = dice.one_in(2) ? AtTable::Executives : AtTable::Players;
  params.objection_cost = dice.between(0.001, 0.02);
  params.shelter = dice.between(0.01, 0.2);
  params.price_noise = params.price_noise_state = 0;
  params.uncertainty = 0;
  params.equilibrium = dice.one_in(3) ? Equilibrium::Greatest : Equilibrium::Least;
  params.chair_step = dice.between(0.2, 0.9);
  params.chair_fade = dice.between(0, 1);
  params.pull = dice.between(0.2, 0.9);
  params.concession = dice.between(0.1, 0.8);
  params.influence = dice.between(0, 0.5);
  params.urban_hurdle = dice.between(0.1, 0.6);
  params.large_states = static_cast<int>(dice.of(5));
  params.contest = static_cast<ContestRule>(dice.of(4));
  return params;
}

}  // namespace

Electorate some_electorate(std::uint32_t seed) {
  Dice dice{std::mt19937(seed)};
  Electorate all;
  const std::size_t n = 5 + dice.of(4), n_issues = 2 + dice.of(2);
  for (const double power : dice.shares(n)) all.states.push_back(some_state(dice, power, n_issues));
  for (std::size_t g = 0; g < 3; ++g) {
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < n; ++i)
      if (dice.one_in(3)) members.push_back(i);
    if (!members.empty()) all.blocs.push_back(members);
  }
  all.status_quo = dice.text(n_issues, 0, 0.3);
  all.depth_weight = dice.shares(n_issues);
  for (std::size_t d = 0; d < n_issues; ++d) all.self_determined.push_back(dice.one_in(2));
  all.pledges = dice.one_in(2);
  all.form = static_cast<Form>(dice.of(3));
  all.floor = dice.one_in(3) ? 0 : dice.between(0, 0.5);
  all.rounds = 4 + static_cast<int>(dice.of(6));
  all.objectors_allowed = dice.of(2);
  all.urban_role = n_issues - 1;
  all.message = dice.text(n_issues, 0, 1);
  if (!dice.one_in(3)) {
    all.voice = dice.between(0.2, 1);
    all.access = dice.between(0, 1);
    all.drafting = dice.between(0, 1);
    all.influence = dice.between(0.1, 0.9);
    all.prevent_conflict = dice.between(0, 2);
  }
  all.params = some_params(dice);
  return all;
}

}  // namespace hansa::rederived
