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

/// 200 states, alike, hardened at a level of the dial.
struct Hardened {
  SmallWorld small{200, 2};
  GridlockParams params;
  World world;
  Hardened(double level, GridlockParams given = {}, double pluralism = 0.5)
      : params(given), world(small.world()) {
    params.level = level;
    small.now().pluralism.assign(200, pluralism);
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

TEST_CASE("as many veto players appear as level and pluralism make likely", "[gridlock]") {
  const auto [level, pluralism, chance] = GENERATE(table<double, double, double>(
      {{1.0, 0.0, 0.25}, {1.0, 0.5, 0.55}, {1.0, 1.0, 0.85}, {0.5, 1.0, 0.425}}));
  const Hardened hardened(level, {}, pluralism);
  // four further players a state, each with this chance; none for the EU
  const double n = 4 * 199;
  CHECK(static_cast<double>(hardened.world.vetoes.first.back()) - 200 ==
        Approx(n * chance).margin(4 * std::sqrt(n * chance * (1 - chance))));
  CHECK(hardened.n_players(199) == 1);
}

TEST_CASE("how likely veto players are can be set", "[gridlock]") {
  const Hardened none(1.0, {.vetoes = 0, .vetoes_pluralism = 0}),
      all(1.0, {.vetoes = 0, .vetoes_pluralism = 1}, 1.0);
  CHECK(none.world.vetoes.first.back() == 200);
  CHECK(all.world.vetoes.first.back() == 199 * VetoStore::most + 1);
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
  world.states.logit = {0.5, -0.5};
  world.vetoes.threshold = {0.9, 0.0, 0.9, 0.9};  // the second further player appears
  world.vetoes.shift = {9, 9, 1.0, -2.0, 9, 9, 9, 9};
  harden(params, world);
  REQUIRE(world.vetoes.first == std::vector<std::size_t>{0, 2});
  CHECK(world.vetoes.position[0] == near(logistic(0.5)));
  CHECK(world.vetoes.position[1] == near(logistic(-0.5)));
  CHECK(world.vetoes.position[2] == near(logistic(0.5 + 1.5 * 0.5 * 2 * 1.0)));
  CHECK(world.vetoes.position[3] == near(logistic(-0.5 - 1.5 * 0.5 * 2 * 2.0)));
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
  world.states.logit = {0.0};
  world.vetoes.threshold = {0.0, 0.9, 0.9, 0.9};
  world.vetoes.shift = {1.0, 9, 9, 9};
  harden({.level = 0.5, .spread = 1.0, .common_shock = 2}, world);
  REQUIRE(world.vetoes.position.size() == 2);
  CHECK(std::abs(logit(world.vetoes.position[0])) > 0.01);
  CHECK(logit(world.vetoes.position[1]) - logit(world.vetoes.position[0]) == Approx(0.5).epsilon(1e-9));
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

}  // namespace
}  // namespace hansa
