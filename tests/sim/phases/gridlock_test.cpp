#include <cmath>
#include <numeric>

#include <catch2/catch.hpp>

#include "sim/phases/gridlock.hpp"
#include "support/numbers/reals.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::near;
using test::SmallWorld;

/// 200 states, alike, with three veto players at some distance, hardened at a level of the dial.
struct Hardened {
  SmallWorld small{200, 2};
  GridlockParams params;
  World world;
  Hardened(double level, GridlockParams given = {}, double checks = 3, double polarisation = 2)
      : params(given), world(small.world()) {
    params.level = level;
    small.now().checks.assign(200, checks);
    small.now().polarisation.assign(200, polarisation);
    small.make_eu(199);
    world.states.logit.assign(400, std::log(3.0));
    harden(params, world);
  }
  [[nodiscard]] std::size_t n_players(std::size_t i) const {
    return world.vetoes.first[i + 1] - world.vetoes.first[i];
  }
};

TEST_CASE("without gridlock every state has one will and may do as it likes", "[gridlock]") {
  const Hardened hardened(0.0);
  for (std::size_t i = 0; i < 200; ++i) {
    REQUIRE(hardened.n_players(i) == 1);
    REQUIRE(hardened.world.states.paralysed[i] == 0);
    REQUIRE(hardened.world.states.sovereignty[i] == 0.0);
    REQUIRE(hardened.world.states.position[2 * i] == near(0.75));
  }
  CHECK(hardened.world.vetoes.position == hardened.world.states.position);
}

TEST_CASE("veto players only ever appear when the dial rises", "[gridlock]") {
  Hardened before(0.0);
  for (const double level : {0.1, 0.3, 0.5, 0.51, 0.8, 1.0}) {
    Hardened now(level, {.common_shock = 0});
    for (std::size_t i = 0; i < 200; ++i) {
      REQUIRE(now.n_players(i) >= before.n_players(i));
      REQUIRE(now.n_players(i) <= VetoStore::most);
      REQUIRE(now.world.states.paralysed[i] >= before.world.states.paralysed[i]);
    }
    before.world = now.world;
  }
}

TEST_CASE("in the middle of the dial a state has the veto players of the table, at the top twice as many",
          "[gridlock]") {
  const auto [level, checks, players] = GENERATE(table<double, double, std::size_t>({{0.5, 1.0, 1},
                                                                                     {0.5, 2.0, 2},
                                                                                     {0.5, 3.0, 3},
                                                                                     {0.5, 5.0, 5},
                                                                                     {0.25, 3.0, 2},
                                                                                     {0.25, 5.0, 3},
                                                                                     {1.0, 1.0, 1},
                                                                                     {1.0, 2.0, 3},
                                                                                     {1.0, 3.0, 5},
                                                                                     {1.0, 5.0, 5}}));
  const Hardened hardened(level, {}, checks);
  for (std::size_t i = 0; i < 199; ++i) REQUIRE(hardened.n_players(i) == players);
  CHECK(hardened.n_players(199) == 1);  // the EU
}

TEST_CASE("a fraction of a veto player is one in as many realizations", "[gridlock]") {
  const Hardened hardened(0.5, {}, 2.3);
  const double n = 199;  // one further player, and a second one with a chance of .3
  CHECK(static_cast<double>(hardened.world.vetoes.first.back()) - 200 ==
        Approx(n * 1.3).margin(4 * std::sqrt(n * 0.3 * 0.7)));
}

TEST_CASE("veto players that are not polarised want what their executive wants", "[gridlock]") {
  const Hardened together(0.5, {}, 5, 0), apart(0.5, {}, 5, 1);
  for (std::size_t i = 0; i < 199; ++i) {
    for (std::size_t v = together.world.vetoes.first[i]; v < together.world.vetoes.first[i + 1]; ++v) {
      REQUIRE(together.world.vetoes.position[2 * v] == together.world.states.position[2 * i]);
      const bool executive = v == together.world.vetoes.first[i];
      REQUIRE((apart.world.vetoes.position[2 * v] == apart.world.states.position[2 * i]) == executive);
    }
  }
}

TEST_CASE("governments of many veto players are paralysed more often", "[gridlock]") {
  SmallWorld small(400, 1);
  for (std::size_t i = 0; i < 400; ++i) small.now().checks[i] = i < 200 ? 1 : 3;  // mean 2
  World world = small.world();
  harden({.level = 0.5, .paralysis = 1, .paralysis_rate = 0.5}, world);
  const auto& paralysed = world.states.paralysed;
  CHECK(std::accumulate(paralysed.begin(), paralysed.begin() + 200, 0) ==
        Approx(200 * 0.125).margin(4 * std::sqrt(200 * 0.125 * 0.875)));
  CHECK(std::accumulate(paralysed.begin() + 200, paralysed.end(), 0) ==
        Approx(200 * 0.375).margin(4 * std::sqrt(200 * 0.375 * 0.625)));
}

TEST_CASE("each part of the dial can be swept alone", "[gridlock]") {
  const Hardened no_polarisation(1.0, {.polarisation = 0}), no_paralysis(1.0, {.paralysis = 0}),
      no_cost(1.0, {.sovereignty_cost = 0});
  const auto n_paralysed = [](const Hardened& hardened) {
    return std::accumulate(hardened.world.states.paralysed.begin(), hardened.world.states.paralysed.end(), 0);
  };
  CHECK(no_polarisation.world.vetoes.first.back() == 200);
  CHECK(n_paralysed(no_polarisation) > 0);
  CHECK(no_polarisation.world.states.sovereignty[0] > 0);
  CHECK(no_paralysis.world.vetoes.first.back() > 200);
  CHECK(n_paralysed(no_paralysis) == 0);
  CHECK(no_cost.world.vetoes.first.back() > 200);
  CHECK(n_paralysed(no_cost) > 0);
  CHECK(no_cost.world.states.sovereignty[0] == 0.0);
}

TEST_CASE("a veto player's position is set by its distance from the executive", "[gridlock]") {
  SmallWorld small(1, 2);
  const GridlockParams params{.level = 0.5, .polarisation = 2, .spread = 1.5, .common_shock = 0};
  World world = small.world();
  small.now().checks = {1.25};
  small.now().polarisation = {1};
  world.states.logit = {0.5, -0.5};
  world.vetoes.threshold = {0.0, 0.0, 0.0, 0.0};  // one further player appears
  world.vetoes.shift = {1.0, -2.0, 9, 9, 9, 9, 9, 9};
  harden(params, world);
  REQUIRE(world.vetoes.first == std::vector<std::size_t>{0, 2});
  CHECK(world.vetoes.position[0] == near(logistic(0.5)));
  CHECK(world.vetoes.position[1] == near(logistic(-0.5)));
  CHECK(world.vetoes.position[2] == near(logistic(0.5 + 1.5 * 2 * 0.5 * 2 * 0.5 * 1.0)));
  CHECK(world.vetoes.position[3] == near(logistic(-0.5 - 1.5 * 2 * 0.5 * 2 * 0.5 * 2.0)));
}

TEST_CASE("the common shock moves all alike and anew each year", "[gridlock]") {
  SmallWorld small(2, 1, 2);
  const GridlockParams params{.level = 0.5, .polarisation = 0, .common_shock = 0.4};
  World world = small.world();
  world.states.logit = {1.0, -1.0};
  harden(params, world);
  const double shock = logit(world.states.position[0]) - 1.0;
  CHECK(shock == Approx(0.5 * 0.4 * world.draws.normal(Purpose::CommonShock, 2000, 0)).epsilon(1e-9));
  CHECK(logit(world.states.position[1]) + 1.0 == Approx(shock).epsilon(1e-9));
  world.year = 2001;
  harden(params, world);
  CHECK(logit(world.states.position[0]) - 1.0 != Approx(shock).epsilon(1e-3));
}

TEST_CASE("the common shock moves veto players with their executive", "[gridlock]") {
  SmallWorld small(1);
  World world = small.world();
  small.now().checks = {2};
  small.now().polarisation = {2};
  world.states.logit = {0.0};
  world.vetoes.shift = {1.0, 9, 9, 9};
  harden({.level = 0.5, .spread = 1.0, .common_shock = 2}, world);
  REQUIRE(world.vetoes.position.size() == 2);
  CHECK(std::abs(logit(world.vetoes.position[0])) > 0.01);
  CHECK(logit(world.vetoes.position[1]) - logit(world.vetoes.position[0]) == Approx(1.0).epsilon(1e-9));
}

TEST_CASE("governments are paralysed as often as the dial says and by turns", "[gridlock]") {
  SmallWorld small(200, 1, 2);
  const GridlockParams params{.level = 0.8, .paralysis = 0.5, .paralysis_rate = 0.5};
  World world = small.world();
  harden(params, world);
  const std::vector<char> first = world.states.paralysed;
  CHECK(std::accumulate(first.begin(), first.end(), 0) == Approx(40).margin(4 * std::sqrt(200 * 0.2 * 0.8)));
  world.year += 1;
  harden(params, world);
  CHECK(world.states.paralysed != first);
}

TEST_CASE("the EU is never paralysed", "[gridlock]") {
  const Hardened hardened(1.0, {.paralysis = 2, .paralysis_rate = 1});
  CHECK(hardened.world.states.paralysed[0] == 1);
  CHECK(hardened.world.states.paralysed[199] == 0);
}

TEST_CASE("being bound costs a state by the dial and by its own pride", "[gridlock]") {
  SmallWorld small(2);
  small.now().sovereignty = {1.0, 3.0};
  World world = small.world();
  harden({.level = 0.5, .sovereignty_cost = 2, .sigma = 0.2}, world);
  CHECK(world.states.sovereignty[0] == near(0.2));
  CHECK(world.states.sovereignty[1] == near(0.6));
}

TEST_CASE("a large majority hangs on a legislator more reluctant than the executive, where parties differ",
          "[gridlock]") {
  SmallWorld small(3);
  small.facts.treaty_majority = {0.0, 2.0 / 3, 2.0 / 3};
  small.now().polarisation = {2.0, 2.0, 0.0};
  World world = small.world();
  world.states.logit = {0.5, 0.5, 0.5};
  harden({.level = 0.5, .spread = 1.5, .common_shock = 0}, world);
  CHECK(world.states.pivot[0] == near(logistic(0.5)));
  CHECK(world.states.pivot[1] == near(logistic(0.5 + 1.5 * normal_quantile(1.0 / 3))));
  CHECK(world.states.pivot[2] == near(logistic(0.5)));
}

}  // namespace
}  // namespace hansa
