#include <algorithm>
#include <array>
#include <cmath>

#include <catch2/catch.hpp>

#include "sim/negotiation/acceptance.hpp"
#include "tests/rule_of.hpp"
#include "tests/sim/negotiation/seated.hpp"

namespace hansa {
namespace {

using test::near;
using test::Players;
using test::seated;
using test::set_positions;
using test::SmallWorld;

TEST_CASE("a state weighs a text by its worst veto player", "[acceptance]") {
  SmallWorld small(2);
  World world = small.world();
  set_positions(world, std::vector<Players>{{{0.5}, {0.1}, {0.3}}, {{0.5}}});
  Negotiation negotiation = seated(small, world);
  negotiation.draft = {0.4};
  CHECK(review(small.scenario.negotiation, 12, negotiation) == 1);
  // .4 (1 - .4), .4 (.2 - .4), .4 (.6 - .4)
  CHECK(negotiation.player_gain[0] == near(0.24));
  CHECK(negotiation.player_gain[1] == near(-0.08));
  CHECK(negotiation.player_gain[2] == near(0.08));
  CHECK(negotiation.worst[0] == 1);
  CHECK(negotiation.loss[0] == near(0.08));
  CHECK(negotiation.worst[1] == 3);
  CHECK(negotiation.loss[1] == 0.0);
  CHECK(negotiation.objects == std::vector<char>{1, 0});
}

TEST_CASE("who is away or not counted objects to nothing", "[acceptance]") {
  SmallWorld small(3);
  small.make_eu(1);
  small.add_conference().present = {0, 1, 1};
  World world = small.world();
  set_positions(world, {0.0, 0.0, 0.0});
  Negotiation negotiation = seated(small, world);
  negotiation.draft = {0.4};
  CHECK(review(small.scenario.negotiation, 12, negotiation) == 1);
  CHECK(negotiation.objects == std::vector<char>{0, 0, 1});
}

/// A state that loses .009 by the text, and objects alone.
struct Lone {
  SmallWorld small{2};
  World world;
  Lone() : world(small.world()) {
    small.now().power = {0.1, 0.9};
    small.scenario.negotiation.objection_cost = 0.01;
    small.scenario.networks.functions.prevent_conflict = 1;
    small.add_conference({.name = "COP", .rounds = 10});
    set_positions(world, {0.0, 0.5});
  }
  std::size_t review_at(int round) {
    Negotiation negotiation = seated(small, world);
    negotiation.draft = {std::sqrt(0.009)};  // loss u^2
    return review(small.scenario.negotiation, round, negotiation);
  }
};

TEST_CASE("objecting costs the more the nearer the deadline is", "[acceptance]") {
  // .01 * r / 10
  Lone lone;
  CHECK(lone.review_at(1) == 1);
  CHECK(lone.review_at(8) == 1);
  CHECK(lone.review_at(10) == 0);
}

TEST_CASE("networks that prevent conflict make objecting dearer", "[acceptance]") {
  Lone lone;
  lone.world.voice.coverage = lone.world.voice.coherence = lone.world.voice.attention_left = 1;
  lone.world.pressure.influence = 1;
  CHECK(lone.review_at(7) == 1);  // they have no access
  lone.world.voice.access = 0.5;
  CHECK(lone.review_at(5) == 1);       // .0075 < .009
  CHECK(lone.review_at(7) == 0);       // .0105
  lone.small.now().openness = {0, 0};  // every delegation is closed to them
  CHECK(lone.review_at(7) == 1);
  lone.small.now().openness = {1, 1};
  lone.small.scenario.networks.functions.prevent_conflict = 0;
  CHECK(lone.review_at(7) == 1);
}

/// Whether a text passes despite these objectors, among states of power .4, .3, .2, .1 and one that is
/// absent.
bool passes_over(std::vector<char> objects, const DecisionRule& rule) {
  SmallWorld small(5);
  small.now().power = {0.4, 0.3, 0.2, 0.1, 0.5};
  small.add_conference({.name = "COP", .rule = rule}).present = {1, 1, 1, 1, 0};
  World world = small.world();
  set_positions(world, std::vector<double>(5, 0.5));
  Negotiation negotiation = seated(small, world);
  negotiation.objects = std::move(objects);
  negotiation.objects.push_back(0);
  const auto n =
      static_cast<std::size_t>(std::count(negotiation.objects.begin(), negotiation.objects.end(), 1));
  return passes(rule, vote_on(negotiation, n));
}

TEST_CASE("under consensus no state may object", "[acceptance]") {
  CHECK(passes_over({0, 0, 0, 0}, {}));
  CHECK_FALSE(passes_over({0, 0, 0, 1}, {}));
}

TEST_CASE("consensus minus two passes over two", "[acceptance]") {
  const DecisionRule rule = test::rule_of(ClauseKind::ConsensusMinus, 2);
  CHECK(passes_over({1, 1, 0, 0}, rule));
  CHECK_FALSE(passes_over({1, 1, 1, 0}, rule));
}

TEST_CASE("a quota of heads counts states present", "[acceptance]") {
  const DecisionRule rule = test::quota_heads(0.75);
  CHECK(passes_over({1, 0, 0, 0}, rule));  // exactly three of four
  CHECK_FALSE(passes_over({1, 0, 0, 1}, rule));
}

TEST_CASE("a quota of power counts the power of states present", "[acceptance]") {
  const DecisionRule rule = test::quota_power(0.6);
  CHECK(passes_over({1, 0, 0, 0}, rule));  // exactly .6
  CHECK(passes_over({0, 1, 0, 1}, rule));
  CHECK_FALSE(passes_over({1, 0, 0, 1}, rule));
}

TEST_CASE("a double majority needs heads and power", "[acceptance]") {
  const DecisionRule rule{
      .clauses = {Clause{ClauseKind::QuotaHeads, 0.5}, Clause{ClauseKind::QuotaPower, 0.6}}};
  CHECK(passes_over({1, 0, 0, 0}, rule));
  CHECK_FALSE(passes_over({1, 1, 0, 0}, rule));  // half of the heads, but .3 of the power
  CHECK_FALSE(passes_over({0, 1, 1, 1}, rule));
  CHECK_FALSE(passes_over({1, 0, 0, 1}, rule));
  CHECK(passes_over({0, 0, 1, 1}, rule));
}

/// Whether a step up from the status quo passes, of states with these veto players on one issue.
bool moves(const std::vector<Players>& states, double status_quo, double quota, double step = 1e-12) {
  SmallWorld small(states.size());
  small.scenario.negotiation.objection_cost = 0;
  small.add_conference({.name = "COP", .rule = test::quota_heads(quota)});
  World world = small.world();
  world.status_quo = {status_quo};
  set_positions(world, states);
  Negotiation negotiation = seated(small, world);
  negotiation.draft = {step};
  const std::size_t n_objectors = review(small.scenario.negotiation, 12, negotiation);
  return passes(small.scenario.conferences[0].rule, vote_on(negotiation, n_objectors));
}

/// The share of uniform status quos that neither a step up nor, in the mirror image, a step down can leave.
double stuck(std::size_t n_states, std::size_t n_players, double quota) {
  constexpr std::uint32_t n = 4000;
  int n_stuck = 0;
  for (std::uint32_t r = 0; r < n; ++r) {
    const Draws draws(5, r);
    std::uint64_t n_drawn = 0;
    const auto some = [&] { return draws.uniform(Purpose::Residual, 0, n_drawn++); };
    const double q = some();
    std::vector<Players> up(n_states), down(n_states);
    for (std::size_t i = 0; i < n_states; ++i) {
      for (std::size_t v = 0; v < n_players; ++v) {
        const double y = some();
        up[i].push_back({y});
        down[i].push_back({1 - y});
      }
    }
    n_stuck += moves(up, q, quota) || moves(down, 1 - q, quota) ? 0 : 1;
  }
  return static_cast<double>(n_stuck) / n;
}

TEST_CASE("a quota of k in n leaves (2k - n - 1) / (n + 1) of all status quos stuck", "[acceptance]") {
  // the mean width of the core of uniform ideals: Krehbiel 1998, Tsebelis 2002
  const auto [k, expected] = GENERATE(table<int, double>({{5, 0.0}, {7, 0.4}, {9, 0.8}}));
  CHECK(stuck(9, 1, k / 9.0) == Approx(expected).margin(3 * std::sqrt(expected * (1 - expected) / 4000)));
}

// A text is a lift, so a conference moves one way only. A status quo is deadlocked if neither the electorate
// nor its mirror image (y -> 1 - y, q -> 1 - q) can leave it. A text u is worth u (2 (y - q) - u) to a state
// at y, so a state that accepts a text accepts every smaller one, and the smallest decides whether any
// passes.

TEST_CASE("a status quo is stuck exactly in the core of the quota", "[acceptance]") {
  constexpr std::array<double, 9> ideal = {0.05, 0.2, 0.3, 0.45, 0.5, 0.62, 0.8, 0.95, 0.99};
  const std::size_t k = GENERATE(5U, 6U, 7U, 8U, 9U);
  std::vector<Players> up, down;
  for (const double y : ideal) {
    up.push_back({{y}});
    down.push_back({{1 - y}});
  }
  const double left = ideal[9 - k], right = ideal[k - 1];
  int n_wrong = 0, n_stuck = 0;
  for (int step = 0; step <= 1000; ++step) {
    const double q = step / 1000.0, quota = static_cast<double>(k) / 9.0;
    const bool is_stuck = !moves(up, q, quota) && !moves(down, 1 - q, quota);
    n_wrong += is_stuck == (left <= q && q <= right) ? 0 : 1;
    n_stuck += is_stuck ? 1 : 0;
  }
  CHECK(n_wrong == 0);
  CHECK(n_stuck == std::lround(1000 * (right - left)) + 1);
}

TEST_CASE("where no small step passes no large one does", "[acceptance]") {
  const std::vector<Players> states = {{{0.05}}, {{0.3}}, {{0.5}}, {{0.8}}, {{0.99}}};
  for (int step = 0; step < 50; ++step) {
    for (const double quota : {0.6, 0.8, 1.0}) {
      const double q = step / 50.0;
      for (const double u : {0.001, 0.01, 0.1, 0.4})
        CHECK((moves(states, q, quota) || !moves(states, q, quota, u)));
    }
  }
}

/// The number of random electorates in which a uniform status quo is deadlocked, by quota.
std::vector<int> count_stuck(std::size_t n_states, const std::vector<std::size_t>& quotas, std::uint32_t n) {
  SmallWorld small(n_states);
  small.scenario.negotiation.objection_cost = 0;
  small.add_conference({.name = "COP"});
  World world = small.world();
  std::vector<double> ideals(n_states);
  const auto passing = [&](double q) {
    world.status_quo = {q};
    set_positions(world, ideals);
    Negotiation negotiation = seated(small, world);
    negotiation.draft = {1e-12};
    const std::size_t n_objectors = review(small.scenario.negotiation, 12, negotiation);
    std::vector<char> passed;
    for (const std::size_t k : quotas) {
      const double quota = static_cast<double>(k) / static_cast<double>(n_states);
      passed.push_back(passes(test::quota_heads(quota), vote_on(negotiation, n_objectors)));
    }
    return passed;
  };
  std::vector<int> n_stuck(quotas.size(), 0);
  for (std::uint32_t r = 0; r < n; ++r) {
    const Draws draws(5, r);
    const double q = draws.uniform(Purpose::Residual, 0, n_states);
    for (std::size_t i = 0; i < n_states; ++i) ideals[i] = draws.uniform(Purpose::Residual, 0, i);
    const std::vector<char> up = passing(q);
    for (double& y : ideals) y = 1 - y;
    const std::vector<char> down = passing(1 - q);
    for (std::size_t j = 0; j < quotas.size(); ++j) n_stuck[j] += up[j] || down[j] ? 0 : 1;
  }
  return n_stuck;
}

TEST_CASE("quotas of 196 states leave the share of status quos stuck that their core is wide",
          "[acceptance]") {
  constexpr std::uint32_t n = 4000;
  const std::vector<std::size_t> quotas = {99, 131, 147, 195, 196};
  const std::vector<int> n_stuck = count_stuck(196, quotas, n);
  for (std::size_t j = 0; j < quotas.size(); ++j) {
    const double expected = (2.0 * static_cast<double>(quotas[j]) - 197.0) / 197.0,
                 share = n_stuck[j] / double{n};
    CAPTURE(quotas[j]);
    CHECK(share == Approx(expected).margin(3 * std::sqrt(expected * (1 - expected) / n)));
  }
}

TEST_CASE("K veto players in one state leave (K - 1) / (K + 1) of all status quos stuck", "[acceptance]") {
  const auto [k, expected] =
      GENERATE(table<std::size_t, double>({{1, 0.0}, {2, 1.0 / 3}, {3, 0.5}, {5, 2.0 / 3}}));
  CHECK(stuck(1, k, 1.0) == Approx(expected).margin(3 * std::sqrt(expected * (1 - expected) / 4000)));
}

TEST_CASE("without states present no text passes", "[acceptance]") {
  for (const DecisionRule& rule : {DecisionRule{}, test::rule_of(ClauseKind::ConsensusMinus, 1),
                                   test::quota_heads(0), test::quota_power(0)}) {
    SmallWorld small(1);
    small.add_conference({.name = "COP", .rule = rule}).present = {0};
    World world = small.world();
    set_positions(world, std::vector<double>{0.5});
    CHECK_FALSE(passes(rule, vote_on(seated(small, world), 0)));
  }
}

}  // namespace
}  // namespace hansa
