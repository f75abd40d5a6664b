// Laws of every table: vetoes, rules, order, scales.
#include <algorithm>
#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/bargaining/solvers/talk.hpp"
#include "tests/rule_of.hpp"

namespace hansa {
namespace {

using test::some_talk;
using test::Talk;
using test::Values;

TEST_CASE("a veto player at the status quo blocks whatever leaves it", "[solvers][chair]") {
  Talk talk{.power = {1, 5, 5, 5},
            .salience = {1, 1, 1, 1},
            .position = {.2, .6, .7, .9},
            .reference = {.2},
            .decision = test::quota_power(0.6)};
  CHECK(talk.play().agreed);
  talk.veto = {1, 0, 0, 0};
  const ChairPath path = talk.play();
  CHECK_FALSE(path.agreed);
  CHECK(path.n_turns() == 12);
  talk.power[0] = 0;  // and with no power at all
  CHECK_FALSE(talk.play().agreed);
  talk.veto = {0, 0, 0, 0};
  CHECK(talk.play().agreed);
}

TEST_CASE("under consensus two on either side of the reference never agree", "[solvers][chair]") {
  const Talk talk{.power = {2, 1}, .salience = {1, 1}, .position = {.2, .8}, .reference = {.5}};
  CHECK_FALSE(talk.play().agreed);
  Talk costly = talk;
  costly.rules.disagreement = 1;  // unless no agreement is worse than either's ideal for the other
  CHECK(costly.play().agreed);
}

TEST_CASE("an agreement by consensus leaves no actor with power worse off", "[solvers][chair]") {
  std::size_t n_agreed = 0;
  for (unsigned seed = 1; seed <= 60; ++seed) {
    Talk talk = some_talk(seed, 1 + seed % 2);
    talk.rules.negotiation.objection_cost = 0;  // no objector is silenced
    for (double& y : talk.position) y = 0.6 + 0.4 * y;
    const ChairPath path = talk.play();
    if (!path.agreed) continue;
    ++n_agreed;
    for (std::size_t i = 0; i < 7; ++i)
      CHECK(test::gain_of(talk, i, path.texts.back()) >= -talk.rules.tolerance - 1e-12);
  }
  CHECK(n_agreed > 10);
}

TEST_CASE("a larger quota never agrees where a smaller one fails, nor sooner", "[solvers][chair]") {
  std::size_t n_apart = 0;
  for (unsigned seed = 1; seed <= 60; ++seed) {
    Talk talk = some_talk(seed, 1 + seed % 2);
    bool agreed = true;
    std::size_t turns = 0;
    for (const double quota : {0.3, 0.5, 0.72, 0.9, 1.0}) {
      talk.decision = test::quota_power(quota);
      const ChairPath path = talk.play();
      CHECK(agreed >= path.agreed);
      CHECK(path.n_turns() >= turns);
      n_apart += agreed && !path.agreed ? 1U : 0U;
      agreed = path.agreed;
      turns = path.n_turns();
    }
    const bool all_power = agreed;
    talk.decision = {};
    CHECK(talk.play().agreed == all_power);
  }
  CHECK(n_apart > 5);
}

TEST_CASE("a second weight that is a share of power, or of heads, decides as these do", "[solvers][chair]") {
  std::size_t n_apart = 0;
  for (unsigned seed = 1; seed <= 60; ++seed) {
    Talk by_power = some_talk(seed, 2);
    by_power.decision = test::rule_of("quota-power:0.6+majority");
    Talk by_size = by_power;
    by_size.decision = test::rule_of("quota-size:0.6+majority");
    for (const double power : by_power.power) by_size.size.push_back(1000 * power);
    CHECK(by_size.play().texts == by_power.play().texts);
    by_power.decision = test::rule_of("over-heads:0.6");
    by_size.decision = test::rule_of("over-size:0.6");
    by_size.size.assign(7, 0.5);
    CHECK(by_size.play().texts == by_power.play().texts);
    by_size.size = {1, 0, 0, 0, 0, 0, 0};  // one decides
    n_apart += by_size.play().texts == by_power.play().texts ? 0U : 1U;
  }
  CHECK(n_apart > 10);
}

TEST_CASE("consensus minus two is no harder than minus one, and heads count equally", "[solvers][chair]") {
  std::size_t n_apart = 0;
  for (unsigned seed = 1; seed <= 40; ++seed) {
    Talk talk = some_talk(seed, 1);
    bool agreed = false;
    for (std::size_t m = 0; m <= 7; ++m) {
      talk.decision = test::rule_of(ClauseKind::ConsensusMinus, static_cast<double>(m));
      const bool now = talk.play().agreed;
      CHECK(now >= agreed);
      n_apart += now && !agreed ? 1U : 0U;
      agreed = now;
      talk.decision = test::rule_of(ClauseKind::Heads, static_cast<double>(7 - m));
      CHECK(talk.play().agreed == now);
    }
    CHECK(agreed);
  }
  CHECK(n_apart > 5);
}

TEST_CASE("actors in another order ask for the same", "[solvers][chair]") {
  for (unsigned seed = 1; seed <= 10; ++seed) {
    const Talk talk = some_talk(seed, 1);
    Talk turned = talk;
    for (Values* column : {&turned.power, &turned.salience, &turned.position})
      std::reverse(column->begin(), column->end());
    const ChairPath one = talk.play(), other = turned.play();
    REQUIRE(one.n_turns() == other.n_turns());
    CHECK(one.agreed == other.agreed);
    for (std::size_t i = 0; i < 7; ++i)
      CHECK(one.positions.back()[i] == Approx(other.positions.back()[6 - i]).margin(1e-9));
  }
}

TEST_CASE("only shares of power count, and only relations of salience", "[solvers][chair]") {
  const Talk talk = some_talk(3, 2);
  Talk scaled = talk;
  for (double& w : scaled.power) w *= 1024;
  for (double& s : scaled.salience) s *= 64;
  const ChairPath one = talk.play(), other = scaled.play();
  CHECK(one.texts == other.texts);
  CHECK(one.positions == other.positions);
}

TEST_CASE("a table read from the other end is settled at the other end", "[solvers][chair]") {
  const Talk talk = some_talk(5, 1);
  Talk mirrored = talk;
  for (double& y : mirrored.position) y = 1 - y;
  mirrored.reference = {1 - *talk.reference[0]};
  const ChairPath one = talk.play(), other = mirrored.play();
  REQUIRE(one.n_turns() == other.n_turns());
  for (std::size_t t = 0; t < one.texts.size(); ++t)
    CHECK(one.texts[t][0] == Approx(1 - other.texts[t][0]).margin(1e-9));
}

TEST_CASE("yes or no, no power, no care, one actor: every table comes to an end on its scale",
          "[solvers][chair]") {
  const auto contest =
      GENERATE(ContestRule::Proportional, ContestRule::Cubic, ContestRule::Mixed, ContestRule::Binary);
  const auto talk = GENERATE(
      Talk{.power = {5, 4, 3}, .salience = {.5, .9, .4}, .position = {0, 1, 0}, .reference = {0.0}},
      Talk{.power = {5, 0, 3}, .salience = {.5, .9, .4}, .position = {0, 1, .5}, .reference = {{}}},
      Talk{.power = {5, 4, 3}, .salience = {.5, 0, .4}, .position = {0, 1, .5}, .reference = {1.0}},
      Talk{.power = {5, 4, 0}, .salience = {.5, 0, 1}, .position = {0, 1, .5}, .reference = {.5}},
      Talk{.power = {1}, .salience = {.5}, .position = {.5}, .reference = {.5}},
      Talk{.power = {1, 1}, .salience = {0, 1, 1, 0}, .position = {0, .3, 1, .8}, .reference = {0.0, {}}});
  Talk played = talk;
  played.rules.negotiation.contest = contest;
  const ChairPath path = played.play();
  CHECK(path.positions.size() == path.texts.size());
  for (const auto& turns : {path.positions, path.texts})
    for (const Values& turn : turns)
      for (const double x : turn) CHECK((std::isfinite(x) && x >= -1e-12 && x <= 1 + 1e-12));
}

TEST_CASE("two who care for different issues give each other what they want", "[solvers][chair]") {
  // each is satisfied once its own issue is at its position; the status quo satisfies neither
  const Talk talk{
      .power = {1, 1}, .salience = {.9, .1, .1, .9}, .position = {1, 0, 0, 1}, .reference = {0.0, 0.0}};
  const ChairPath path = talk.play();
  CHECK(path.agreed);
  CHECK(path.texts.back()[0] == Approx(path.texts.back()[1]));
  CHECK(path.texts.back()[0] > 0.3);
}

}  // namespace
}  // namespace hansa
