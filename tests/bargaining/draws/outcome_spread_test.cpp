#include <cmath>

#include <catch2/catch.hpp>

#include "bargaining/draws/drawn_table.hpp"
#include "bargaining/draws/outcome_spread.hpp"
#include "support/numbers/reals.hpp"
#include "tests/bargaining/tables/table_texts.hpp"

namespace hansa {
namespace {

using test::read_table;

const std::vector<BargainSolver> compromise = {BargainSolver::Compromise};

BargainSpread spread_over(const BargainTable& table, const std::vector<BargainSolver>& solvers,
                          const DrawOptions& options, const BargainRules& rules = {}) {
  return spread_of(table, draw_outcomes(table, solvers, rules, options), options);
}

std::vector<BargainSolver> solvers_for(const BargainTable& table) {
  std::vector<BargainSolver> solvers;
  for (const BargainSolver solver : each<BargainSolver>)
    if (is_for(table, solver) && can_solve(table, solver)) solvers.push_back(solver);
  return solvers;
}

/// Weights 1/2, 3/10 and 1/5 with standard deviations 2, 3 and 4 of the positions.
const char* const three =
    "actor,power,position -100..100,salience 0..1\nA,5,10 +- 2,1\nB,3,40 +- 3,1\nC,2,60 +- 4,1\n";

TEST_CASE("mean and deviation of a compromise follow from those of the positions", "[bargain][draws]") {
  constexpr std::size_t n = 20000;
  const BargainSpread found = spread_over(read_table(three), compromise, {.n = n, .seed = 1});
  const OutcomeSpread& issue = found.solvers.at(0).issues.at(0);
  const double mean = 0.5 * 10 + 0.3 * 40 + 0.2 * 60,
               sd = std::sqrt(std::pow(0.5 * 2, 2) + std::pow(0.3 * 3, 2) + std::pow(0.2 * 4, 2));
  CHECK(std::abs(issue.mean - mean) < 4 * sd / std::sqrt(n));
  CHECK(issue.sd == Approx(sd).epsilon(4 / std::sqrt(2.0 * n)));
  for (std::size_t q = 0; q < told_quantiles.size(); ++q)  // a normal distribution
    CHECK(issue.quantiles[q] == Approx(mean + sd * normal_quantile(told_quantiles[q])).margin(0.08));
}

TEST_CASE("shares of a compromise are those of the squared weighted deviations", "[bargain][draws]") {
  const BargainTable table = read_table(three);
  const double squares[] = {1.0, 0.81, 0.64}, sum = 2.45;
  constexpr int n_seeds = 40;
  int n_covered[3] = {};
  double mean[3] = {};
  for (std::uint64_t seed = 1; seed <= n_seeds; ++seed) {
    const BargainSpread found = spread_over(table, compromise, {.n = 1000, .seed = seed});
    const std::vector<ActorShare>& actors = found.solvers.at(0).issues.at(0).actors;
    REQUIRE(actors.size() == 3);
    CHECK(actors[0].share.value >= actors[2].share.value);  // the largest first
    for (const ActorShare& one : actors) {
      const double truth = squares[one.actor] / sum;
      n_covered[one.actor] += one.share.ci95.lo <= truth && truth <= one.share.ci95.hi ? 1 : 0;
      mean[one.actor] += one.share.value / n_seeds;
      REQUIRE(one.inputs.size() == 1);
      CHECK(one.inputs[0].share.value == one.share.value);
      CHECK(table.uncertain[one.inputs[0].input].kind == InputKind::Position);
    }
  }
  for (std::size_t k = 0; k < 3; ++k) {
    CHECK(mean[k] == Approx(squares[k] / sum).margin(4 * 0.025 / std::sqrt(n_seeds)));
    CHECK(n_covered[k] >= 34);  // of 40 intervals of 95 %
  }
}

TEST_CASE("a single uncertain input has all of the variance of a linear outcome", "[bargain][draws]") {
  const BargainTable table =
      read_table("actor,power,position -100..100,salience\nA,5,10 +- 2,100\nB,3,40 +- 0,50\n");
  const std::vector<ActorShare> actors =
      spread_over(table, compromise, {.n = 100}).solvers.at(0).issues.at(0).actors;
  CHECK(actors.at(0).share.value == Approx(1).epsilon(1e-9));
  CHECK(actors.at(1).share.value == 0);
}

TEST_CASE("an actor's share is the sum of those of its inputs; another's does not pass for it",
          "[bargain][draws]") {
  const BargainTable table =
      read_table("actor,power,position 0..100,salience 0..1\nA,5 +- 1,10 +- 5,.5 +- .1\nB,5,90 +- .001,.5\n");
  const std::vector<ActorShare> actors =
      spread_over(table, compromise, {.n = 4000, .seed = 3}).solvers.at(0).issues.at(0).actors;
  REQUIRE((actors.size() == 2 && actors[0].actor == 0 && actors[0].inputs.size() == 3));
  double sum = 0;
  for (const ActorShare::Input& one : actors[0].inputs) {
    sum += one.share.value;
    CHECK(one.share.is_beyond_chance());
  }
  CHECK(actors[0].share.value == Approx(sum));
  CHECK(actors[1].share.value == Approx(0).margin(0.02));
}

TEST_CASE("without deviation every draw is the forecast of the table, under every solver",
          "[bargain][draws]") {
  const BargainTable table = read_table(
      "actor,power,x:position,x:salience,x:reference,y:position,y:salience,y:reference\n"
      "A,.1 +- 0,0.3 +- 0,80 +- 0,0.1,1,30,0\nB,.7,0.7 +- 0,30,,0 +- 0,70 +- 0,\nC,.3,0.9,55,,.3,20 +- 0,\n");
  REQUIRE(table.uncertain.size() == 7);
  const BargainSpread found = spread_over(table, solvers_for(table), {.n = 100});
  for (const SolverSpread& one : found.solvers) {
    const BargainOutcome forecast = solve_bargain(table, one.solver);
    CHECK(one.agreed.value == (forecast.agreed ? 1 : 0));
    for (std::size_t d = 0; d < 2; ++d) {
      CHECK(one.issues[d].mean == forecast.outcome[d]);
      CHECK(one.issues[d].sd == 0);
      for (const double value : one.issues[d].quantiles) CHECK(value == forecast.outcome[d]);
      CHECK(one.issues[d].actors.empty());
    }
  }
}

TEST_CASE("each draw is the forecast of its table, whose scale ends at its extremes if none is given",
          "[bargain][draws]") {
  const BargainTable table =
      read_table("actor,power,position,salience\nA,1,2 +- 1,80\nB,1,10,40 +- 20\nC,2 +- 1,6,70\n");
  const std::vector<BargainSolver> solvers = solvers_for(table);
  const std::vector<DrawnOutcomes> drawn = draw_outcomes(table, solvers, {}, {.n = 100, .seed = 5});
  for (std::uint32_t draw = 0; draw < 100; draw += 9) {
    const BargainTable one = drawn_table(table, 5, draw);
    CHECK(one.issues[0].least == one.position[0]);
    CHECK(one.issues[0].most == 10);
    CHECK((one.salience[1] > 0 && one.salience[1] < 1 && one.power[2] > 0));
    CHECK((one.uncertain.empty() && one.position[2] == 6));
    for (const DrawnOutcomes& of_solver : drawn)
      CHECK(of_solver.on(0)[draw] == solve_bargain(one, of_solver.solver).outcome[0]);
  }
  const BargainTable given =
      read_table("actor,power,position 0..10,salience\nA,1,2 +- 9,80\nB,1,9 +- 9,40\n");
  for (std::uint32_t draw = 0; draw < 100; ++draw) {
    const BargainTable one = drawn_table(given, 5, draw);
    CHECK((one.issues[0].least == 0 && one.issues[0].most == 10));
    CHECK((one.position[0] >= 0 && one.position[0] <= 10 && one.position[1] >= 0 && one.position[1] <= 10));
  }
}

TEST_CASE("an equal seed gives equal draws on any number of threads, another seed others",
          "[bargain][draws]") {
  const BargainTable table = read_table(three);
  const std::vector<BargainSolver> solvers = solvers_for(table);
  const auto outcomes = [&](std::uint64_t seed, std::size_t n_threads) {
    return draw_outcomes(table, solvers, {}, {.n = 200, .seed = seed, .n_threads = n_threads});
  };
  const std::vector<DrawnOutcomes> one = outcomes(7, 1), four = outcomes(7, 4), other = outcomes(8, 1);
  for (std::size_t s = 0; s < solvers.size(); ++s) {
    CHECK((one[s].outcome == four[s].outcome && one[s].agreed == four[s].agreed));
    CHECK(one[s].outcome != other[s].outcome);
  }
  const BargainSpread alone = spread_of(table, one, {.n = 200, .seed = 7, .n_threads = 1}),
                      together = spread_of(table, one, {.n = 200, .seed = 7, .n_threads = 4});
  for (std::size_t s = 0; s < solvers.size(); ++s)
    for (std::size_t k = 0; k < 3; ++k)
      CHECK(alone.solvers[s].issues[0].actors[k].share.value ==
            together.solvers[s].issues[0].actors[k].share.value);
}

TEST_CASE("an actor, an issue or more draws behind others change none of these", "[bargain][draws]") {
  const BargainTable few = read_table(three), more = read_table(std::string(three) + "D,4,20 +- 5,1\n");
  for (std::uint32_t draw = 0; draw < 50; ++draw) {
    const std::vector<double> x = drawn_table(few, 3, draw).position;
    std::vector<double> y = drawn_table(more, 3, draw).position;
    y.pop_back();
    CHECK(x == y);
  }
}

TEST_CASE("inputs are drawn independently", "[bargain][draws]") {
  const BargainTable table = read_table(three);
  constexpr std::uint32_t n = 4000;
  for (std::size_t i = 0; i < 3; ++i)
    for (std::size_t j = 0; j < i; ++j) {
      double product = 0;
      for (std::uint32_t draw = 0; draw < n; ++draw) {
        const BargainTable one = drawn_table(table, 11, draw);
        const double sd[] = {2, 3, 4};
        product +=
            (one.position[i] - table.position[i]) / sd[i] * (one.position[j] - table.position[j]) / sd[j] / n;
      }
      CHECK(product == Approx(0).margin(4 / std::sqrt(n)));
    }
}

TEST_CASE("twice the draws halve the variance of the mean", "[bargain][draws]") {
  const BargainTable table = read_table(three);
  const double sd = std::sqrt(2.45);
  for (const std::size_t n : {200UL, 400UL}) {
    double squares = 0;
    constexpr std::size_t n_seeds = 400;
    for (std::size_t seed = 1; seed <= n_seeds; ++seed) {
      const std::vector<DrawnOutcomes> drawn = draw_outcomes(table, compromise, {}, {.n = n, .seed = seed});
      double mean = 0;
      for (const double value : drawn[0].on(0)) mean += value / static_cast<double>(n);
      squares += (mean - 29) * (mean - 29) / n_seeds;
    }
    CHECK(squares == Approx(sd * sd / static_cast<double>(n)).epsilon(4 * std::sqrt(2.0 / n_seeds)));
  }
}

TEST_CASE("a mirror image has the mirrored distribution", "[bargain][draws]") {
  const BargainTable table = read_table(
      "actor,power,position 0..10,salience\nA,1,2 +- 3,80\nB,1,7 +- 2,40 +- 20\nC,2 +- 1,9 +- 1,70\n");
  const BargainTable mirrored = read_table(
      "actor,power,position -10..0,salience\nA,1,-2 +- 3,80\nB,1,-7 +- 2,40 +- 20\nC,2 +- 1,-9 +- 1,70\n");
  const std::vector<BargainSolver> solvers = {BargainSolver::Compromise, BargainSolver::Median,
                                              BargainSolver::Chair};
  const BargainSpread one = spread_over(table, solvers, {.n = 2000, .seed = 1}),
                      other = spread_over(mirrored, solvers, {.n = 2000, .seed = 2});
  for (std::size_t s = 0; s < solvers.size(); ++s) {
    const OutcomeSpread &x = one.solvers[s].issues[0], &y = other.solvers[s].issues[0];
    const double error = 5 * x.sd * std::sqrt(2.0 / 2000);
    CHECK(x.mean == Approx(-y.mean).margin(error));
    CHECK(x.sd == Approx(y.sd).epsilon(0.12));
  }
}

TEST_CASE("the probability of an agreement is that of the inputs under which it passes", "[bargain][draws]") {
  // A chair that stays at its first text, the mean b / 2 of A's 0 and B's b, has one round under consensus. B loses
  // against the reference 20 iff |b / 2| > |20 - b|, so if b is from 40 / 3 to 40; A never does below 40. The
  // compromise is the same text, which B's veto may stop.
  const BargainTable table = read_table(
      "actor,power,veto,position -100..100,salience,reference\nA,1,,0,100,20\nB,1,yes,10 +- 4,100,\n");
  BargainRules rules;
  rules.chair.rounds = 1;
  rules.chair.tolerance = 0;
  rules.chair.negotiation.chair_step = 0;
  rules.chair.negotiation.first_decision = 1;
  constexpr std::size_t n = 20000;
  const BargainSpread found =
      spread_over(table, {BargainSolver::Compromise, BargainSolver::Chair}, {.n = n, .seed = 4}, rules);
  const double p = normal_share((40.0 / 3 - 10) / 4), error = std::sqrt(p * (1 - p) / n);
  for (const SolverSpread& one : found.solvers) {
    CHECK(one.agreed.value == Approx(p).margin(4 * error));
    CHECK((one.agreed.lo < p && p < one.agreed.hi));
    CHECK(one.agreed.hi - one.agreed.lo == Approx(2 * 1.96 * error).epsilon(0.05));
  }
}

}  // namespace
}  // namespace hansa
