#include <algorithm>
#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/solvers/chair.hpp"

namespace hansa {
namespace {

using Values = std::vector<double>;

/// A table and its rules, for as many issues as there are references.
struct Talk {
  Values power, salience, position;
  std::vector<std::optional<double>> reference;
  std::vector<char> veto = {};
  ChairRules rules = {};
  VotingRule decision = {.consensus = true};

  [[nodiscard]] ChairPath play() const {
    std::vector<char> vetoes = veto;
    vetoes.resize(power.size());
    return play_chair({power.size(), reference.size(), power, salience, position, vetoes, reference}, rules,
                      decision);
  }
};

/// Seven at any places on one issue, or two.
Talk some_talk(unsigned seed, std::size_t n_issues) {
  Talk talk;
  const auto draw = [&seed] {
    seed = seed * 1664525U + 1013904223U;
    return static_cast<double>(seed >> 8) / static_cast<double>(1U << 24);
  };
  for (std::size_t k = 0; k < 7; ++k) {
    talk.power.push_back(0.1 + draw());
    for (std::size_t d = 0; d < n_issues; ++d) {
      talk.salience.push_back(draw());
      talk.position.push_back(draw());
    }
  }
  for (std::size_t d = 0; d < n_issues; ++d) talk.reference.emplace_back(0.5 * draw());
  return talk;
}

TEST_CASE("a table at one common position agrees at once, there", "[solvers][chair]") {
  const auto reference = GENERATE(std::optional<double>(), std::optional<double>(0.1));
  const ChairPath path =
      Talk{.power = {3, 1, 2}, .salience = {.5, .9, .1}, .position = {.4, .4, .4}, .reference = {reference}}
          .play();
  CHECK(path.agreed);
  CHECK(path.n_turns() == 1);
  CHECK(path.texts.back()[0] == Approx(.4).margin(1e-9));
  CHECK(path.positions.back() == Values{.4, .4, .4});
}

TEST_CASE("without a contest the first text is what the chair begins with", "[solvers][chair]") {
  // nobody minds any text, so that the mean passes as it is: by power 1/4, by power and salience 3/28
  Talk talk{.power = {3, 1}, .salience = {1, .36}, .position = {0, 1}, .reference = {{}}};
  talk.rules.negotiation.chair_step = 0;
  CHECK(talk.play().texts.back()[0] == Approx(.25));
  talk.rules.salience_weight = 1;
  CHECK(talk.play().texts.back()[0] == Approx(.36 / 3.36));
  talk.rules.salience_weight = 0.5;
  CHECK(talk.play().texts.back()[0] == Approx(.6 / 3.6));
  CHECK(talk.play().agreed);
}

TEST_CASE("a round of two equals is what the model's formulas make of it", "[solvers][chair]") {
  // The texts are the chair's 1/2 with weight .15, 0 and 1 with 1/2 each. Gains over a text a whole scale away, by
  // salience 1: of 1/2, 3/4 for both; of 0, 1 and 0. So 1/2 beats 0 by .75 against .25: P = 3/4; 0 ties with 1. By
  // symmetry the standing has its mean at 1/2, and the chair stays. Risk = (1 - 3/4) / 1; both go .4 * 3/4 of the way.
  Talk talk{.power = {1, 1}, .salience = {1, 1}, .position = {0, 1}, .reference = {{}}};
  const ChairPath path = talk.play();
  CHECK(path.texts[1][0] == Approx(.5));
  CHECK(path.positions[1][0] == Approx(.15));
  CHECK(path.positions[1][1] == Approx(.85));
  // then at stake is 1 - .0225, and of the rest of the way .35 they lose .2275: risk .23274
  CHECK(path.positions[2][0] == Approx(.15 + .4 * (1 - .2275 / .9775) * .35));
  CHECK((path.agreed && path.n_turns() == 3));
}

TEST_CASE("the chair goes a step towards the standing of all texts", "[solvers][chair]") {
  // Weights: chair .15 at 1/4, and 3/4 and 1/4 at 0 and 1. By the gains 1/4 beats 0 by 7 to 3 and 1 by 5 to 1, and 0
  // beats 1 by 3 to 1. The balance of challenges has standings as 76.8, 171 and 20.2 of 268: a mean of 39.4 / 268.
  const Talk talk{.power = {3, 1}, .salience = {1, 1}, .position = {0, 1}, .reference = {{}}};
  const double step = 0.5 * (1 - 0.75 / 12);  // of the first of twelve rounds
  CHECK(talk.play().texts[1][0] == Approx(.25 + step * (39.4 / 268 - .25)).margin(1e-9));
}

TEST_CASE("the chair goes half of what the objector lacks", "[solvers][chair]") {
  // The text is 1/2. The one at .2 would lose .09 - .04, and accepts up to .4: a third of its way; the other gains.
  Talk talk{.power = {1, 1}, .salience = {1, 1}, .position = {.2, .8}, .reference = {0.0}};
  talk.rules.negotiation.chair_step = 0;
  talk.rules.negotiation.concession = 0;
  const ChairPath path = talk.play();
  CHECK(path.texts[1][0] == Approx(.5));
  CHECK(path.texts[2][0] == Approx(.45));
  CHECK(path.texts[3][0] == Approx(.425));
  CHECK(path.positions.back() == talk.position);
}

TEST_CASE("who objects alone and with little power falls silent as the deadline nears", "[solvers][chair]") {
  // The text stays at .95 * .6 + .05 * .288 = .5844, at which the weak one loses .5844 * .0084 = .00491. Objecting costs
  // it .02 * (round / 12) * (1 - .05 / .1): .0042 in the fifth round, .005 in the sixth.
  Talk talk{.power = {.95, .05}, .salience = {1, 1}, .position = {.6, .288}, .reference = {0.0}};
  talk.rules.negotiation.chair_step = talk.rules.negotiation.pull = talk.rules.negotiation.concession = 0;
  CHECK((talk.play().agreed && talk.play().n_turns() == 6));
  talk.veto = {0, 1};  // but not by a veto
  CHECK_FALSE(talk.play().agreed);
  talk.rules.tolerance = 0.005;  // unless the loss is none to speak of
  CHECK((talk.play().agreed && talk.play().n_turns() == 3));
}

TEST_CASE("nobody concedes past what it could accept itself", "[solvers][chair]") {
  for (unsigned seed = 1; seed <= 30; ++seed) {
    Talk talk = some_talk(seed, 1 + seed % 2);
    talk.rules.negotiation.concession = 1;
    const std::vector<char> no_veto(7);
    const ChairSeats seats(
        {7, talk.reference.size(), talk.power, talk.salience, talk.position, no_veto, talk.reference},
        talk.rules);
    for (const Values& turn : talk.play().positions)
      for (std::size_t i = 0; i < 7; ++i)
        CHECK(seats.gain(i, std::span(turn).subspan(i * seats.n_issues, seats.n_issues)) >= -1e-9);
  }
}

TEST_CASE("a veto player at the status quo blocks whatever leaves it", "[solvers][chair]") {
  Talk talk{.power = {1, 5, 5, 5},
            .salience = {1, 1, 1, 1},
            .position = {.2, .6, .7, .9},
            .reference = {.2},
            .decision = {.quota = 0.6}};
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

TEST_CASE("what is agreed by consensus leaves nobody with power worse off", "[solvers][chair]") {
  std::size_t n_agreed = 0;
  for (unsigned seed = 1; seed <= 60; ++seed) {
    Talk talk = some_talk(seed, 1 + seed % 2);
    talk.rules.negotiation.objection_cost = 0;  // nor is anybody silenced
    for (double& y : talk.position) y = 0.6 + 0.4 * y;
    const ChairPath path = talk.play();
    if (!path.agreed) continue;
    ++n_agreed;
    const std::vector<char> no_veto(7);
    const ChairSeats seats(
        {7, talk.reference.size(), talk.power, talk.salience, talk.position, no_veto, talk.reference},
        talk.rules);
    for (std::size_t i = 0; i < 7; ++i)
      CHECK(seats.gain(i, path.texts.back()) >= -talk.rules.tolerance - 1e-12);
  }
  CHECK(n_agreed > 10);
}

TEST_CASE("a larger quota never agrees where a smaller does not, nor sooner", "[solvers][chair]") {
  std::size_t n_apart = 0;
  for (unsigned seed = 1; seed <= 60; ++seed) {
    Talk talk = some_talk(seed, 1 + seed % 2);
    bool agreed = true;
    std::size_t turns = 0;
    for (const double quota : {0.3, 0.5, 0.72, 0.9, 1.0}) {
      talk.decision = {.quota = quota};
      const ChairPath path = talk.play();
      CHECK(agreed >= path.agreed);
      CHECK(path.n_turns() >= turns);
      n_apart += agreed && !path.agreed ? 1U : 0U;
      agreed = path.agreed;
      turns = path.n_turns();
    }
    const bool all_power = agreed;
    talk.decision = {.consensus = true};
    CHECK(talk.play().agreed == all_power);
  }
  CHECK(n_apart > 5);
}

TEST_CASE("consensus that passes over two is no harder than over one, and heads count alike",
          "[solvers][chair]") {
  std::size_t n_apart = 0;
  for (unsigned seed = 1; seed <= 40; ++seed) {
    Talk talk = some_talk(seed, 1);
    bool agreed = false;
    for (std::size_t m = 0; m <= 7; ++m) {
      talk.decision = {.consensus = true, .n_overridden = m};
      const bool now = talk.play().agreed;
      CHECK(now >= agreed);
      n_apart += now && !agreed ? 1U : 0U;
      agreed = now;
      talk.decision = {.quota = 0, .n_heads = 7 - m};
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
  // each is content once its own issue lies as it wants; the status quo pleases neither
  const Talk talk{
      .power = {1, 1}, .salience = {.9, .1, .1, .9}, .position = {1, 0, 0, 1}, .reference = {0.0, 0.0}};
  const ChairPath path = talk.play();
  CHECK(path.agreed);
  CHECK(path.texts.back()[0] == Approx(path.texts.back()[1]));
  CHECK(path.texts.back()[0] > 0.3);
}

}  // namespace
}  // namespace hansa
