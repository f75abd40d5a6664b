// What a forecast must not depend on: the order of lines, units, direction, names.
#include <algorithm>
#include <vector>

#include <catch2/catch.hpp>

#include "bargaining/solvers/bargain.hpp"
#include "tests/places.hpp"

namespace hansa {
namespace {

constexpr std::size_t n = 6;

/// Six actors on a scale of 0 to 100, without ties; the reference is below all.
BargainTable six() {
  return {.issues = {{"x", 0, 100, 5.0}},
          .actors = {"A", "B", "C", "D", "E", "F"},
          .power = {30, 20, 25, 15, 10, 7},
          .veto = std::vector<char>(n),
          .position = {12, 40, 71, 100, 55, 23},
          .salience = {.8, .3, .9, .6, .2, .55}};
}

BargainTable reversed(const BargainTable& table) {
  BargainTable other = table;
  std::reverse(other.actors.begin(), other.actors.end());
  std::reverse(other.power.begin(), other.power.end());
  std::reverse(other.position.begin(), other.position.end());
  std::reverse(other.salience.begin(), other.salience.end());
  return other;
}

/// Who sets the agenda in these tables, under consensus.
BargainRules rules_with(const char* setter) {
  BargainRules rules;
  rules.setter = setter;
  return rules;
}

double outcome(const BargainTable& table, BargainSolver solver, const char* setter = "B") {
  return solve_bargain(table, solver, rules_with(setter)).outcome[0];
}

/// The solvers of one issue.
std::vector<BargainSolver> of_one_issue() {
  std::vector<BargainSolver> solvers;
  for (const BargainSolver solver : each<BargainSolver>)
    if (is_for(six(), solver, rules_with("B"))) solvers.push_back(solver);
  return solvers;
}

TEST_CASE("logrolling and exchange depend on no order, unit of power or direction", "[solvers][law]") {
  BargainTable table = six();
  table.issues.push_back({"y", 0, 100, 90.0});
  table.position = {12, 80, 40, 70, 71, 3, 100, 55, 55, 22, 23, 61};
  table.salience = {.8, .1, .3, .7, .9, .4, .6, .25, .2, .5, .55, .35};
  BargainTable scaled = table, mirrored = table, reordered = table;
  for (double& power : scaled.power) power *= 1e6;
  for (double& position : mirrored.position) position = 100 - position;
  for (BargainIssue& issue : mirrored.issues) issue.reference = 100 - *issue.reference;
  std::reverse(reordered.power.begin(), reordered.power.end());
  for (std::size_t k = 0; k < 2 * n; ++k) {
    reordered.position[k] = table.position[2 * (n - 1 - k / 2) + k % 2];
    reordered.salience[k] = table.salience[2 * (n - 1 - k / 2) + k % 2];
  }
  for (const BargainSolver solver : {BargainSolver::JointNash, BargainSolver::Exchange}) {
    INFO(name_of(solver));
    const BargainOutcome found = solve_bargain(table, solver);
    if (solver == BargainSolver::Exchange) CHECK(found.n_turns() > 1);
    for (std::size_t d = 0; d < 2; ++d) {
      CHECK(solve_bargain(scaled, solver).outcome[d] == Approx(found.outcome[d]).margin(1e-7));
      CHECK(solve_bargain(mirrored, solver).outcome[d] == Approx(100 - found.outcome[d]).margin(1e-6));
      CHECK(solve_bargain(reordered, solver).outcome[d] == Approx(found.outcome[d]).margin(1e-6));
    }
  }
}

TEST_CASE("no solver depends on the order of lines", "[solvers][law]") {
  for (const BargainSolver solver : of_one_issue()) {
    INFO(name_of(solver));
    CHECK(outcome(reversed(six()), solver) == Approx(outcome(six(), solver)).margin(1e-6));
  }
}

TEST_CASE("no solver depends on the unit of power", "[solvers][law]") {
  const double unit = GENERATE(1e-6, 1e-4, 100.0, 3.7e11);
  BargainTable table = six();
  for (double& power : table.power) power *= unit;
  for (const BargainSolver solver : of_one_issue()) {
    INFO(name_of(solver) << " in units of " << 1 / unit);
    CHECK(outcome(table, solver) == Approx(outcome(six(), solver)).epsilon(1e-12).margin(1e-9));
  }
}

TEST_CASE("the forecast of car emissions is one whatever the unit of power", "[solvers][law]") {
  BargainTable table = read_bargain_table(source_dir() / "scenarios/examples/ec-car-emission.csv");
  const double unit = GENERATE(1e-6, 1e-4, 1.0, 100.0);
  for (double& power : table.power) power *= unit;
  CHECK(outcome(table, BargainSolver::Smp) == Approx(5.987).margin(0.0005));
}

TEST_CASE("saliences to 1 and to 100 give one forecast", "[solvers][law]") {
  const std::string head = "actor,power,x:position 0..100,x:salience\n";
  const BargainTable shares = read_bargain_table(TableSource{
                         "t",
                         head + "Ana,30,0,0.8\nBo,20,40,0.3\nCy,25,70,0.9\nDi,15,100,0.6\nEd,10,55,0.2\n"}),
                     percent = read_bargain_table(TableSource{
                         "t", head + "Ana,30,0,80\nBo,20,40,30\nCy,25,70,90\nDi,15,100,60\nEd,10,55,20\n"});
  for (const BargainSolver solver : each<BargainSolver>)
    if (can_solve(shares, solver))
      CHECK(outcome(shares, solver) == Approx(outcome(percent, solver)).epsilon(1e-12));
  CHECK(outcome(percent, BargainSolver::Smp) == Approx(9.94).margin(0.005));
}

TEST_CASE("saliences to 1 and to 100 give one bargain over a reference", "[solvers][law]") {
  const std::string head = "actor,power,x:position 0..100,x:salience,x:reference\n";
  const BargainTable
      shares = read_bargain_table(TableSource{
          "t", head + "Ana,30,10,0.8,5\nBo,20,40,0.3,\nCy,25,70,0.9,\nDi,15,100,0.6,\nEd,10,55,0.2,\n"}),
      percent = read_bargain_table(TableSource{
          "t", head + "Ana,30,10,80,5\nBo,20,40,30,\nCy,25,70,90,\nDi,15,100,60,\nEd,10,55,20,\n"});
  for (const BargainSolver solver : {BargainSolver::Nash, BargainSolver::JointNash, BargainSolver::Setter}) {
    INFO(name_of(solver));
    const BargainOutcome found = solve_bargain(shares, solver, rules_with("Bo"));
    CHECK(found.agreed);
    CHECK(found.outcome[0] > 5.5);
    CHECK(found.outcome[0] ==
          Approx(solve_bargain(percent, solver, rules_with("Bo")).outcome[0]).epsilon(1e-9));
  }
}

TEST_CASE("percentages weigh as the numbers that they are", "[solvers][law]") {
  const BargainTable table = read_bargain_table(
      TableSource{"t", "actor,power,x:position 0..100,x:salience\nA,1,0,80%\nB,1,60,30\nC,1,100,30\n"});
  CHECK(outcome(table, BargainSolver::Compromise) == Approx((60.0 * 30 + 100 * 30) / (80 + 30 + 30)));
}

TEST_CASE("a mirrored table has the mirrored forecast", "[solvers][law]") {
  BargainTable mirror = six();
  mirror.issues[0].reference = 95.0;
  for (double& position : mirror.position) position = 100 - position;
  for (const BargainSolver solver : of_one_issue()) {
    INFO(name_of(solver));
    CHECK(outcome(mirror, solver) ==
          Approx(100 - outcome(six(), solver)).margin(2e-2));  // smp rounds to 1e-4 of the scale
  }
}

TEST_CASE("no solver reads names", "[solvers][law]") {
  BargainTable renamed = six();
  renamed.actors = {"Z", "Y", "X", "W", "V", "U"};
  renamed.issues[0].name = "other";
  for (const BargainSolver solver : of_one_issue())
    CHECK(outcome(renamed, solver, "Y") == outcome(six(), solver));
}

TEST_CASE("two halves of an actor weigh as the whole", "[solvers][law]") {
  BargainTable halves = six();
  halves.actors.push_back("A2");
  halves.power[0] = 15;
  halves.power.push_back(15);
  halves.veto.push_back(0);
  halves.position.push_back(halves.position[0]);
  halves.salience.push_back(halves.salience[0]);
  for (const auto solver : {BargainSolver::Compromise, BargainSolver::Median, BargainSolver::Mean,
                            BargainSolver::Nash, BargainSolver::Contest})
    CHECK(outcome(halves, solver) == Approx(outcome(six(), solver)).epsilon(1e-12));
}

TEST_CASE("an actor without power and veto has no seat: nothing changes without it", "[solvers][law]") {
  BargainTable observed = six();
  observed.actors.push_back("Z");
  observed.power.push_back(0);
  observed.veto.push_back(0);
  observed.position.push_back(99);
  observed.salience.push_back(.5);
  CHECK(observed.n_seats() == n);
  for (const BargainSolver solver : of_one_issue()) {
    const BargainOutcome found = solve_bargain(observed, solver, rules_with("B")),
                         without = solve_bargain(six(), solver, rules_with("B"));
    INFO(name_of(solver));
    CHECK(found.outcome[0] == Approx(without.outcome[0]).epsilon(1e-12));
    CHECK(found.agreed == without.agreed);
  }
  CHECK(solve_bargain(observed, BargainSolver::Smp).positions.back().back() == 99);
}

TEST_CASE("smp tells what the order of equal actors decides", "[solvers][smp]") {
  // three actors at 0, 50 and 100 with equal power and salience: the table is its own mirror image
  BargainTable table{.issues = {{"x", 0, 100, std::nullopt}},
                     .actors = {"A", "C", "B"},
                     .power = {1, 1, 1},
                     .veto = {0, 0, 0},
                     .position = {0, 50, 100},
                     .salience = {.2, .2, .2}};
  const auto [positions, expected] = GENERATE(
      Catch::Generators::table<std::vector<double>, double>({{{0, 50, 100}, 19.04},
                                                             {{50, 100, 0}, 28.57},
                                                             {{0, 100, 50}, 50},
                                                             {{50, 0, 100}, 50}}));  // as KTAB decides
  table.position = positions;
  const BargainOutcome found = solve_bargain(table, BargainSolver::Smp, {.tries_orders = true});
  CHECK(found.outcome[0] == Approx(expected).margin(0.005));
  CHECK(found.n_ties > 0);
  REQUIRE(found.orders);
  CHECK(found.orders->n_orders == 6);
  CHECK((found.orders->least[0] <= 19.05 && found.orders->most[0] >= 50));
  CHECK_FALSE(solve_bargain(six(), BargainSolver::Smp, {.tries_orders = true}).orders);
}

TEST_CASE("the last bit of a salience decides nothing", "[solvers][smp]") {
  BargainTable table{.issues = {{"x", 0, 100, std::nullopt}},
                     .actors = {"A", "B", "C", "D"},
                     .power = {1, 1, 1, 1},
                     .veto = {0, 0, 0, 0},
                     .position = {0, 30, 70, 100},
                     .salience = {.7, .7, .7, .7}};
  const double plain = outcome(table, BargainSolver::Smp);
  for (double& s : table.salience) s *= 1 - 2.3e-16;
  CHECK(outcome(table, BargainSolver::Smp) == plain);
}

}  // namespace
}  // namespace hansa
