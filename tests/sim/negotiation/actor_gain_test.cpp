#include <array>
#include <span>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/negotiation/actor_gain.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::near;

/// An actor at y on its only issue.
struct Alone {
  std::vector<double> position, salience = {1.0};
  explicit Alone(double y) : position{y} {}
  [[nodiscard]] Actor actor(double bound = 1, double stake = 0, double sovereignty = 0) const {
    return {position, salience, bound, stake, sovereignty};
  }
};

/// Targets on one issue at q = .2, followed by half, as the first edition values them.
Terms targets() {
  return {.agenda = {0},
          .depth_weight = {0.8},
          .status_quo = {0.2},
          .pledged = {0},
          .world_constant = {0.0},
          .world_slope = {0.25},
          .force = 0.5,
          .ratchet = 0.25,
          .hardness = 0.4};
}

/// Pledges on the same issue: the world's level is .2 + .1 + .25 u.
Terms pledges() {
  Terms terms = targets();
  terms.pledged = {1};
  terms.world_constant = {0.1};
  return terms;
}

/// Targets as a public good: the world follows by a quarter of the lift.
Terms public_good(double sunk = 1) {
  Terms terms = targets();
  terms.payoff = Payoff::PublicGood;
  terms.sunk = sunk;
  return terms;
}

double gain(const Terms& terms, const Actor& actor, double lift) {
  return gain_of(terms, actor, std::array{lift});
}

TEST_CASE("no agreement on targets is worth 0 to every actor, whatever the payoff", "[actor_gain]") {
  for (const double y : {0.0, 0.2, 0.9}) {
    CHECK(gain(targets(), Alone(y).actor(1, 0.5, 0.5), 0.0) == 0.0);
    CHECK(gain(public_good(), Alone(y).actor(1, 0.5, 0.5), 0.0) == 0.0);
  }
}

TEST_CASE("a target is worth how much nearer it brings a state to its own position", "[actor_gain]") {
  // u = .4 is followed to .2 + .5 * .4 = .4: (.2 - .6)^2 - (.4 - .6)^2
  CHECK(gain(targets(), Alone(0.6).actor(), 0.4) == near(0.16 - 0.04));
  CHECK(gain(targets(), Alone(0.1).actor(), 0.4) == near(0.01 - 0.09));
  // an actor that is not bound has no own part of the gain
  CHECK(gain(targets(), Alone(0.6).actor(0), 0.4) == 0.0);
}

TEST_CASE("what the others do is worth the stake, whether bound or not", "[actor_gain]") {
  // .8 * .25 * .4 = .08 of depth
  CHECK(gain(targets(), Alone(0.6).actor(0, 0.5), 0.4) == near(0.5 * 0.08));
  CHECK(gain(targets(), Alone(0.6).actor(1, -0.5), 0.4) == near(0.12 - 0.5 * 0.08));
}

TEST_CASE("being bound costs sovereignty in proportion to hardness and depth", "[actor_gain]") {
  // .3 * .4 * .8 * .4
  CHECK(gain(targets(), Alone(0.6).actor(1, 0, 0.3), 0.4) == near(0.12 - 0.0384));
  CHECK(gain(targets(), Alone(0.6).actor(0, 0, 0.3), 0.4) == 0.0);
  Terms soft = targets();
  soft.hardness = 0;
  CHECK(gain(soft, Alone(0.6).actor(1, 0, 0.3), 0.4) == near(0.12));
}

TEST_CASE("a pledge is a state's own contribution, drawn by the common text", "[actor_gain]") {
  // y = .6: own(u) = .75 * .6 + .25 (.2 + u) = .5 + .25 u, so at u = .4 it is just y
  CHECK(gain(pledges(), Alone(0.6).actor(), 0.4) == near(0.16));
  CHECK(gain(pledges(), Alone(0.6).actor(), 0.0) == near(0.16 - 0.01));
  CHECK(gain(pledges(), Alone(0.6).actor(), 0.8) == near(0.16 - 0.01));
  // below the status quo a state pledges the status quo: own(u) = .2 + .25 u
  CHECK(gain(pledges(), Alone(0.1).actor(), 0.4) == near(0.01 - 0.04));
}

TEST_CASE("pledges cost no sovereignty and are worth something to others without a common text",
          "[actor_gain]") {
  CHECK(gain(pledges(), Alone(0.6).actor(1, 0, 0.9), 0.4) == near(0.16));
  CHECK(gain(pledges(), Alone(0.6).actor(0, 0.5), 0.0) == near(0.5 * 0.8 * 0.1));
  CHECK(gain(pledges(), Alone(0.6).actor(0, 0.5), 0.4) == near(0.5 * 0.8 * (0.1 + 0.25 * 0.4)));
}

TEST_CASE("the quadratic of a gain is the gain, on every issue of an agenda", "[actor_gain]") {
  Terms terms{.agenda = {2, 0},
              .depth_weight = {0.3, 0.5},
              .status_quo = {0.1, 0.2},
              .pledged = {1, 0},
              .world_constant = {0.05, 0.0},
              .world_slope = {0.1, 0.6},
              .force = 0.7,
              .ratchet = 0.3,
              .hardness = 0.9};
  const std::vector<double> position = {0.7, 0.9, 0.4}, salience = {0.5, 0.3, 0.2};
  const Actor actor{position, salience, 1, 0.2, 0.1};
  std::vector<double> linear(6, 99.0), square(6, 99.0);
  const double constant = write_gain(terms, actor, &linear[1], &square[1], 3);
  for (const auto& [u, v] : {std::pair{0.0, 0.0}, {0.3, 0.0}, {0.0, 0.5}, {0.4, 0.6}}) {
    const double quadratic = constant + u * (linear[1] + square[1] * u) + v * (linear[4] + square[4] * v);
    CHECK(quadratic == near(gain_of(terms, actor, std::array{u, v})));
  }
  CHECK(linear[0] == 99.0);  // only every third cell is written
  CHECK(square[2] == 99.0);
  CHECK(linear[5] == 99.0);
}

TEST_CASE("a public good is worth the world's level at the cost of one's own", "[actor_gain]") {
  // u = .4: world - q = .1, own - q = .2; 2 (.6 - .2) .1 - .2^2
  CHECK(gain(public_good(), Alone(0.6).actor(), 0.4) == near(0.08 - 0.04));
  // who is not bound rides free
  CHECK(gain(public_good(), Alone(0.6).actor(0), 0.4) == near(0.08));
  // who has met half of the obligation pays a quarter
  CHECK(gain(public_good(), Alone(0.6).actor(0.5), 0.4) == near(0.08 - 0.01));
  // who wants less than the status quo loses by the others' effort
  CHECK(gain(public_good(), Alone(0.1).actor(0), 0.4) == near(-0.02));
  // the cost of the status quo counts too if none of it is sunk: 2 y (world - q) - (own^2 - q^2)
  CHECK(gain(public_good(0), Alone(0.6).actor(), 0.4) == near(0.12 - (0.16 - 0.04)));
  // sovereignty costs as ever
  CHECK(gain(public_good(), Alone(0.6).actor(1, 0, 0.3), 0.4) == near(0.04 - 0.0384));
}

TEST_CASE("where all do the same, a public good is worth what one's own level is", "[actor_gain]") {
  for (const double sunk : {0.0, 0.4, 1.0}) {
    Terms shared = public_good(sunk), own = targets();
    shared.world_slope = own.world_slope = {0.5};  // all bound: the world's level is one's own
    for (const double y : {0.1, 0.3, 0.9}) {
      for (const double u : {0.1, 0.5}) {
        CHECK(gain(shared, Alone(y).actor(), u) == near(gain(own, Alone(y).actor(), u)));
      }
    }
  }
}

TEST_CASE("a pledge costs what it helps", "[actor_gain]") {
  // a pledge of .4 with initiative .5 and ratchet .25, followed by half: own - q = .1 + .125 u
  Terms terms = pledges();
  terms.payoff = Payoff::PublicGood;
  terms.initiative = 0.5;
  const Alone state(0.6);
  const std::array pledge{0.4};
  Actor actor = state.actor();
  actor.pledge = pledge;
  for (const double u : {0.0, 0.4}) {
    const double own = 0.1 + 0.125 * u, world = 0.1 + 0.25 * u;
    CHECK(gain(terms, actor, u) == near(2 * 0.4 * world - own * own));
  }
  terms.sunk = 0;
  // own level .35, world's .4
  CHECK(gain(terms, actor, 0.4) == near(2 * 0.6 * 0.2 - (0.35 * 0.35 - 0.2 * 0.2)));
}

TEST_CASE("joining is worth one's own effort, and the others' as far as it hangs on it", "[actor_gain]") {
  const Alone state(0.6);
  Actor actor = state.actor();
  actor.share = 0.3;
  // own effort .2, of which .06 of the world's .1; worth 2 (.6 - .2) = .8 a unit, cost .2^2
  const JoiningGain gain = joining_gain(public_good(), actor, std::array{0.4});
  CHECK(gain.own == near(0.8 * 0.06 - 0.04));
  CHECK(gain.others == near(0.8 * 0.04));
  CHECK(gain.given(0.5) == near(0.8 * 0.08 - 0.04));
  // if all of it hangs on joining, joining is worth what the agreement is
  CHECK(gain.given(1) == near(gain_of(public_good(), actor, std::array{0.4})));
  // an outsider who is not bound joins for the others' effort alone
  CHECK(joining_gain(public_good(), state.actor(0), std::array{0.4}).own == 0.0);
}

TEST_CASE("in the first edition a state counts its own part alone when it joins", "[actor_gain]") {
  const Alone state(0.6);
  const JoiningGain gain = joining_gain(targets(), state.actor(1, 0.5, 0.3), std::array{0.4});
  CHECK(gain.own == near(0.12 - 0.0384));
  CHECK(gain.others == 0.0);
  CHECK(joining_gain(pledges(), state.actor(1, 0.5, 0.3), std::array{0.4}).own == near(0.16));
}

TEST_CASE("the parts of a gain are those of the formula, and add up to it", "[actor_gain]") {
  Terms terms = public_good(0.5);
  terms.stake = 0.1;
  const Alone alone(0.7);
  Actor actor = alone.actor(1, 2, 0.3);
  actor.share = 0.4;
  const double u = 0.5, q = 0.2, c = 0.5, world = 0.25 * u;
  const std::vector<GainParts> parts = split_gain(terms, actor, std::array{u});
  REQUIRE(parts.size() == 1);
  CHECK(parts[0].effort == near(-(c * u) * (c * u) - 2 * (1 - 0.5) * q * c * u));
  CHECK(parts[0].sovereignty == near(-0.3 * 0.4 * 0.8 * u));
  CHECK(parts[0].own == near(2 * (0.7 - 0.5 * q) * 0.4 * c * u));
  CHECK(parts[0].others == near(2 * (0.7 - 0.5 * q) * (world - 0.4 * c * u)));
  CHECK(parts[0].stake == near(0.1 * 2 * 0.8 * world));
  double sum = 0;
  for (const GainPart& part : gain_parts) sum += parts[0].*part.value;
  CHECK(sum == near(gain(terms, actor, u)));
}

TEST_CASE("in the first edition, what the world does reaches an actor by its stake alone", "[actor_gain]") {
  for (const Terms& terms : {targets(), pledges()}) {
    const Alone alone(0.7);
    const Actor actor = alone.actor(1, 2, 0.3);
    const std::vector<GainParts> parts = split_gain(terms, actor, std::array{0.5});
    CHECK(parts[0].own == 0.0);
    CHECK(parts[0].others == 0.0);
    CHECK(parts[0].effort + parts[0].sovereignty + parts[0].stake == near(gain(terms, actor, 0.5)));
  }
}

}  // namespace
}  // namespace hansa
