// A complete negotiation, played by the program and worked out a second time from docs/reference/model.md 7.8, in plain
// loops that share no code with it.

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "sim/negotiation/conference.hpp"
#include "sim/negotiation/rounds.hpp"
#include "tests/rule_of.hpp"
#include "tests/sim/negotiation/rederived/talks.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

// The program stops once no text's standing moves by more than 1e-10, here the balance is solved; rounds add up.
constexpr double same = 1e-8;

using rederived::Electorate;
using rederived::Path;

/// An electorate as a world of the program.
struct Seated {
  test::SmallWorld small;
  World world;

  explicit Seated(const Electorate& all) : small(all.n(), all.issues()), world(small.world()) {
    small.scenario.negotiation = all.params;
    small.scenario.networks.functions.prevent_conflict = all.prevent_conflict;
    small.facts.depth_weight = all.depth_weight;
    small.facts.urban_role = all.urban_role;
    small.facts.self_determined.assign(all.self_determined.begin(), all.self_determined.end());
    small.add_conference({.name = "COP",
                          .architecture = all.pledges ? Architecture::Pledges : Architecture::Targets,
                          .floor = all.floor,
                          .forms = {all.form},
                          .rule = test::rule_of(ClauseKind::ConsensusMinus, double(all.objectors_allowed)),
                          .rounds = all.rounds});
    YearFacts& now = small.now();
    now.salience.clear();
    std::vector<test::Players> players;
    for (std::size_t i = 0; i < all.n(); ++i) {
      const Electorate::State& state = all.states[i];
      now.power[i] = state.power;
      now.stake[i] = state.stake;
      now.openness[i] = state.closed_to_networks ? 0 : 1;
      now.salience.insert(now.salience.end(), state.salience.begin(), state.salience.end());
      small.facts.conferences[0].bound[i] = state.effort > 0 ? 1 : 0;
      small.facts.conferences[0].met[i] = 1 - state.effort;
      world.states.paralysed[i] = state.paralysed ? 1 : 0;
      world.states.sovereignty[i] = state.sovereignty;
      players.push_back(state.players);
    }
    test::set_positions(world, players);
    for (std::size_t g = 0; g < all.blocs.size(); ++g)
      for (const std::size_t i : all.blocs[g]) small.put_in_bloc(i, bloc_names[g]);
    world.status_quo = all.status_quo;
    world.voice.coverage = all.voice;
    world.voice.coherence = 1;
    world.voice.access = all.access;
    world.voice.drafting = all.drafting;
    world.voice.message = all.message;
    world.pressure.influence = all.influence;
  }
};

Path played(const Electorate& all) {
  const Seated seated(all);
  const ConferenceFacts& conference = seated.small.facts.conferences[0];
  const Terms terms = make_terms(all.params, conference, all.form, seated.world, seated.world.states.mandate);
  Negotiation negotiation(all.params, seat_conference(all.params, seated.small.scenario.networks.functions,
                                                      seated.small.scenario.lobbying.closed_below, conference,
                                                      terms, seated.world, all.consultation));
  NegotiationPath rounds;
  play_rounds(all.params, negotiation, &rounds);
  Path path{.objects = negotiation.objects,
            .could_object = negotiation.could_object,
            .adopted = negotiation.adopted};
  path.texts.assign(rounds.texts.begin() + 1, rounds.texts.end());
  for (auto demands = rounds.demands.begin() + 1; demands != rounds.demands.end(); ++demands) {
    path.demands.emplace_back();
    for (auto one = demands->begin(); one != demands->end(); one += std::ptrdiff_t(all.issues()))
      path.demands.back().emplace_back(one, one + std::ptrdiff_t(all.issues()));
  }
  for (std::size_t i = 0; i < all.n(); ++i)
    path.gain.push_back(negotiation.player_gain[negotiation.worst[i]]);
  return path;
}

double apart(const std::vector<double>& one, const std::vector<double>& other) {
  if (one.size() != other.size()) return INFINITY;
  double most = 0;
  for (std::size_t k = 0; k < one.size(); ++k) most = std::max(most, std::abs(one[k] - other[k]));
  return most;
}

double apart(const std::vector<rederived::Text>& one, const std::vector<rederived::Text>& other) {
  if (one.size() != other.size()) return INFINITY;
  double most = 0;
  for (std::size_t k = 0; k < one.size(); ++k) most = std::max(most, apart(one[k], other[k]));
  return most;
}

TEST_CASE("a negotiation worked out a second time from its equations takes the same path",
          "[negotiation][rederived]") {
  int n_adopted = 0, n_late = 0, n_objected = 0, n_room = 0, n_close = 0;
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    const Electorate all = rederived::some_electorate(seed);
    const Path expected = rederived::talks(all), path = played(all);
    INFO("electorate " << seed);
    REQUIRE(path.texts.size() == expected.texts.size());
    double most = apart(path.texts, expected.texts);
    for (std::size_t r = 0; r < path.demands.size(); ++r)
      most = std::max(most, apart(path.demands[r], expected.demands[r]));
    CHECK(most < same);
    CHECK(path.adopted == expected.adopted);
    CHECK(path.objects == expected.objects);
    CHECK(path.could_object == expected.could_object);
    CHECK(apart(path.gain, expected.gain) < same);
    n_close += most < 1e-9 ? 1 : 0;
    const bool any = std::ranges::count(expected.objects, 1) > 0;
    n_adopted += expected.adopted ? 1 : 0;
    n_late += expected.adopted && expected.texts.size() > 3 ? 1 : 0;
    n_objected += any ? 1 : 0;
    n_room += expected.could_object != expected.objects ? 1 : 0;
  }
  WARN(n_close << " within 1e-9; adopted " << n_adopted << ", late " << n_late << ", objected " << n_objected
               << ", several equilibria " << n_room);
  CHECK(n_close > 390);
  CHECK((n_adopted > 100 && n_adopted < 300 && n_late > 20 && n_objected > 100 && n_room > 0));
}

}  // namespace
}  // namespace hansa
