#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "sim/phases/negotiation.hpp"
#include "tests/rule_of.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::near;
using test::Players;
using test::set_positions;
using test::SmallWorld;

/// One conference of ten rounds; one issue at q = 0, so a text u is worth u (2 y - u) to a state at y.
struct Conference {
  SmallWorld small;
  World world;
  explicit Conference(std::size_t n_states, ConferenceParams params = {})
      : small(n_states), world(small.world()) {
    params.name = "COP";
    params.rounds = 10;
    small.add_conference(std::move(params));
    small.scenario.lobbying.strength = 0;
    small.scenario.negotiation.first_decision = 3;
    small.scenario.negotiation.objection_cost = 0.001;
    small.scenario.negotiation.initiative = 1;
    small.scenario.negotiation.stake = 0;
  }
  Outcome held() {
    return negotiate(small.scenario.negotiation, small.scenario.lobbying, small.scenario.networks.functions,
                     small.facts.conferences[0], world);
  }
};

TEST_CASE("states that want the same adopt it as soon as they may decide", "[negotiation]") {
  const int first_decision = GENERATE(1, 3, 7);
  Conference conference(5);
  conference.small.scenario.negotiation.first_decision = first_decision;
  set_positions(conference.world, {0.4, 0.4, 0.4, 0.4, 0.4});
  const Outcome outcome = conference.held();
  CHECK(outcome.adopted);
  CHECK(outcome.rounds == first_decision);
  CHECK(outcome.lift[0] == Approx(0.4).epsilon(1e-6));
  CHECK(outcome.effective[0] == Approx(0.4).epsilon(1e-6));
  CHECK(outcome.depth == Approx(0.4).epsilon(1e-6));
  CHECK(outcome.objects == std::vector<char>(5, 0));
}

TEST_CASE("a conference of few rounds decides in its last", "[negotiation]") {
  Conference conference(2);
  conference.small.scenario.conferences[0].rounds = 2;
  set_positions(conference.world, {0.4, 0.4});
  const Outcome outcome = conference.held();
  CHECK(outcome.adopted);
  CHECK(outcome.rounds == 2);
}

TEST_CASE("a text weakly followed amounts to less than its words", "[negotiation]") {
  Conference conference(2);
  conference.small.scenario.negotiation.soft_force = 0.25;
  set_positions(conference.world, {0.4, 0.4});
  const Outcome outcome = conference.held();
  CHECK(outcome.lift[0] == Approx(0.4).epsilon(1e-6));
  CHECK(outcome.effective[0] == Approx(0.1).epsilon(1e-6));
  CHECK(outcome.depth == Approx(0.1).epsilon(1e-6));
}

/// Two ambitious states and a powerful one that wants nothing, at a conference called for a depth of .3.
struct Blocked : Conference {
  explicit Blocked(ConferenceParams params = {.floor = 0.3}) : Conference(3, std::move(params)) {
    set_positions(world, {0.5, 0.5, 0.0});
  }
};

TEST_CASE("a powerful state that can accept nothing stops a consensus", "[negotiation]") {
  Blocked conference;
  const Outcome outcome = conference.held();
  CHECK_FALSE(outcome.adopted);
  CHECK(outcome.rounds == 10);
  CHECK(outcome.objects == std::vector<char>{0, 0, 1});
  CHECK(outcome.lift[0] >= 0.0);
  CHECK(outcome.effective == std::vector<double>{0.0});
  CHECK(outcome.depth == 0.0);
}

TEST_CASE("what stops a consensus does not stop a majority", "[negotiation]") {
  Blocked heads({.floor = 0.3, .rule = test::quota_heads(0.6)}),
      minus({.floor = 0.3, .rule = test::rule_of(ClauseKind::ConsensusMinus, 1)});
  for (Blocked* conference : {&heads, &minus}) {
    const Outcome outcome = conference->held();
    CHECK(outcome.adopted);
    CHECK(outcome.rounds == 3);
    CHECK(outcome.objects == std::vector<char>{0, 0, 1});
    CHECK(outcome.lift[0] >= 0.3);
  }
}

TEST_CASE("who stays away neither objects nor counts", "[negotiation]") {
  Blocked consensus, majority({.floor = 0.3, .rule = test::quota_heads(1.0)});
  for (Blocked* conference : {&consensus, &majority}) {
    conference->small.facts.conferences[0].present = {1, 1, 0};
    const Outcome outcome = conference->held();
    CHECK(outcome.adopted);
    CHECK(outcome.objects == std::vector<char>{0, 0, 0});
  }
}

TEST_CASE("the EU neither objects nor counts", "[negotiation]") {
  Blocked conference;
  conference.small.make_eu(2);
  CHECK(conference.held().adopted);
}

TEST_CASE("a text without floor is brought down to what all can accept", "[negotiation]") {
  Conference conference(2);
  set_positions(conference.world, {0.9, 0.2});
  const Outcome outcome = conference.held();
  CHECK(outcome.adopted);
  CHECK(outcome.lift[0] <= 0.41);  // the limit of the second is .4
  CHECK(outcome.lift[0] > 0.2);
}

TEST_CASE("one veto player is enough to stop its state", "[negotiation]") {
  Conference conference(2, {.floor = 0.3});
  set_positions(conference.world, std::vector<Players>{{{0.5}, {0.1}}, {{0.5}}});
  const Outcome outcome = conference.held();
  CHECK_FALSE(outcome.adopted);
  CHECK(outcome.objects == std::vector<char>{1, 0});
}

TEST_CASE("small states swallow at the deadline what they would not alone stop", "[negotiation]") {
  Conference conference(40, {.floor = 0.1});  // a power of 1/40 each
  std::vector<double> positions(40, 0.5);
  conference.small.scenario.negotiation.objection_cost = 0.02;
  positions[7] = 0.0;  // loses u^2 by a text u: .0100 at the floor, less than .02 * .75
  set_positions(conference.world, positions);
  const Outcome outcome = conference.held();
  CHECK(outcome.adopted);
  CHECK(outcome.rounds > 3);
}

TEST_CASE("when a form fails the next on offer is tried", "[negotiation]") {
  Conference conference(2, {.floor = 0.1, .forms = {Form::Hard, Form::Shell, Form::Soft}});
  conference.small.scenario.negotiation.hardness = {0.0, 0.5, 1.0};
  set_positions(conference.world, {0.5, 0.5});
  conference.world.states.sovereignty = {
      0.0, 2.0};  // hard law costs the second 2 h u, against a gain of at most u
  const Outcome outcome = conference.held();
  CHECK(outcome.adopted);
  CHECK(outcome.form == Form::Soft);
  CHECK(outcome.rounds == 10 + 10 + 3);
  CHECK(outcome.terms.hardness == 0.0);
}

TEST_CASE("the last form on offer is what a conference fails on", "[negotiation]") {
  Blocked conference({.floor = 0.3, .forms = {Form::Hard, Form::Shell}});
  const Outcome outcome = conference.held();
  CHECK_FALSE(outcome.adopted);
  CHECK(outcome.form == Form::Shell);
  CHECK(outcome.rounds == 20);
}

TEST_CASE("those whom a text does not bind let it pass", "[negotiation]") {
  Blocked conference;
  conference.small.facts.conferences[0].bound = {1, 1, 0};
  const Outcome outcome = conference.held();
  CHECK(outcome.adopted);
  // two thirds of the world's power carry it out
  CHECK(outcome.effective[0] == near(2.0 / 3 * outcome.lift[0]));
}

TEST_CASE("pledges pass where targets of the same depth fail", "[negotiation]") {
  Conference targets(2, {.floor = 0.3}), pledges(2, {.architecture = Architecture::Pledges, .floor = 0.3});
  for (Conference* conference : {&targets, &pledges}) {
    conference->small.facts.self_determined[0] = 1;
    conference->small.scenario.negotiation.ratchet = 0.0;
    set_positions(conference->world, {0.6, 0.1});
  }
  CHECK_FALSE(targets.held().adopted);
  const Outcome outcome = pledges.held();
  CHECK(outcome.adopted);
  CHECK(outcome.depth == near(0.35));  // their own pledges
}

TEST_CASE("cities that are heard deepen a text", "[negotiation]") {
  Conference silent(2), heard(2);
  for (Conference* conference : {&silent, &heard}) {
    set_positions(conference->world, {0.4, 0.4});
    conference->world.voice.message = {0.6};
    conference->world.pressure.by_channel.assign(2 * n_channels, 0.2);
  }
  heard.small.scenario.lobbying.strength = 1;
  const double shallow = silent.held().depth, deep = heard.held().depth;
  CHECK(shallow == Approx(0.4).epsilon(1e-6));
  CHECK(deep > 0.41);
  CHECK(deep < 0.6);
}

TEST_CASE("demands of cities that no state can accept change no bit of a conference", "[negotiation]") {
  Conference silent(3, {.floor = 0.2}), heard(3, {.floor = 0.2});
  for (Conference* conference : {&silent, &heard}) {
    set_positions(conference->world, std::vector<Players>{{{0.4}, {0.1}}, {{0.3}}, {{0.45}}});
    conference->world.voice.message = {0.9};  // worth nothing even to the last
    conference->world.pressure.by_channel.assign(3 * n_channels, 5.0);
  }
  heard.small.scenario.lobbying.strength = 10;
  const Outcome without = silent.held(), with = heard.held();
  CHECK(with.adopted == without.adopted);
  CHECK(with.rounds == without.rounds);
  CHECK(with.lift == without.lift);
  CHECK(with.objects == without.objects);
  heard.world.voice.message = {0.5};
  CHECK(heard.held().lift != without.lift);
}

TEST_CASE("a conference changes nothing in the world but mandates", "[negotiation]") {
  Conference conference(2);
  set_positions(conference.world, {0.4, 0.5});
  const World before = conference.world;
  static_cast<void>(conference.held());
  CHECK(conference.world.status_quo == before.status_quo);
  CHECK(conference.world.vetoes.position == before.vetoes.position);
  CHECK(conference.world.states.position == before.states.position);
  CHECK(conference.world.agreements.empty());
}

}  // namespace
}  // namespace hansa
