#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iostream>

#include <catch2/catch.hpp>

#include "bargaining/report/backtest.hpp"
#include "bargaining/report/backtest_folds.hpp"
#include "bargaining/report/forecast_csv.hpp"
#include "bargaining/tables/packages.hpp"
#include "tests/places.hpp"

namespace hansa {
namespace {

/// A proposal on which two log-roll, and were seen to, and one of one issue, on which both gain.
CaseTable two_proposals() {
  return read_cases(TableSource{"c",
                                "issue,actor,position 0..100,salience,reference,outcome\n"
                                "p1i1,A,0,90,50,10\np1i1,B,100,10,50,10\n"
                                "p1i2,A,0,10,50,90\np1i2,B,100,90,50,90\n"
                                "p2i1,A,20,50,50,30\np2i1,B,40,50,50,30\n"});
}

BacktestScore score_of(const Backtest& found, BargainSolver solver) {
  return *std::ranges::find(found.scores, name_of(solver), &BacktestScore::solver);
}

TEST_CASE("issues of a proposal are solved together, and compared with each alone", "[backtest][packages]") {
  const Backtest found = backtest(two_proposals(), {.packages = true}, 42);
  CHECK(found.n_packages == 2);
  const BacktestScore nash = score_of(found, BargainSolver::JointNash);
  CHECK(nash.error.n == 3);
  // alone nobody gives way on p1: 40 away from 10 and from 90; p2 is the same either way
  const double alone = std::abs(solve_cases(two_proposals(), BargainSolver::JointNash, {}).error[2]);
  CHECK(nash.error.mean == Approx(alone / 3).margin(1e-4));
  CHECK(nash.against_alone.mean == Approx(-80.0 / 3).margin(1e-4));
  CHECK(nash.against_alone.lo == Approx(-40).margin(1e-4));
  CHECK(nash.against_alone.hi == Approx(0).margin(1e-4));
}

TEST_CASE("an exchange is scored in proposals of two issues, against the compromise",
          "[backtest][packages]") {
  const Backtest found = backtest(two_proposals(), {.packages = true}, 42);
  const BacktestScore exchange = score_of(found, BargainSolver::Exchange);
  CHECK((exchange.error.n == 2 && exchange.against_alone.n == 2));
  CHECK(exchange.against_alone.mean == exchange.against_compromise.mean);
  // the compromise is at 10 and 90, as was decided; both give way all the way, to 0 and 100
  CHECK(exchange.against_alone.mean == Approx(10));
  const Backtest alone = backtest(two_proposals(), {}, 42);
  CHECK(std::ranges::find(alone.scores, "exchange", &BacktestScore::solver) == alone.scores.end());
  CHECK((alone.n_packages == 0 && alone.scores.front().against_alone.n == 0));
}

TEST_CASE("solvers of single issues are the same in packages", "[backtest][packages]") {
  const Backtest found = backtest(two_proposals(), {.packages = true}, 42),
                 alone = backtest(two_proposals(), {}, 42);
  for (const BargainSolver solver :
       {BargainSolver::Compromise, BargainSolver::Mean, BargainSolver::Median, BargainSolver::Nash}) {
    CHECK(score_of(found, solver).error.mean == score_of(alone, solver).error.mean);
    CHECK(score_of(found, solver).against_alone.mean == 0);
    CHECK(score_of(found, solver).against_alone.n == score_of(found, solver).error.n);
  }
}

TEST_CASE("chair is held out by packages, too", "[backtest][packages]") {
  const CaseTable table = read_cases(TableSource{
      "c",
      "issue,actor,position 0..100,salience,outcome\np1i1,A,0,90,10\np1i1,B,100,10,10\np1i1,C,60,50,10\n"
      "p1i2,A,0,10,90\np1i2,B,100,90,90\np1i2,C,30,50,90\np2i1,A,20,50,30\np2i1,B,40,50,30\n"});
  const CrossValidation together = cross_validate(table, {.packages = true}, 2, 1),
                        alone = cross_validate(table, {}, 2, 1);
  CHECK((together.error.n == 3 && alone.error.n == 3));
  CHECK(together.error_on_all != Approx(alone.error_on_all).margin(0.1));
}

TEST_CASE("packages of the European Union's issues cover every case", "[backtest][packages][reference]") {
  const std::filesystem::path file = source_dir() / "../shared/reference/deu/deu3_open.csv";
  if (!std::filesystem::exists(file)) {
    std::cout << "skipped: the reference data are not beside the project\n";
    return;
  }
  const CaseTable table = read_cases(file);
  CHECK(packages_of(table).size() == 64);
  BargainRules rules{.chair = council_chair_rules()};
  rules.packages = true;
  const Backtest found = backtest(table, rules, 42);
  CHECK(score_of(found, BargainSolver::Compromise).error.mean == Approx(23.172).margin(0.0005));
  CHECK(score_of(found, BargainSolver::Chair).error.n == 154);
  CHECK(score_of(found, BargainSolver::Exchange).error.n == 135);  // 19 proposals have one issue
  for (const BacktestScore& score : found.scores)
    WARN(score.solver << ": " << score.error.mean << ", " << score.error.n << " cases, less alone "
                      << score.against_alone.mean << " in " << score.against_alone.lo << ".."
                      << score.against_alone.hi);
}

}  // namespace
}  // namespace hansa
