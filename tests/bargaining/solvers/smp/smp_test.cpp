#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

#include "bargaining/solvers/smp/smp.hpp"

namespace hansa {
namespace {

using Values = std::vector<double>;

SmpPath played(std::size_t n_issues, const Values& capability, const Values& salience, const Values& start,
               const SmpRules& rules = {}) {
  return play_smp({capability.size(), n_issues, capability, salience, start}, rules);
}

void check_within_scale(const SmpPath& path) {
  for (const Values& turn : path.positions)
    for (const double x : turn) CHECK((std::isfinite(x) && x >= 0.0 && x <= 1.0));
}

TEST_CASE("the stronger of two challenges, and both take the bargain", "[solvers][smp]") {
  // P = 2/3; weights (2/3)^2 and (1/3)^2 put the bargain at 1/5. It is worth .96 to the strong, who is bold by 1,
  // and .12 to the weak, who is bold by -1/2; staying is worth .5 to each: 2 * .46 against .38.
  const SmpPath path = played(1, {2, 1}, {1, 1}, {0, 1});
  CHECK(path.positions == std::vector<Values>{{0, 1}, {.2, .2}, {.2, .2}});
  CHECK(path.settled);
}

TEST_CASE("a bargain weighs salience and chance by their powers", "[solvers][smp]") {
  // P = 2/3, as above; a salience of 1/2 halves also the weak one's say: P = 4/5
  const auto first = [](SmpBargain rule, double salience) {
    return played(1, {2, 1}, {1, salience}, {0, 1}, {.bargain = rule}).positions[1];
  };
  CHECK(first(SmpBargain::LinearSalience, 1) == Values{.2, .2});
  CHECK(first(SmpBargain::LinearChance, 1) == Values{.3333, .3333});
  CHECK(first(SmpBargain::Square, .5) == Values{.0154, .0154});          // (.1)^2 / (.64 + .01)
  CHECK(first(SmpBargain::LinearSalience, .5) == Values{.0303, .0303});  // .02 / (.64 + .02)
  CHECK(first(SmpBargain::LinearChance, .5) == Values{.0588, .0588});    // .05 / (.8 + .05)
}

TEST_CASE("if only the weaker side yields, it moves by the other's lead", "[solvers][smp]") {
  const SmpPath path = played(1, {2, 1}, {1, 1}, {0, 1}, {.bargain = SmpBargain::Yielding});
  CHECK(path.positions[1] == Values{0, .6667});
}

TEST_CASE("the mean of two views lies between them", "[solvers][smp]") {
  const auto first = [](SmpProposals rule) {
    return played(1, {5, 3, 1}, {.9, .6, .3}, {0, 1, .8}, {.proposals = rule}).positions[1];
  };
  const Values own = first(SmpProposals::Initiator), mean = first(SmpProposals::Mean);
  CHECK(mean != own);
  CHECK(mean[1] < 1);
}

TEST_CASE("a third party that stakes nothing, or everything, has no vote in duels", "[solvers][smp]") {
  const Values capability = {5, 4, 3}, salience = {1, 1, 1}, start = {0, 1, .3};
  const SmpTable table{3, 1, capability, salience, start};
  const auto chance = [&](SmpCommit commit) {
    const SmpRules rules{.commit = commit};
    return SmpViews(table, rules, start).victory(0, 0, 1);
  };
  CHECK(chance(SmpCommit::None) == Approx(5.0 / 9.0));
  CHECK(chance(SmpCommit::Full) == Approx(5.0 / 9.0));
  CHECK(std::abs(chance(SmpCommit::Semi) - 5.0 / 9.0) > 0.01);
}

TEST_CASE("two equals who want opposite things never challenge each other", "[solvers][smp]") {
  CHECK(played(1, {1, 1}, {1, 1}, {0, 1}).positions.back() == Values{0, 1});
}

TEST_CASE("actors that agree already do not move", "[solvers][smp]") {
  const SmpPath path = played(2, {1, 2, 3}, {.5, .4, .1, .2, .3, .3}, {.5, .25, .5, .25, .5, .25});
  CHECK(path.n_turns() == 2);
  CHECK(path.positions.back() == path.positions.front());
}

TEST_CASE("five actors on two issues move as recorded", "[solvers][smp]") {
  const SmpPath path = played(2, {40, 100, 25, 60, 10}, {.3, .5, .6, .2, .4, .4, .1, .8, .5, .3},
                              {.1, .9, .4, .4, .8, .2, .6, .7, 1, 0});
  REQUIRE(path.n_turns() == 100);
  CHECK_FALSE(path.settled);
  CHECK(path.positions[1] == Values{.1405, .8945, .4025, .3946, .8004, .1999, .6564, .6994, .4025, .3946});
  CHECK(path.positions[100] == Values{.4243, .7584, .4243, .7565, .4243, .7584, .4244, .7268, .4243, .7565});
}

TEST_CASE("a yes-or-no issue is played to an end", "[solvers][smp]") {
  const SmpPath path = played(1, {5, 4, 3, 2, 1}, {.5, .9, .4, .7, .6}, {0, 1, 0, 1, 1});
  check_within_scale(path);
  CHECK(path.positions[1] != path.positions[0]);
}

TEST_CASE("an actor without power or salience has no effect on the others", "[solvers][smp]") {
  check_within_scale(played(1, {5, 0, 3}, {.5, .9, .4}, {0, 1, .5}));
  check_within_scale(played(1, {5, 4, 3}, {.5, 0, .4}, {0, 1, .5}));
  check_within_scale(played(1, {0, 0, 0}, {0, 0, 0}, {0, 1, .5}));
  check_within_scale(played(1, {1}, {.5}, {.5}));
}

TEST_CASE("every rule keeps all positions on the scale", "[solvers][smp]") {
  const auto rules =
      GENERATE(SmpRules{.vote = SmpVote::Binary}, SmpRules{.vote = SmpVote::Cubic},
               SmpRules{.vote = SmpVote::Prospect}, SmpRules{.victory = SmpVictory::Octic},
               SmpRules{.victory = SmpVictory::Binary}, SmpRules{.election = SmpElection::Markov},
               SmpRules{.risk_range = SmpRiskRange::Min}, SmpRules{.risk_range = SmpRiskRange::Max},
               SmpRules{.risk_view = SmpRiskView::Full}, SmpRules{.bargain = SmpBargain::Linear},
               SmpRules{.proposals = SmpProposals::Both}, SmpRules{.proposals = SmpProposals::Mean},
               SmpRules{.election = SmpElection::Incentive}, SmpRules{.bargain = SmpBargain::Yielding},
               SmpRules{.commit = SmpCommit::None});
  const SmpPath path = played(1, {5, 4, 3, 2, 6}, {.5, .9, .4, .7, .6}, {0, 1, .3, .8, .6}, rules);
  check_within_scale(path);
  CHECK(path.positions[1] != path.positions[0]);
}

TEST_CASE("actors in another order move alike", "[solvers][smp]") {
  const SmpPath one = played(1, {5, 4, 3}, {.5, .9, .4}, {0, 1, .35}),
                other = played(1, {3, 5, 4}, {.4, .5, .9}, {.35, 0, 1});
  REQUIRE(one.n_turns() == other.n_turns());
  for (std::size_t turn = 0; turn <= one.n_turns(); ++turn)
    for (std::size_t k = 0; k < 3; ++k)
      CHECK(one.positions[turn][k] == Approx(other.positions[turn][(k + 1) % 3]).margin(1e-9));
}

}  // namespace
}  // namespace hansa
