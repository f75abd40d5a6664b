#include <catch2/catch.hpp>

#include "sim/negotiation/drafting.hpp"
#include "sim/negotiation/texts.hpp"
#include "tests/sim/negotiation/seated.hpp"

namespace hansa {
namespace {

using test::near;
using test::seated;
using test::set_positions;
using test::SmallWorld;

/// Two states of equal power that table no text of their own.
struct Two {
  SmallWorld small;
  World world;
  explicit Two(std::size_t n_issues = 1) : small(2, n_issues), world(small.world()) {
    NegotiationParams& params = small.scenario.negotiation;
    params.chair_step = params.pull = 0.5;
    params.chair_fade = 0.75;
    params.chair_weight = 0.15;
    params.status_quo_weight = 0.10;
    params.large_states = 0;
    small.add_conference({.name = "COP", .rounds = 10});
  }
};

TEST_CASE("the chair moves to the standing text by a step that fades towards the deadline", "[drafting]") {
  Two two;
  set_positions(two.world, {0.6, 0.0});
  Negotiation negotiation = seated(two.small, two.world);
  // u (1.2 - u) = -(-u^2) at u = .6: the states are torn between the chair's text and none, so the standing
  // is that of the sponsors, .15 : .10, and the standing-weighted text .6 * .6
  for (const auto& [round, step] : {std::pair{1, 0.5 * (1 - 0.75 * 0.1)}, {10, 0.5 * 0.25}}) {
    negotiation.draft = {0.6};
    put_texts(two.small.scenario.negotiation, negotiation);
    redraft(two.small.scenario.negotiation, round, negotiation);
    CHECK(negotiation.draft[0] == Approx(0.6 + step * (0.36 - 0.6)).epsilon(1e-9));
  }
}

TEST_CASE("the urban role enters the chair's text once those who would consult cities have standing",
          "[drafting]") {
  Two two(2);
  two.small.facts.urban_role = 1;
  two.small.scenario.negotiation.large_states = 2;
  const auto drafted = [&](double hurdle, double asked) {
    NegotiationParams& params = two.small.scenario.negotiation;
    params.urban_hurdle = hurdle;
    set_positions(two.world, std::vector<test::Players>{{{0.5, asked}}, {{0.5, 0.1}}});
    Negotiation negotiation = seated(two.small, two.world);
    CHECK(negotiation.seats.hurdled == 1);
    CHECK(negotiation.draft[1] == near(hurdle > 0 ? 0.0 : (asked + 0.1) / 2));
    put_texts(params, negotiation);
    redraft(params, 1, negotiation);
    pull_to_objectors(params, negotiation);
    CHECK(negotiation.draft[0] > 0);
    return negotiation.draft[1];
  };
  CHECK(drafted(0, 0.4) > 0);
  CHECK(drafted(0.05, 0.4) > 0.2);  // it enters at the mean demand
  CHECK(drafted(1, 0.4) == 0);      // no share of standing exceeds 1
  CHECK(drafted(0.05, 0.29) == 0);  // nobody asks for a consultation
}

TEST_CASE("a text that all prefer to no agreement stays", "[drafting]") {
  Two two;
  set_positions(two.world, {0.6, 0.5});
  Negotiation negotiation = seated(two.small, two.world);
  negotiation.draft = {0.4};
  put_texts(two.small.scenario.negotiation, negotiation);
  redraft(two.small.scenario.negotiation, 1, negotiation);
  CHECK(negotiation.draft[0] == Approx(0.4).epsilon(1e-9));
}

TEST_CASE("a cubic contest heeds those who feel strongly, a binary one only how many they are",
          "[drafting]") {
  Two two;
  two.small.now().power = {0.75, 0.25};
  // the first loses .01 by the text, the second gains .05: by proportion 3 : 5, by cubes 3 : 125
  set_positions(two.world, {0.0, 0.3});
  Negotiation negotiation = seated(two.small, two.world);
  const auto redrafted = [&](ContestRule rule) {
    NegotiationParams params = two.small.scenario.negotiation;
    params.contest = rule;
    negotiation.draft = {0.1};
    put_texts(params, negotiation);
    redraft(params, 1, negotiation);
    return negotiation.draft[0];
  };
  const auto expected = [](double chance) {
    const double odds = 0.15 * chance / (0.10 * (1 - chance));
    return 0.1 * (1 - 0.4625 / (1 + odds));
  };
  CHECK(redrafted(ContestRule::Proportional) == Approx(expected(5.0 / 8)).epsilon(1e-9));
  CHECK(redrafted(ContestRule::Cubic) == Approx(expected(125.0 / 128)).epsilon(1e-8));
  // the mean of both: .0075 + .00000075 against .0125 + .00003125
  CHECK(redrafted(ContestRule::Mixed) == Approx(expected(0.01253125 / 0.020032)).epsilon(1e-8));
  CHECK(redrafted(ContestRule::Binary) == Approx(expected(1.0 / 4)).epsilon(1e-8));
}

TEST_CASE("the chair never redrafts below the floor of its conference", "[drafting]") {
  Two two;
  two.small.scenario.conferences[0].floor = 0.5;
  set_positions(two.world, {0.0, 0.0});
  Negotiation negotiation = seated(two.small, two.world);
  put_texts(two.small.scenario.negotiation, negotiation);
  redraft(two.small.scenario.negotiation, 1, negotiation);
  CHECK(negotiation.draft[0] == near(0.5));
}

TEST_CASE("a text is raised to its floor along the gradient of depth", "[drafting]") {
  Two two(2);
  two.small.facts.depth_weight = {0.8, 0.2};
  set_positions(two.world, std::vector<test::Players>(2, {{0.0, 0.0}}));
  Negotiation negotiation = seated(two.small, two.world);
  negotiation.seats.floor = 0.1;
  raise_to_floor(negotiation);
  // .1 (.8, .2) / (.64 + .04)
  CHECK(negotiation.draft[0] == near(0.08 / 0.68));
  CHECK(negotiation.draft[1] == near(0.02 / 0.68));
  // a text that is deep enough stays
  negotiation.draft = {0.125, 0.125};
  negotiation.seats.floor = 0.1;
  raise_to_floor(negotiation);
  CHECK(negotiation.draft == std::vector<double>{0.125, 0.125});
}

TEST_CASE("an issue that is at its ceiling leaves the floor to the others", "[drafting]") {
  Two two(2);
  two.small.facts.depth_weight = {0.8, 0.2};
  two.world.status_quo = {0.95, 0.0};
  set_positions(two.world, std::vector<test::Players>(2, {{0.0, 0.0}}));
  Negotiation negotiation = seated(two.small, two.world);
  negotiation.seats.floor = 0.1;
  raise_to_floor(negotiation);
  CHECK(negotiation.draft[0] == near(0.05));
  CHECK(negotiation.draft[1] == near(0.3));  // .8 * .05 + .2 * .3 = .1
  negotiation.seats.floor = 0.9;
  raise_to_floor(negotiation);  // out of reach: as far as it can
  CHECK(negotiation.draft[0] == near(0.05));
  CHECK(negotiation.draft[1] == near(1.0));
}

TEST_CASE("under pledges what states contribute by themselves counts for the floor", "[drafting]") {
  Two two;
  two.small.facts.self_determined[0] = 1;
  two.small.scenario.conferences[0].architecture = Architecture::Pledges;
  two.small.scenario.negotiation.ratchet = 0.25;
  two.small.scenario.negotiation.soft_force = 0.5;
  set_positions(two.world, {0.2, 0.6});
  Negotiation negotiation = seated(two.small, two.world);
  // contributions alone are .1 * .4 = .04 deep, whatever the form's force
  negotiation.draft = {0.0};
  negotiation.seats.floor = 0.04 - 1e-9;
  raise_to_floor(negotiation);
  CHECK(negotiation.draft[0] == 0.0);
  negotiation.seats.floor = 0.14;
  raise_to_floor(negotiation);
  CHECK(negotiation.draft[0] == near(0.4));  // .25 * .4 more
}

TEST_CASE("a text stays between the status quo and all that can be agreed", "[drafting]") {
  Two two;
  two.world.status_quo = {0.9};
  set_positions(two.world, {1.0, 1.0});
  Negotiation negotiation = seated(two.small, two.world);
  negotiation.draft = {0.7};
  negotiation.lift = {0.7};
  negotiation.sponsor = {1.0};
  negotiation.n_texts = 1;
  redraft(two.small.scenario.negotiation, 1, negotiation);
  CHECK(negotiation.draft[0] == near(0.1));
  negotiation.draft = {-0.2};
  negotiation.lift = {-0.2};
  redraft(two.small.scenario.negotiation, 1, negotiation);
  CHECK(negotiation.draft[0] == 0.0);
}

/// Makes a state object to the chair's text, with this loss of its worst player.
void object(Negotiation& negotiation, std::size_t i, std::size_t worst, double loss) {
  negotiation.objects[i] = 1;
  negotiation.worst[i] = worst;
  negotiation.loss[i] = loss;
}

TEST_CASE("the chair goes halfway to what an objector could accept", "[drafting]") {
  Two two;
  set_positions(two.world, {0.1, 0.9});
  Negotiation negotiation = seated(two.small, two.world);
  // at y = .1 a state accepts up to .2: .8 of the way from .6 to its ideal .1
  negotiation.draft = {0.6};
  object(negotiation, 0, 0, 0.24);
  pull_to_objectors(two.small.scenario.negotiation, negotiation);
  CHECK(negotiation.draft[0] == near(0.6 + 0.5 * 0.8 * (0.1 - 0.6)));
}

TEST_CASE("what the chair does not know of an objector it goes too short a way", "[drafting]") {
  Two two;
  set_positions(two.world, {0.1, 0.9});
  Negotiation negotiation = seated(two.small, two.world);
  negotiation.draft = {0.6};
  negotiation.seats.misjudged[0] = 0.25;
  object(negotiation, 0, 0, 0.24);
  pull_to_objectors(two.small.scenario.negotiation, negotiation);
  CHECK(negotiation.draft[0] == near(0.6 + 0.5 * 0.8 * 0.75 * (0.1 - 0.6)));
}

TEST_CASE("objectors draw by power and loss", "[drafting]") {
  Two two;
  two.small.now().power = {0.25, 0.75};
  set_positions(two.world, {0.1, 0.2});
  Negotiation negotiation = seated(two.small, two.world);
  negotiation.draft = {0.6};
  object(negotiation, 0, 0, 0.6 * 0.4);  // to .1 by .8 of the way: -.4
  object(negotiation, 1, 1, 0.6 * 0.2);  // accepts up to .4, to .2 by half of the way: -.2
  pull_to_objectors(two.small.scenario.negotiation, negotiation);
  const double first = 0.25 * 0.24, second = 0.75 * 0.12;
  CHECK(negotiation.draft[0] == near(0.6 - 0.5 * (first * 0.4 + second * 0.2) / (first + second)));
}

TEST_CASE("where a state's veto players cannot agree the chair goes towards no agreement", "[drafting]") {
  Two two(2);
  set_positions(two.world, std::vector<test::Players>{{{0.5, 0.0}, {0.0, 0.5}}, {{1.0, 1.0}}});
  Negotiation negotiation = seated(two.small, two.world);
  // the ideal of the first player, (.5, 0), is worse than nothing for the second; on the way from (.8, .8) to
  // none each accepts from s (1 - 2 s) / 2 = 0, s = .5, on: .375 of the way
  negotiation.draft = {0.8, 0.8};
  object(negotiation, 0, 0, 0.24);
  pull_to_objectors(two.small.scenario.negotiation, negotiation);
  CHECK(negotiation.draft[0] == near(0.8 * (1 - 0.5 * 0.375)));
  CHECK(negotiation.draft[1] == near(0.8 * (1 - 0.5 * 0.375)));
}

TEST_CASE("without objections the chair's text stays", "[drafting]") {
  Two two;
  set_positions(two.world, {0.1, 0.9});
  Negotiation negotiation = seated(two.small, two.world);
  negotiation.draft = {0.6};
  pull_to_objectors(two.small.scenario.negotiation, negotiation);
  CHECK(negotiation.draft[0] == 0.6);
}

}  // namespace
}  // namespace hansa
