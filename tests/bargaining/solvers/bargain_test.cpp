#include <catch2/catch.hpp>

#include "bargaining/solvers/bargain.hpp"
#include "tests/places.hpp"
#include "tests/rule_of.hpp"

namespace hansa {
namespace {

/// Two actors on a scale of years, 2000 to 2010; without an agreement it is 2000.
BargainTable two_over_years() {
  return {.issues = {{"year", 2000, 2010, 2000}},
          .actors = {"A", "B"},
          .power = {1, 1},
          .veto = {0, 0},
          .position = {2003, 2009},
          .salience = {.5, .5}};
}

TEST_CASE("outcomes are on the table's own scale", "[solvers]") {
  const BargainTable table = two_over_years();
  CHECK(solve_bargain(table, BargainSolver::Compromise).outcome == std::vector{2006.0});
  CHECK(solve_bargain(table, BargainSolver::Median).outcome == std::vector{2006.0});
  CHECK(solve_bargain(table, BargainSolver::Nash).outcome[0] == Approx(2003.80384757729).epsilon(1e-12));
  CHECK(solve_bargain(table, BargainSolver::Contest).outcome[0] == Approx(2006.0).epsilon(1e-12));
  const BargainOutcome smp = solve_bargain(table, BargainSolver::Smp);
  CHECK(smp.positions.front() == table.position);
}

TEST_CASE("power and salience weigh alike", "[solvers]") {
  BargainTable powerful = two_over_years(), attentive = two_over_years();
  powerful.power[1] = 2;
  attentive.salience[1] = 1;
  for (const auto solver : {BargainSolver::Compromise, BargainSolver::Median, BargainSolver::Nash})
    CHECK(solve_bargain(powerful, solver).outcome == solve_bargain(attentive, solver).outcome);
}

TEST_CASE("without a reference there is no Nash bargain", "[solvers]") {
  BargainTable table = two_over_years();
  CHECK(can_solve(table, BargainSolver::Nash));
  table.issues[0].reference.reset();
  CHECK_FALSE(can_solve(table, BargainSolver::Nash));
}

TEST_CASE("if not all can gain, the reference stays and nothing is agreed", "[solvers]") {
  BargainTable table = two_over_years();
  table.issues[0].reference = 2005;
  const BargainOutcome nash = solve_bargain(table, BargainSolver::Nash);
  CHECK_FALSE(nash.agreed);
  CHECK(nash.outcome == std::vector{2005.0});
}

TEST_CASE("an outcome that a veto holder likes less than no agreement is not agreed", "[solvers]") {
  BargainTable table = two_over_years();
  table.power[1] = 9;  // the compromise, 2008.4, is farther from A than the reference is
  CHECK(solve_bargain(table, BargainSolver::Compromise).agreed);
  table.veto[0] = 1;
  CHECK_FALSE(solve_bargain(table, BargainSolver::Compromise).agreed);
  table.issues[0].reference = 2010;
  CHECK(solve_bargain(table, BargainSolver::Compromise).agreed);
}

TEST_CASE("where the chair finds no agreement, the reference stays, or its last text", "[solvers][chair]") {
  BargainTable table = two_over_years();
  table.issues[0].reference = 2005;  // between the two
  const BargainOutcome chair = solve_bargain(table, BargainSolver::Chair);
  CHECK_FALSE(chair.agreed);
  CHECK(chair.outcome == std::vector{2005.0});
  CHECK(chair.n_turns() == 12);
  CHECK(chair.positions.front() == table.position);
  REQUIRE(chair.texts.size() == 13);
  CHECK(chair.texts.front()[0] == Approx(2006.0));

  table.issues[0].reference.reset();
  BargainRules strict;
  strict.chair.reservation = 0.1;  // of ten years
  const BargainOutcome bare = solve_bargain(table, BargainSolver::Chair, strict);
  CHECK_FALSE(bare.agreed);
  CHECK(bare.outcome == bare.texts.back());
}

TEST_CASE("under a quota the chair passes over actors with too little power", "[solvers][chair]") {
  BargainTable table = two_over_years();
  table.power = {1, 9};
  table.issues[0].reference = 2003;  // A's position
  BargainRules rules;
  CHECK_FALSE(solve_bargain(table, BargainSolver::Chair, rules).agreed);
  rules.decision = test::quota_power(0.9);
  const BargainOutcome passed = solve_bargain(table, BargainSolver::Chair, rules);
  CHECK(passed.agreed);
  CHECK((passed.outcome[0] > 2003 && passed.outcome[0] < 2009));
  table.veto[0] = 1;
  CHECK_FALSE(solve_bargain(table, BargainSolver::Chair, rules).agreed);
}

TEST_CASE("European car emissions, after Bueno de Mesquita 1994", "[solvers]") {
  const BargainTable table = read_bargain_table(source_dir() / "scenarios/examples/ec-car-emission.csv");
  CHECK(solve_bargain(table, BargainSolver::Compromise).outcome[0] == Approx(7.39).margin(0.005));
  CHECK(solve_bargain(table, BargainSolver::Smp).outcome[0] == Approx(5.99).margin(0.005));  // as in KTAB
}

TEST_CASE("the mean weighs by power alone", "[solvers]") {
  BargainTable table = two_over_years();
  table.power = {3, 1};
  table.salience = {0.1, 1};
  CHECK(solve_bargain(table, BargainSolver::Mean).outcome[0] ==
        Approx((3 * table.position[0] + table.position[1]) / 4));
}

TEST_CASE("a reference that no actor prefers to any text has no standing when the chair redrafts",
          "[solvers][chair]") {
  BargainTable table = two_over_years();
  table.power[1] = 3;
  BargainRules rules;
  rules.chair.disagreement = 1;
  const BargainOutcome without = solve_bargain(table, BargainSolver::Chair, rules);
  table.issues[0].reference = table.position[0];
  const BargainOutcome with = solve_bargain(table, BargainSolver::Chair, rules);
  REQUIRE((with.texts.size() > 1 && without.texts.size() > 1));
  CHECK(with.texts[0][0] != Approx(with.texts[1][0]).epsilon(1e-9));
  CHECK(with.texts[1][0] == Approx(without.texts[1][0]).epsilon(1e-9));  // later, what is at stake differs
}

}  // namespace
}  // namespace hansa
