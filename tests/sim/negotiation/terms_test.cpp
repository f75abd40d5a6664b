#include <array>
#include <span>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/negotiation/terms.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::near;
using test::SmallWorld;

/// An actor at y on one issue that is all it cares for.
struct Alone {
  std::vector<double> position, salience = {1.0};
  explicit Alone(double y) : position{y} {}
  [[nodiscard]] Actor actor(double bound = 1, double stake = 0, double sovereignty = 0) const {
    return {position, salience, bound, stake, sovereignty};
  }
};

/// Targets on one issue at q = .2, followed by half.
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

double gain(const Terms& terms, const Actor& actor, double lift) {
  return gain_of(terms, actor, std::array{lift});
}

TEST_CASE("no agreement on targets is no gain for anybody", "[terms]") {
  for (const double y : {0.0, 0.2, 0.9}) CHECK(gain(targets(), Alone(y).actor(1, 0.5, 0.5), 0.0) == 0.0);
}

TEST_CASE("a target is worth how much nearer it brings a state to its own position", "[terms]") {
  // u = .4 is followed to .2 + .5 * .4 = .4: (.2 - .6)^2 - (.4 - .6)^2
  CHECK(gain(targets(), Alone(0.6).actor(), 0.4) == near(0.16 - 0.04));
  CHECK(gain(targets(), Alone(0.1).actor(), 0.4) == near(0.01 - 0.09));
  // who is not bound neither gains nor loses by its own text
  CHECK(gain(targets(), Alone(0.6).actor(0), 0.4) == 0.0);
}

TEST_CASE("what the others do is worth the stake, whether bound or not", "[terms]") {
  // .8 * .25 * .4 = .08 of depth
  CHECK(gain(targets(), Alone(0.6).actor(0, 0.5), 0.4) == near(0.5 * 0.08));
  CHECK(gain(targets(), Alone(0.6).actor(1, -0.5), 0.4) == near(0.12 - 0.5 * 0.08));
}

TEST_CASE("being bound costs sovereignty in proportion to hardness and depth", "[terms]") {
  // .3 * .4 * .8 * .4
  CHECK(gain(targets(), Alone(0.6).actor(1, 0, 0.3), 0.4) == near(0.12 - 0.0384));
  CHECK(gain(targets(), Alone(0.6).actor(0, 0, 0.3), 0.4) == 0.0);
  Terms soft = targets();
  soft.hardness = 0;
  CHECK(gain(soft, Alone(0.6).actor(1, 0, 0.3), 0.4) == near(0.12));
}

TEST_CASE("a pledge is a state's own contribution, drawn by the common text", "[terms]") {
  // y = .6: own(u) = .75 * .6 + .25 (.2 + u) = .5 + .25 u, so at u = .4 it is just y
  CHECK(gain(pledges(), Alone(0.6).actor(), 0.4) == near(0.16));
  CHECK(gain(pledges(), Alone(0.6).actor(), 0.0) == near(0.16 - 0.01));
  CHECK(gain(pledges(), Alone(0.6).actor(), 0.8) == near(0.16 - 0.01));
  // below the status quo a state pledges the status quo: own(u) = .2 + .25 u
  CHECK(gain(pledges(), Alone(0.1).actor(), 0.4) == near(0.01 - 0.04));
}

TEST_CASE("pledges cost no sovereignty and are worth something to others without a common text", "[terms]") {
  CHECK(gain(pledges(), Alone(0.6).actor(1, 0, 0.9), 0.4) == near(0.16));
  CHECK(gain(pledges(), Alone(0.6).actor(0, 0.5), 0.0) == near(0.5 * 0.8 * 0.1));
  CHECK(gain(pledges(), Alone(0.6).actor(0, 0.5), 0.4) == near(0.5 * 0.8 * (0.1 + 0.25 * 0.4)));
}

TEST_CASE("the quadratic of a gain is the gain, on every issue of an agenda", "[terms]") {
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

TEST_CASE("against staying out a state counts its own part alone", "[terms]") {
  const Alone state(0.6);
  CHECK(own_gain_of(targets(), state.actor(1, 0.5, 0.3), std::array{0.4}) == near(0.12 - 0.0384));
  CHECK(own_gain_of(pledges(), state.actor(1, 0.5, 0.3), std::array{0.4}) == near(0.16));
}

TEST_CASE("the harder the form the more of a text is followed", "[terms]") {
  SmallWorld small(1);
  small.scenario.negotiation.soft_force = 0.1;
  small.scenario.negotiation.hardness = {0.0, 0.5, 1.0};
  const ConferenceFacts& conference = small.add_conference();
  const World world = small.world();
  const std::vector<double> mandates = {0.5};
  CHECK(make_terms(conference, Form::Soft, world, mandates).force == near(0.1));
  CHECK(make_terms(conference, Form::Shell, world, mandates).force == near(0.55));
  CHECK(make_terms(conference, Form::Hard, world, mandates).force == near(1.0));
  CHECK(make_terms(conference, Form::Shell, world, mandates).hardness == 0.5);
}

TEST_CASE("the world moves by the share of power that a text binds", "[terms]") {
  SmallWorld small(3, 2);
  small.now().power = {0.5, 0.3, 0.2};
  ConferenceFacts& conference = small.add_conference();
  conference.bound = {1, 0, 1};
  conference.agenda = {1};
  World world = small.world();
  world.status_quo = {0.1, 0.2};
  const Terms terms = make_terms(conference, Form::Soft, world, std::vector<double>(6, 0.5));
  CHECK(terms.agenda == std::vector<std::size_t>{1});
  CHECK(terms.status_quo == std::vector<double>{0.2});
  CHECK(terms.depth_weight == std::vector<double>{0.5});
  CHECK(terms.pledged == std::vector<char>{0});
  CHECK(terms.world_constant == std::vector<double>{0.0});
  CHECK(terms.world_slope[0] == near(0.7));
  conference.present = {1, 1, 0};  // .5 of .8
  CHECK(make_terms(conference, Form::Soft, world, std::vector<double>(6, 0.5)).world_slope[0] == near(0.625));
}

TEST_CASE("pledges add up to the mean of what those present pledge by themselves", "[terms]") {
  SmallWorld small(3, 2);
  small.scenario.preferences[0].self_determined = true;
  small.scenario.negotiation.ratchet = 0.25;
  small.now().power = {0.5, 0.25, 0.25};
  ConferenceFacts& conference = small.add_conference({.name = "COP", .architecture = Architecture::Pledges});
  conference.present = {1, 1, 0};
  World world = small.world();
  world.status_quo = {0.2, 0.2};
  // issue 0 of each state first; the second wants less than there is, the third is not there
  const Terms terms = make_terms(conference, Form::Soft, world, std::vector{0.8, 0.5, 0.1, 0.5, 1.0, 0.5});
  CHECK(terms.pledged == std::vector<char>{1, 0});
  // mean of .8 and .2 with weights 2 : 1 is .6
  CHECK(terms.world_constant[0] == near(0.75 * (0.6 - 0.2)));
  CHECK(terms.world_slope[0] == near(0.25));
  CHECK(terms.world_constant[1] == 0.0);
}

TEST_CASE("self-determined issues are pledged under pledges alone", "[terms]") {
  SmallWorld small(1);
  small.scenario.preferences[0].self_determined = true;
  const ConferenceFacts& conference = small.add_conference();
  CHECK(make_terms(conference, Form::Soft, small.world(), std::vector{0.5}).pledged == std::vector<char>{0});
}

TEST_CASE("a state at a conference has its own salience, stake and sovereignty", "[terms]") {
  SmallWorld small(2, 2);
  small.now().salience = {0.5, 0.5, 0.25, 0.75};
  small.now().stake = {1.0, 2.0};
  small.scenario.negotiation.stake = 0.1;
  ConferenceFacts& conference = small.add_conference();
  conference.bound = {1, 0};
  World world = small.world();
  world.states.sovereignty = {0.2, 0.3};
  const std::vector<double> position = {0.4, 0.6};
  const Actor actor = actor_at(world, conference, 1, position);
  CHECK(actor.position[1] == 0.6);
  CHECK(actor.salience[0] == 0.25);
  CHECK(actor.salience[1] == 0.75);
  CHECK(actor.bound == 0.0);
  CHECK(actor.stake == near(0.2));
  CHECK(actor.sovereignty == 0.3);
  CHECK(actor_at(world, conference, 0, position).bound == 1.0);
}

}  // namespace
}  // namespace hansa
