#include <vector>

#include <catch2/catch.hpp>

#include "bargaining/solvers/bargain.hpp"
#include "bargaining/tables/packages.hpp"
#include "tests/rule_of.hpp"

namespace hansa {
namespace {

BargainIssue issue(const char* name, const char* proposal, std::optional<double> reference) {
  return {.name = name, .least = 0, .most = 100, .reference = reference, .proposal = proposal};
}

/// Two who log-roll on x and y, one proposal, and a third issue, another's.
BargainTable three_issues() {
  return {.issues = {issue("x", "pair", 50.0), issue("z", "z", 50.0), issue("y", "pair", 50.0)},
          .actors = {"A", "B"},
          .power = {1, 1},
          .veto = {0, 0},
          .position = {0, 20, 0, 100, 40, 100},
          .salience = {.9, .5, .1, .1, .5, .9}};
}

BargainOutcome solve(const BargainTable& table, BargainSolver solver, bool packages = true) {
  return solve_bargain(table, solver, {.packages = packages});
}

TEST_CASE("the issues of a proposal are one package, those of another a second", "[packages]") {
  const std::vector<Package> packages = packages_of(three_issues());
  CHECK(packages == std::vector<Package>{{0, 2}, {1}});
  const BargainTable part = part_of(three_issues(), packages[0]);
  CHECK((part.issues[0].name == "x" && part.issues[1].name == "y"));
  CHECK(part.position == std::vector<double>{0, 0, 100, 100});
  CHECK(part.salience == std::vector<double>{.9, .1, .1, .9});
}

TEST_CASE("two log-roll within a proposal, not with an issue of another", "[packages]") {
  const BargainOutcome found = solve(three_issues(), BargainSolver::JointNash);
  CHECK(found.agreed_on == std::vector<char>{1, 1, 1});
  CHECK(found.outcome[0] == Approx(10).margin(1e-4));
  CHECK(found.outcome[2] == Approx(90).margin(1e-4));
  // both stand below 50 on z: the Nash bargain on it alone, and not the bargain over all three
  const double alone = solve(part_of(three_issues(), {1}), BargainSolver::JointNash).outcome[0];
  CHECK(found.outcome[1] == Approx(alone).margin(1e-6));
  CHECK(solve(three_issues(), BargainSolver::JointNash, false).outcome[1] != Approx(alone).margin(1e-2));
}

TEST_CASE("solvers of single issues do not see packages", "[packages]") {
  for (const BargainSolver solver : each<BargainSolver>) {
    if (!is_by_issue(solver) || solver == BargainSolver::Setter) continue;
    CHECK(solve(three_issues(), solver).outcome == solve(three_issues(), solver, false).outcome);
  }
}

TEST_CASE("a package that ends early keeps its last positions; one may fail where another passes",
          "[packages]") {
  BargainTable table = three_issues();
  table.issues[0].reference = table.issues[2].reference = 0.0;  // where A stands: all that B gains, A loses
  table.power = {2, 1};
  const BargainOutcome found = solve(table, BargainSolver::Chair),
                       pair = solve(part_of(table, {0, 2}), BargainSolver::Chair),
                       alone = solve(part_of(table, {1}), BargainSolver::Chair);
  CHECK((!pair.agreed && alone.agreed && !found.agreed));
  CHECK(found.agreed_on == std::vector<char>{0, 1, 0});
  CHECK(found.n_turns() == std::max(pair.n_turns(), alone.n_turns()));
  REQUIRE(alone.n_turns() < pair.n_turns());
  CHECK(found.positions.back()[1] == alone.positions.back()[0]);
  CHECK(found.positions.back()[0] == pair.positions.back()[0]);
  CHECK(found.texts.back()[1] == alone.texts.back()[0]);
  CHECK(found.outcome == std::vector<double>{pair.outcome[0], alone.outcome[0], pair.outcome[1]});
}

TEST_CASE("an exchange stays within a proposal; one issue alone is the compromise", "[packages]") {
  const BargainOutcome found = solve(three_issues(), BargainSolver::Exchange);
  CHECK(found.outcome[1] == Approx(30));
  CHECK(found.outcome[0] ==
        Approx(solve(part_of(three_issues(), {0, 2}), BargainSolver::Exchange).outcome[0]));
  CHECK(found.outcome[0] != Approx(solve(three_issues(), BargainSolver::Compromise).outcome[0]));
  BargainTable apart = three_issues();
  for (BargainIssue& issue : apart.issues) issue.proposal = issue.name;
  CHECK(lack_of(apart, BargainSolver::Exchange, {.packages = true}) ==
        "exchange needs a proposal with two issues");
  CHECK_FALSE(is_for(apart, BargainSolver::Exchange, {.packages = true}));
}

TEST_CASE("ranges over orders are those of each package", "[packages][smp]") {
  // three on a scale that is its own mirror image: their order decides; on the other issue it does not
  BargainTable table{.issues = {issue("x", "a", std::nullopt), issue("y", "b", std::nullopt)},
                     .actors = {"A", "C", "B"},
                     .power = {1, 1, 1},
                     .veto = {0, 0, 0},
                     .position = {0, 10, 50, 10, 100, 10},
                     .salience = {.2, .2, .2, .2, .2, .2}};
  const BargainOutcome found =
      solve_bargain(table, BargainSolver::Smp, {.tries_orders = true, .packages = true});
  REQUIRE(found.orders);
  CHECK(found.orders->n_orders == 6);
  CHECK((found.orders->least[0] < 20 && found.orders->most[0] > 80));
  CHECK((found.orders->least[1] == 10 && found.orders->most[1] == 10));
}

}  // namespace
}  // namespace hansa
