#include <catch2/catch.hpp>

#include "sim/phases/feedback.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::add_network;
using test::near;
using test::SmallWorld;

TEST_CASE("what cities get from a text goes by its content on their role", "[feedback]") {
  CHECK(urban_level({}, 0.0) == 0);
  CHECK(urban_level({}, 0.0999) == 0);
  CHECK(urban_level({}, 0.1) == 1);
  CHECK(urban_level({}, 0.3) == 2);
  CHECK(urban_level({}, 0.6) == 3);
  CHECK(urban_level({}, 0.849) == 3);
  CHECK(urban_level({}, 0.85) == 4);
  CHECK(urban_level({}, 1.0) == 4);
}

/// A conference of three states, one of them absent, on two issues, of which the second is the role of
/// cities.
struct Settled {
  SmallWorld small{3, 2};
  World world;
  Outcome outcome;
  explicit Settled(ConferenceParams params = {}) : world(small.world()) {
    small.facts.urban_role = 1;
    params.name = "COP";
    small.add_conference(std::move(params)).present = {1, 0, 1};
    world.status_quo = {0.2, 0.1};
    outcome = {.adopted = true,
               .form = Form::Shell,
               .terms = {.agenda = {0, 1}, .status_quo = {0.2, 0.1}, .hardness = 0.4},
               .rounds = 5,
               .depth = 0.15,
               .lift = {0.5, 0.25},
               .effective = {0.3, 0.05},
               .objects = {0, 0, 0}};
  }
};

TEST_CASE("an adopted text becomes an agreement, and lifts nothing by itself", "[feedback]") {
  Settled settled;
  settle(settled.small.scenario.feedback, 0, settled.outcome, settled.world);
  REQUIRE(settled.world.agreements.size() == 1);
  const Agreement& agreement = settled.world.agreements[0];
  CHECK(agreement.conference == 0);
  CHECK(agreement.year == 2000);
  CHECK(agreement.form == Form::Shell);
  CHECK(agreement.depth == 0.15);
  CHECK(agreement.lift == std::vector<double>{0.5, 0.25});
  CHECK(settled.world.status_quo == std::vector<double>{0.2, 0.1});
  CHECK(agreement.delivered == std::vector<double>{0.0, 0.0});
}

TEST_CASE("a decision binds those present at once", "[feedback]") {
  Settled settled;
  settle(settled.small.scenario.feedback, 0, settled.outcome, settled.world);
  CHECK(settled.world.agreements[0].joined == std::vector<int>{24011, Agreement::never, 24011});
  CHECK(settled.world.agreements[0].entered_force == near(2000 + 11.0 / 12));
}

TEST_CASE("a treaty waits to be joined", "[feedback]") {
  Settled settled({.treaty = {.name = "treaty"}});
  settle(settled.small.scenario.feedback, 0, settled.outcome, settled.world);
  CHECK(settled.world.agreements[0].joined == std::vector<int>(3, Agreement::never));
  CHECK(std::isinf(settled.world.agreements[0].entered_force));
}

TEST_CASE("the place of cities in a text is counted by its words", "[feedback]") {
  Settled settled;
  settle(settled.small.scenario.feedback, 0, settled.outcome, settled.world);
  CHECK(settled.world.season.mentions == 0.5);  // .1 + .25: consultation, two of four
  settled.world.status_quo = {0.2, 0.1};
  settled.outcome.lift = {0.5, 0.8};
  settle(settled.small.scenario.feedback, 0, settled.outcome, settled.world);
  CHECK(settled.world.season.mentions == 1.5);  // and a seat
}

TEST_CASE("a conference that fails leaves nothing but its doors", "[feedback]") {
  Settled settled({.access = Access::Advisory});
  settled.outcome.adopted = false;
  settle(settled.small.scenario.feedback, 0, settled.outcome, settled.world);
  CHECK(settled.world.agreements.empty());
  CHECK(settled.world.status_quo == std::vector<double>{0.2, 0.1});
  CHECK(settled.world.season.mentions == 0.0);
  CHECK(settled.world.season.admitted == Access::Advisory);
}

TEST_CASE("the widest open door of a year counts", "[feedback]") {
  Settled settled({.access = Access::Observer});
  settled.world.season.admitted = Access::Assembly;
  settle(settled.small.scenario.feedback, 0, settled.outcome, settled.world);
  CHECK(settled.world.season.admitted == Access::Assembly);
}

/// One network with a stock of soft power, on a rung, in a year that admits all rungs.
struct Network {
  SmallWorld small{1};
  World world;
  Network(double soft_power, Access access) : world(small.world()) {
    FeedbackParams& params = small.scenario.feedback;
    params = {.forgetting = 0.1, .instruments = 0.5, .mentions = 0.5, .access = 0.2};
    params.nearness = {0, 0.1, 0.2, 0.4, 0.55, 0.7, 1};
    add_network(world, {});
    world.networks.soft_power = {soft_power};
    test::set_rung(world, 0, access);
    world.season.admitted = Access::Drafting;
  }
  void feed_back(double symbolise = 1) { hansa::feed_back(small.scenario.feedback, symbolise, true, world); }
};

TEST_CASE("soft power comes from instruments, mentions and access and fades", "[feedback]") {
  Network network(2.0, Access::Consultative);
  network.world.networks.declarations = {3};
  network.world.networks.share = {0.25};
  network.world.season.mentions = 2.0;
  network.feed_back();
  CHECK(network.world.networks.soft_power[0] ==
        near(0.9 * 2.0 + 0.5 * 3 + 0.5 * 0.25 * 0.4 * 2.0 + 0.2 * 0.4));
}

TEST_CASE("networks that do not symbolise gain no soft power", "[feedback]") {
  Network network(2.0, Access::Consultative);
  network.world.networks.declarations = {3};
  network.feed_back(0);
  CHECK(network.world.networks.soft_power[0] == near(1.8));
}

TEST_CASE("a network that drafts gains by it where a conference lets it", "[feedback]") {
  Network inside(2.0, Access::Drafting), outside(2.0, Access::Drafting);
  outside.world.season.admitted = Access::Assembly;
  inside.feed_back();
  outside.feed_back();
  CHECK(inside.world.networks.soft_power[0] == near(1.8 + 0.5 + 0.2));
  CHECK(outside.world.networks.soft_power[0] == near(1.8 + 0.2));
}

TEST_CASE("soft power opens no doors", "[feedback]") {
  Network network(100.0, Access::Invited);
  network.feed_back();
  CHECK(network.world.networks.rung(0) == Access::Invited);
}

TEST_CASE("dead networks gain nothing", "[feedback]") {
  Network network(100.0, Access::None);
  network.world.networks.alive = {0};
  network.feed_back();
  CHECK(network.world.networks.soft_power[0] == 100.0);
}

}  // namespace
}  // namespace hansa
