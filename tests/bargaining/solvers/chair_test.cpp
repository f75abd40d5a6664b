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
  // all accept any text, so the mean passes unchanged: by power 1/4, by power and salience .36 / 3.36
  Talk talk{.power = {3, 1}, .salience = {1, .36}, .position = {0, 1}, .reference = {{}}};
  talk.rules.negotiation.chair_step = 0;
  CHECK(talk.play().texts.back()[0] == Approx(.25));
  talk.rules.salience_weight = 1;
  CHECK(talk.play().texts.back()[0] == Approx(.36 / 3.36));
  talk.rules.salience_weight = 0.5;
  CHECK(talk.play().texts.back()[0] == Approx(.6 / 3.6));
  CHECK(talk.play().agreed);
}

TEST_CASE("a round of two equals follows the model's formulas", "[solvers][chair]") {
  // The texts are the chair's 1/2 with weight .15, 0 and 1 with 1/2 each. Gains over a text one scale away, by
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
  // The text is 1/2. The actor at .2 would lose .09 - .04 and accepts up to .4, a third of the distance; the other gains.
  Talk talk{.power = {1, 1}, .salience = {1, 1}, .position = {.2, .8}, .reference = {0.0}};
  talk.rules.negotiation.chair_step = 0;
  talk.rules.negotiation.concession = 0;
  const ChairPath path = talk.play();
  CHECK(path.texts[1][0] == Approx(.5));
  CHECK(path.texts[2][0] == Approx(.45));
  CHECK(path.texts[3][0] == Approx(.425));
  CHECK(path.positions.back() == talk.position);
}

TEST_CASE("where objecting costs something, an objector falls silent as the deadline nears",
          "[solvers][chair]") {
  // The text stays at .95 * .6 + .05 * .288 = .5844, at which the weak one loses .5844 * .0084 = .00491. Objecting costs
  // .01 * round / 12: .0042 in the fifth round, .005 in the sixth.
  Talk talk{.power = {.95, .05}, .salience = {1, 1}, .position = {.6, .288}, .reference = {0.0}};
  talk.rules.negotiation.chair_step = talk.rules.negotiation.pull = talk.rules.negotiation.concession = 0;
  CHECK_FALSE(talk.play().agreed);  // objecting is free unless it is given a cost
  talk.rules.negotiation.objection_cost = 0.01;
  CHECK((talk.play().agreed && talk.play().n_turns() == 6));
  talk.veto = {0, 1};  // unless it has a veto
  CHECK_FALSE(talk.play().agreed);
  talk.rules.tolerance = 0.005;  // unless the loss is within the tolerance
  CHECK((talk.play().agreed && talk.play().n_turns() == 3));
}

TEST_CASE("no actor concedes beyond what it could accept itself", "[solvers][chair]") {
  for (unsigned seed = 1; seed <= 30; ++seed) {
    Talk talk = some_talk(seed, 1 + seed % 2);
    talk.rules.negotiation.concession = 1;
    const std::size_t n_issues = talk.reference.size();
    for (const Values& turn : talk.play().positions)
      for (std::size_t i = 0; i < 7; ++i)
        CHECK(test::gain_of(talk, i, std::span(turn).subspan(i * n_issues, n_issues)) >= -1e-9);
  }
}

TEST_CASE("an actor split into two halves has the same effect", "[solvers][chair]") {
  std::size_t n_objecting = 0;
  for (unsigned seed = 1; seed <= 20; ++seed) {
    Talk talk = some_talk(seed, 1);
    talk.decision = test::quota_power(0.9);
    talk.rules.negotiation.objection_cost = 0;  // a half is a lonelier objector than the actor as one
    Talk halved = talk;
    halved.power[0] /= 2;
    for (Values* column : {&halved.power, &halved.salience, &halved.position})
      column->push_back(column->front());
    const ChairPath one = talk.play(), other = halved.play();
    REQUIRE(one.texts.size() == other.texts.size());
    for (std::size_t t = 0; t < one.texts.size(); ++t)
      CHECK(one.texts[t][0] == Approx(other.texts[t][0]).margin(1e-9));
    n_objecting += one.n_turns() > 3 ? 1U : 0U;
  }
  CHECK(n_objecting > 3);
}

TEST_CASE("the position of an actor without salience has no effect", "[solvers][chair]") {
  Talk talk{.power = {1, 1, 3}, .salience = {1, .5, 0}, .position = {.3, .8, 0}, .reference = {0.0}};
  const ChairPath below = talk.play();
  talk.position[2] = 1;
  CHECK(talk.play().texts == below.texts);
}

TEST_CASE("the text stays as it is on an issue without salience for the objector", "[solvers][chair]") {
  // the first objects to the first issue, of which the second wants more; only the second has salience on the second issue
  Talk talk{
      .power = {1, 1}, .salience = {1, 0, .5, .5}, .position = {.2, 0, .8, .7}, .reference = {0.0, 0.0}};
  talk.rules.negotiation.chair_step = 0;
  const ChairPath path = talk.play();
  CHECK(path.texts[2][0] < path.texts[1][0]);
  CHECK(path.texts[2][1] == path.texts[1][1]);
  talk.salience = {1, 0, .5, 0};  // without salience of the second too: the mean by power
  CHECK(talk.play().texts[0][1] == Approx(.35));
}

TEST_CASE("no agreement weighs in the contest where there is a reference", "[solvers][chair]") {
  Talk talk{.power = {2, 1}, .salience = {1, 1}, .position = {.1, .9}, .reference = {0.0}};
  const auto first = [&](double weight) {
    talk.rules.negotiation.status_quo_weight = weight;
    return talk.play().texts[1][0];
  };
  CHECK(first(1) < first(.001) - .001);
  talk.reference = {std::nullopt};
  CHECK(first(1) == first(.001));
}

TEST_CASE("if texts are limited, those with most power are kept", "[solvers][chair]") {
  Talk talk{.power = {1e-6, 1e-6, 3, 2, 1, 1e-6},
            .salience = {1, 1, 1, 1, 1, 1},
            .position = {0, .1, .7, .8, .9, .2},
            .reference = {{}}};
  const double all = talk.play().texts[1][0];
  talk.rules.negotiation.max_texts = 4;  // with the chair's own
  CHECK(talk.play().texts[1][0] == Approx(all).margin(1e-5));
  Talk equal = some_talk(4, 1);
  const double seven = equal.play().texts[1][0];
  equal.rules.negotiation.max_texts = 4;
  CHECK(std::abs(equal.play().texts[1][0] - seven) > 1e-4);
}

TEST_CASE("without a reference an actor accepts texts within its reservation", "[solvers][chair]") {
  Talk talk{.power = {2, 1}, .salience = {1, 1}, .position = {0, 1}, .reference = {{}}};
  CHECK(talk.play().agreed);
  talk.rules.reservation = 0.45;  // no text is that near to both
  CHECK_FALSE(talk.play().agreed);
}

}  // namespace
}  // namespace hansa
