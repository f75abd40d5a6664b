#include <catch2/catch.hpp>

#include "bargaining/report/bargain_picture.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;

BargainTable two(const std::string& name = "A") {
  return {.issues = {{"tax", 0, 10, 0}, {"term", 0, 4, {}}},
          .actors = {name, "B"},
          .power = {2, 1},
          .veto = {0, 0},
          .position = {2, 4, 10, 0},
          .salience = {.5, .5, .5, .5}};
}

std::string picture(const BargainTable& table, const std::vector<BargainSolver>& solvers) {
  std::vector<BargainOutcome> outcomes;
  for (const BargainSolver solver : solvers) outcomes.push_back(solve_bargain(table, solver));
  return bargain_picture("t.csv", table, outcomes);
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

TEST_CASE("every issue has a panel, and every actor a line and its name in it", "[picture]") {
  const std::string svg = picture(two(), {BargainSolver::Smp});
  CHECK(count(svg, "<polyline class=\"line\"") == 4);
  CHECK(count(svg, ">A</text>") == 2);
  CHECK(count(svg, "<path class=\"outcome\"") == 2);
  CHECK(count(svg, ">turn</text>") == 2);
  CHECK(count(svg, ">reference</text>") == 1);
  CHECK_THAT(svg, Contains(">tax, smp</text>") && Contains(">term, smp</text>"));
}

TEST_CASE("solvers that take turns are drawn, and others only if none does", "[picture]") {
  const std::string both = picture(two(), {BargainSolver::Median, BargainSolver::Chair});
  CHECK_THAT(both, !Contains("median") && Contains("tax, chair") && Contains("the chair's text</title>"));
  CHECK_THAT(picture(two(), {BargainSolver::Median}), Contains("tax, median"));
}

TEST_CASE("a line goes from the first position to the last, on the issue's scale", "[picture]") {
  // the plot is 240 high and begins at 102: 2 of 10 is at 102 + .8 * 240
  CHECK_THAT(picture(two(), {BargainSolver::Median}),
             Contains("points=\"64.0,294.0 570.0,294.0\"><title>A<"));
}

TEST_CASE("names cannot break out of the picture", "[picture]") {
  const std::string svg = picture(two("<script>\"&'\x1b"), {BargainSolver::Smp});
  CHECK_THAT(svg, !Contains("<script") && !Contains("\x1b") && Contains("&lt;script&gt;&quot;&amp;"));
  const std::string long_name = picture(two("Ein überaus langer Name für ein Land"), {BargainSolver::Smp});
  CHECK_THAT(long_name, Contains(">Ein überaus langer Name f…</text>"));
}

TEST_CASE("an issue on which all agree has a panel of its own height", "[picture]") {
  BargainTable table = two();
  table.issues = {{"a", 3, 3, 3.0}};
  table.position = {3, 3};
  table.salience = {1, 1};
  const std::string svg = picture(table, {BargainSolver::Smp, BargainSolver::Chair});
  CHECK_THAT(svg, !Contains("nan") && !Contains("inf") && Contains(",222.0"));  // halfway up
}

TEST_CASE("of more than forty actors the most powerful are named, and all are drawn", "[picture]") {
  BargainTable table;
  table.issues = {{"a", 0, 60, {}}};
  for (int k = 0; k < 60; ++k) {
    table.actors.push_back("actor" + std::to_string(k));
    table.power.push_back(k + 1);
    table.veto.push_back(0);
    table.position.push_back(k);
    table.salience.push_back(1);
  }
  const std::string svg = picture(table, {BargainSolver::Median});
  CHECK(count(svg, "<polyline class=\"line\"") == 60);
  CHECK(count(svg, "<polyline class=\"leader\"") == 40);
  CHECK_THAT(svg,
             Contains(">actor59</text>") && !Contains(">actor19</text>") && Contains("the 40 with most"));
}

}  // namespace
}  // namespace hansa
