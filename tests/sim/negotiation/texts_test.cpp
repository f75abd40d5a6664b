#include <catch2/catch.hpp>

#include "sim/negotiation/texts.hpp"
#include "tests/sim/negotiation/seated.hpp"

namespace hansa {
namespace {

using test::near;
using test::seated;
using test::set_positions;
using test::SmallWorld;

/// Two states: the first, at .2, has three quarters of the power and is in BASIC and the G77; the second, at
/// .6, is in the G77 and not large.
struct Two {
  SmallWorld small{2};
  World world;
  Two() : world(small.world()) {
    small.now().power = {0.75, 0.25};
    small.scenario.negotiation.large_states = 1;
    small.scenario.negotiation.chair_weight = 0.15;
    small.scenario.negotiation.status_quo_weight = 0.10;
    small.put_in_bloc(0, "basic");
    small.put_in_bloc(0, "g77");
    small.put_in_bloc(1, "g77");
    set_positions(world, {0.2, 0.6});
  }
  Negotiation opened() {
    Negotiation result = seated(small, world);
    put_texts(small.scenario.negotiation, result);
    result.lift.resize(result.n_texts * result.seats.n_issues);
    return result;
  }
};

TEST_CASE("the chair, no agreement, the blocs and the large states put texts on the table", "[texts]") {
  Two two;
  const Negotiation negotiation = two.opened();
  REQUIRE(negotiation.n_texts == 5);
  REQUIRE(negotiation.sponsor.size() == 5);
  CHECK(negotiation.lift[0] == near(0.3));  // the mean demand by power
  CHECK(negotiation.sponsor[0] == 0.15);
  CHECK(negotiation.lift[1] == 0.0);
  CHECK(negotiation.sponsor[1] == 0.10);
  CHECK(negotiation.lift[2] == near(0.2));  // BASIC: a third of the first state's power
  CHECK(negotiation.sponsor[2] == near(0.25));
  CHECK(negotiation.lift[3] == near(0.3));  // the G77: mean by power, a third of the one and all of the other
  CHECK(negotiation.sponsor[3] == near(0.25 + 0.25));
  CHECK(negotiation.lift[4] == near(0.2));  // the first state's own
  CHECK(negotiation.sponsor[4] == near(0.25));
}

TEST_CASE("the power behind all texts but the chair's and none is that of the states", "[texts]") {
  Two two;
  const Negotiation negotiation = two.opened();
  CHECK(negotiation.sponsor[2] + negotiation.sponsor[3] + negotiation.sponsor[4] == near(1.0));
}

TEST_CASE("a bloc whose members are all away tables nothing", "[texts]") {
  Two two;
  two.small.add_conference().present = {0, 1};
  const Negotiation negotiation = two.opened();
  REQUIRE(negotiation.n_texts == 4);
  CHECK(negotiation.lift[2] == near(0.6));  // the G77, where only the second state is left
  CHECK(negotiation.sponsor[2] == near(0.125));
  CHECK(negotiation.lift[3] == near(0.6));  // now the largest state
}

TEST_CASE("there are never more texts than the table holds", "[texts]") {
  Two two;
  two.small.scenario.negotiation.max_texts = 4;
  const Negotiation negotiation = two.opened();
  CHECK(negotiation.n_texts == 4);
  CHECK(negotiation.sponsor.size() == 4);
}

TEST_CASE("texts follow demands from round to round", "[texts]") {
  Two two;
  Negotiation negotiation = seated(two.small, two.world);
  put_texts(two.small.scenario.negotiation, negotiation);
  negotiation.demand = {0.0, 0.4};
  negotiation.draft = {0.05};
  put_texts(two.small.scenario.negotiation, negotiation);
  REQUIRE(negotiation.n_texts == 5);
  CHECK(negotiation.lift[0] == 0.05);
  CHECK(negotiation.lift[3] == near(0.1));
}

/// The same with networks that are all at the drafting table and ask for .9.
struct Drafting : Two {
  Drafting() {
    world.status_quo = {0.1};
    world.voice.coverage = 0.5;
    world.voice.coherence = 0.8;
    world.voice.attention_left = 1.0;
    world.voice.drafting = 1.0;
    world.voice.message = {0.9};
    world.pressure.influence = 0.5;
    small.scenario.negotiation.draft_weight = 0.05;
  }
};

TEST_CASE("networks at the drafting table put their message on it with the weight of their voice",
          "[texts]") {
  Drafting two;
  const Negotiation negotiation = two.opened();
  REQUIRE(negotiation.n_texts == 6);
  CHECK(negotiation.lift[2] == near(0.8));
  CHECK(negotiation.sponsor[2] == near(0.05 * 0.5 * 0.4));
  two.world.voice.drafting = 0.25;
  two.small.scenario.networks.functions.negotiate = 2;
  CHECK(two.opened().sponsor[2] == near(0.05 * 0.5 * 0.4 * 0.25 * 2));
}

TEST_CASE("networks that ask for less than there is draft no step back", "[texts]") {
  Drafting two;
  two.world.voice.message = {0.05};
  CHECK(two.opened().lift[2] == 0.0);
}

TEST_CASE("networks without influence or without a seat draft nothing", "[texts]") {
  Drafting mute, outside, off;
  mute.world.pressure.influence = 0;
  outside.world.voice.drafting = 0;
  off.small.scenario.networks.functions.negotiate = 0;
  for (Drafting* two : {&mute, &outside, &off}) CHECK(two->opened().n_texts == 5);
}

}  // namespace
}  // namespace hansa
