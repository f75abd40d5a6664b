#include <cmath>
#include <span>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/sim/negotiation/seated.hpp"

namespace hansa {
namespace {

using test::near;
using test::seated;
using test::set_positions;
using test::SmallWorld;

TEST_CASE("states present sit at the table with their power and the EU without", "[conference]") {
  SmallWorld small(4);
  small.now().power = {0.5, 0.3, 0.2, 0.0};
  small.make_eu(3);
  small.add_conference().present = {1, 0, 1, 1};
  World world = small.world();
  set_positions(world, {0.5, 0.5, 0.5, 0.5});
  const Negotiation negotiation = seated(small, world);
  CHECK(negotiation.seats.power == std::vector<double>{0.5, 0.0, 0.2, 0.0});
  CHECK(negotiation.seats.n_heads == 2);
  CHECK(negotiation.seats.total_power == near(0.7));
}

TEST_CASE("a delegation demands what its mandate says above the status quo", "[conference]") {
  SmallWorld small(2);
  World world = small.world();
  world.status_quo = {0.25};
  set_positions(world, {0.75, 0.125});
  const Negotiation negotiation = seated(small, world);
  CHECK(negotiation.demand == std::vector<double>{0.5, 0.0});
  CHECK(negotiation.seats.highest == std::vector<double>{0.75});
}

TEST_CASE("the chair opens with the mean demand by power of those present", "[conference]") {
  SmallWorld small(3);
  small.now().power = {0.6, 0.2, 0.2};
  small.add_conference().present = {1, 1, 0};
  World world = small.world();
  set_positions(world, {0.2, 0.6, 1.0});
  CHECK(seated(small, world).draft[0] == near(0.75 * 0.2 + 0.25 * 0.6));
}

TEST_CASE("delegations gain by their mandates and veto players by their own positions", "[conference]") {
  SmallWorld small(1);
  World world = small.world();
  set_positions(world, std::vector<test::Players>{{{0.5}, {0.25}}});
  world.states.mandate = {0.75};  // as it was once
  world.vetoes.lobbied = {0.5, 0.375};
  const Negotiation negotiation = seated(small, world);
  // u (2 y - u)
  CHECK(negotiation.seats.linear == std::vector<double>{1.5});
  CHECK(negotiation.seats.square == std::vector<double>{-1.0});
  CHECK(negotiation.seats.player_linear == std::vector<double>{1.0, 0.75});
  CHECK(negotiation.seats.player_square == std::vector<double>{-1.0, -1.0});
  CHECK(negotiation.seats.constant == std::vector<double>{0.0});
}

TEST_CASE("the most powerful states present table texts of their own", "[conference]") {
  SmallWorld small(5);
  small.now().power = {0.1, 0.3, 0.3, 0.2, 0.1};
  small.scenario.negotiation.large_states = 2;
  small.add_conference();
  World world = small.world();
  set_positions(world, std::vector<double>(5, 0.5));
  CHECK(seated(small, world).seats.proposing == std::vector<std::size_t>{1, 2});
  small.facts.conferences[0].present[1] = 0;
  CHECK(seated(small, world).seats.proposing == std::vector<std::size_t>{2, 3});
  small.scenario.negotiation.large_states = 50;
  CHECK(seated(small, world).seats.proposing == std::vector<std::size_t>{2, 3, 0, 4});
}

TEST_CASE("a state splits its power over the texts that it sponsors", "[conference]") {
  SmallWorld small(3);
  small.now().power = {0.6, 0.3, 0.1};
  small.scenario.negotiation.large_states = 1;
  small.put_in_bloc(0, "basic");
  small.put_in_bloc(0, "g77");
  small.put_in_bloc(1, "basic");
  small.put_in_bloc(1, "g77");
  World world = small.world();
  set_positions(world, {0.5, 0.5, 0.5});
  const Negotiation negotiation = seated(small, world);
  CHECK(negotiation.seats.sponsorship[0] == near(0.2));  // two blocs and its own
  CHECK(negotiation.seats.sponsorship[1] == near(0.15));
  CHECK(negotiation.seats.sponsorship[2] == 0.0);  // sponsors none
}

TEST_CASE("the chair misjudges states the less the better networks inform delegations", "[conference]") {
  SmallWorld small(50);
  small.scenario.negotiation.uncertainty = 0.3;
  World world = small.world();
  set_positions(world, std::vector<double>(50, 0.5));
  const std::vector<double> alone = seated(small, world).seats.misjudged;
  world.voice.coverage = world.voice.coherence = world.voice.attention_left = 1;
  world.pressure.influence = 1;
  CHECK(seated(small, world).seats.misjudged == alone);  // networks have no access
  world.voice.access = 0.5;
  const std::vector<double> informed = seated(small, world).seats.misjudged;
  small.scenario.networks.functions.inform = 4;
  const std::vector<double> well_informed = seated(small, world).seats.misjudged;
  small.now().openness.assign(50, 0.0);  // every delegation is closed to them
  CHECK(seated(small, world).seats.misjudged == alone);
  small.now().openness.assign(50, 1.0);
  small.scenario.networks.functions.inform = 0;
  CHECK(seated(small, world).seats.misjudged == alone);
  double sum = 0;
  for (std::size_t i = 0; i < 50; ++i) {
    CHECK((alone[i] > 0 && alone[i] < 0.3));
    CHECK(informed[i] == near(0.5 * alone[i]));
    CHECK(well_informed[i] == 0.0);
    sum += alone[i];
  }
  CHECK(sum / 50 == Approx(0.15).margin(4 * 0.3 / std::sqrt(12.0 * 50)));
}

TEST_CASE("the harder the form the more of a text is followed", "[conference]") {
  SmallWorld small(1);
  small.scenario.negotiation.soft_force = 0.1;
  small.scenario.negotiation.hardness = {0.0, 0.5, 1.0};
  const ConferenceFacts& conference = small.add_conference();
  const World world = small.world();
  const std::vector<double> mandates = {0.5};
  CHECK(make_terms(small.scenario.negotiation, conference, Form::Soft, world, mandates).force == near(0.1));
  CHECK(make_terms(small.scenario.negotiation, conference, Form::Shell, world, mandates).force == near(0.55));
  CHECK(make_terms(small.scenario.negotiation, conference, Form::Hard, world, mandates).force == near(1.0));
  CHECK(make_terms(small.scenario.negotiation, conference, Form::Shell, world, mandates).hardness == 0.5);
}

TEST_CASE("the world moves by the share of power that a text binds", "[conference]") {
  SmallWorld small(3, 2);
  small.now().power = {0.5, 0.3, 0.2};
  ConferenceFacts& conference = small.add_conference();
  conference.bound = {1, 0, 1};
  conference.agenda = {1};
  World world = small.world();
  world.status_quo = {0.1, 0.2};
  const Terms terms =
      make_terms(small.scenario.negotiation, conference, Form::Soft, world, std::vector<double>(6, 0.5));
  CHECK(terms.agenda == std::vector<std::size_t>{1});
  CHECK(terms.status_quo == std::vector<double>{0.2});
  CHECK(terms.depth_weight == std::vector<double>{0.5});
  CHECK(terms.pledged == std::vector<char>{0});
  CHECK(terms.world_constant == std::vector<double>{0.0});
  CHECK(terms.world_slope[0] == near(0.7));
  conference.present = {1, 1, 0};  // .5 of .8
  CHECK(make_terms(small.scenario.negotiation, conference, Form::Soft, world, std::vector<double>(6, 0.5))
            .world_slope[0] == near(0.625));
}

TEST_CASE("pledges add up to the mean of what those present pledge by themselves", "[conference]") {
  SmallWorld small(3, 2);
  small.facts.self_determined[0] = 1;
  small.scenario.negotiation.ratchet = 0.25;
  small.scenario.negotiation.initiative = 0.5;
  small.now().power = {0.5, 0.25, 0.25};
  ConferenceFacts& conference = small.add_conference({.name = "COP", .architecture = Architecture::Pledges});
  conference.present = {1, 1, 0};
  World world = small.world();
  world.status_quo = {0.2, 0.2};
  // issue 0 of each state; the second wants less than the status quo, the third is absent
  const Terms terms = make_terms(small.scenario.negotiation, conference, Form::Soft, world,
                                 std::vector{0.8, 0.5, 0.1, 0.5, 1.0, 0.5});
  CHECK(terms.pledged == std::vector<char>{1, 0});
  // mean of .8 and .2 with weights 2 : 1 is .6, and states pledge half of the way
  CHECK(terms.world_constant[0] == near(0.5 * (0.6 - 0.2)));
  CHECK(terms.world_slope[0] == near(0.25));
  CHECK(terms.world_constant[1] == 0.0);
  // in the first edition they pledge all of it, but for what the common text determines
  small.scenario.negotiation.payoff = Payoff::Own;
  const Terms first = make_terms(small.scenario.negotiation, conference, Form::Soft, world,
                                 std::vector{0.8, 0.5, 0.1, 0.5, 1.0, 0.5});
  CHECK(first.world_constant[0] == near(0.75 * (0.6 - 0.2)));
  CHECK(first.world_slope[0] == near(0.25));
}

TEST_CASE("the world follows by the share of the power that a text binds and has not met it",
          "[conference]") {
  SmallWorld small(3);
  small.now().power = {0.5, 0.25, 0.25};
  ConferenceFacts& conference = small.add_conference();
  conference.bound = {1, 1, 0};
  conference.met = {0.0, 0.8, 0.0};
  const Terms terms = make_terms(small.scenario.negotiation, conference, Form::Soft, small.world(),
                                 std::vector{0.5, 0.5, 0.5});
  CHECK(terms.effort[1] == near(0.2));
  CHECK(terms.world_slope[0] == near(0.5 + 0.25 * 0.2));
}

TEST_CASE("executives alone judge what must be ratified, all veto players what binds at once",
          "[conference]") {
  SmallWorld small(1);
  small.add_conference();
  World world = small.world();
  set_positions(world, {test::Players{{0.8}, {0.1}}});
  const auto players = [&](Form form) {
    const ConferenceFacts& conference = small.facts.conferences[0];
    const Terms terms = make_terms(small.scenario.negotiation, conference, form, world, world.states.mandate);
    return seat_conference(small.scenario.negotiation, {}, 0.0, conference, terms, world).first[1];
  };
  CHECK(players(Form::Soft) == 2);
  CHECK(players(Form::Shell) == 1);
  CHECK(players(Form::Hard) == 1);
  small.scenario.negotiation.at_table = AtTable::Players;
  CHECK(players(Form::Hard) == 2);
}

TEST_CASE("self-determined issues are pledged under pledges alone", "[conference]") {
  SmallWorld small(1);
  small.facts.self_determined[0] = 1;
  const ConferenceFacts& conference = small.add_conference();
  CHECK(make_terms(small.scenario.negotiation, conference, Form::Soft, small.world(), std::vector{0.5})
            .pledged == std::vector<char>{0});
}

TEST_CASE("a state at a conference has its own salience, stake and sovereignty", "[conference]") {
  SmallWorld small(2, 2);
  small.now().salience = {0.5, 0.5, 0.25, 0.75};
  small.now().stake = {1.0, 2.0};
  ConferenceFacts& conference = small.add_conference();
  conference.bound = {1, 0};
  World world = small.world();
  world.states.sovereignty = {0.2, 0.3};
  const std::vector<double> position = {0.4, 0.6}, position_of_all = {0.4, 0.6, 0.4, 0.6};
  const Terms terms = make_terms(small.scenario.negotiation, conference, Form::Soft, world, position_of_all);
  const Actor actor = actor_at(world, terms, 1, position);
  CHECK(actor.position[1] == 0.6);
  CHECK(actor.salience[0] == 0.25);
  CHECK(actor.salience[1] == 0.75);
  CHECK(actor.bound == 0.0);
  CHECK(actor.stake == 2.0);
  CHECK(actor.sovereignty == 0.3);
  CHECK(actor.share == 0.5);
  CHECK(actor_at(world, terms, 0, position).bound == 1.0);
}

}  // namespace
}  // namespace hansa
