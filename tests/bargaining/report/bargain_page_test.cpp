#include <catch2/catch.hpp>

#include "analysis/report/run_page.hpp"
#include "bargaining/report/bargain_page.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;

/// Two actors on one issue, of which the stronger stands at 0.
BargainTable two_actors() {
  return {.issues = {{"delay", 0, 10, std::nullopt, 4}},
          .actors = {"A", "B </script>"},
          .power = {2, 1},
          .veto = {0, 0},
          .position = {0, 10},
          .salience = {1, 1}};
}

TEST_CASE("a bargain's headline has the range of the solvers, and which is nearest to what was decided",
          "[bargain][report]") {
  const BargainTable table = two_actors();
  const std::vector<BargainOutcome> outcomes = {solve_bargain(table, BargainSolver::Compromise),
                                                solve_bargain(table, BargainSolver::Median)};
  const std::vector<std::string> headline = headline_of(table, outcomes);
  REQUIRE(headline.size() == 2);
  CHECK(headline[0] ==
        "delay: the solvers expect 0.0 (median) to 3.3 (compromise), on a scale from 0 to 10; decided: 4.0, "
        "to which "
        "compromise is nearest.");
}

TEST_CASE("equal tables give equal pages, in which no name can become markup", "[bargain][report]") {
  if (!can_make_pages()) {
    std::puts("skipped: this build has no page");
    return;
  }
  const BargainTable table = two_actors();
  const std::vector<BargainOutcome> outcomes = {solve_bargain(table, BargainSolver::Smp)};
  const BargainStory story = {.name = "two.csv", .csv = "actor,power\n", .command = "hansa bargain two.csv"};
  const std::string page = bargain_page(story, table, outcomes, std::nullopt);
  CHECK(page == bargain_page(story, table, outcomes, std::nullopt));
  CHECK_THAT(page, Contains("<title>two.csv") && Contains("default-src 'none'") && !Contains("B </script>"));
}

}  // namespace
}  // namespace hansa
