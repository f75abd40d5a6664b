// KTAB's own sample tables, and the positions that it printed for them turn by turn.

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <iostream>
#include <limits>

#include <catch2/catch.hpp>

#include "bargaining/solvers/bargain.hpp"
#include "bargaining/tables/bargain_table.hpp"
#include "support/input/csv_table.hpp"
#include "tests/places.hpp"

namespace hansa {
namespace {

const std::filesystem::path reference = source_dir() / "../shared/reference";

/// The largest difference from the printed positions; infinite if the number of turns differs.
double largest_difference(const BargainOutcome& ours, std::size_t n_issues,
                          const std::filesystem::path& printed) {
  constexpr std::array<std::string_view, 4> columns = {"turn", "actor_index", "dim", "position"};
  ProblemList problems;
  const CsvTable table(printed, columns, problems);
  REQUIRE(problems.empty());
  double largest = 0;
  std::size_t last = 0, n_compared = 0;
  for (std::size_t row = 0; row < table.n_rows(); ++row, ++n_compared) {
    const auto turn = static_cast<std::size_t>(table.required_whole(row, "turn"));
    const auto place = static_cast<std::size_t>(table.required_whole(row, "actor_index")) * n_issues +
                       static_cast<std::size_t>(table.required_whole(row, "dim"));
    last = std::max(last, turn);
    if (turn > ours.n_turns()) break;
    const double theirs = table.required_number(row, "position");
    largest = std::max(largest, std::abs(ours.positions[turn].at(place) - theirs));
  }
  const bool all = n_compared == ours.positions.size() * ours.positions[0].size();
  return last == ours.n_turns() && all ? largest : std::numeric_limits<double>::infinity();
}

TEST_CASE("smp gives KTAB's positions at every turn", "[solvers][smp][reference]") {
  if (!std::filesystem::exists(reference / "ktab")) {
    std::cout << "skipped: KTAB's sample tables are not here\n";
    return;
  }
  const std::string name = GENERATE("SOE-Policy", "SOE-Pol-Comp", "dummyData_3Dim");
  const BargainTable table = read_bargain_table(reference / "ktab" / (name + ".csv"));
  const BargainOutcome ours = solve_bargain(table, BargainSolver::Smp);
  const double difference =
      largest_difference(ours, table.n_issues(), reference / "ktab" / (name + "_positions.csv"));
  WARN(name << ": " << ours.n_turns() << " turns, largest difference " << difference);
  CHECK(difference < 0.005);
}

TEST_CASE("smp gives the likeliest bargains that KTAB prints under two of its other rules",
          "[solvers][smp][reference]") {
  // KTAB, examples/smp/doc/20170530_ref-smpExample.txt: five actors on three issues under PropCbc and MarkovIncentive.
  // It drew its bargains (Stochastic); those with the largest probabilities are 1011, 1012, 1008, 1008 and 1017.
  const BargainTable table = {
      .issues = {{"a", 0, 100, std::nullopt}, {"b", 0, 100, std::nullopt}, {"c", 0, 100, std::nullopt}},
      .actors = {"Alice", "Bob", "Carol", "David", "Ellen"},
      .power = {117.7, 93.2, 61.4, 135.4, 63.8},
      .veto = {0, 0, 0, 0, 0},
      .position = {52.8, 39.8, 39.6, 15.9, 61.4, 72, 61.1, 86.5, 44.5, 26.3, 16.5, 15.9, 73.3, 61.1, 26.3},
      .salience = {.323, .224, .134, .252, .345, .265, .288, .286, .182, .156, .42, .143, .397, .199, .158}};
  BargainRules rules;
  rules.smp.vote = SmpVote::ProportionalCubic;
  rules.smp.election = SmpElection::Incentive;
  const BargainOutcome ours = solve_bargain(table, BargainSolver::Smp, rules);
  const std::vector<double> printed = {55.53, 63.19, 42.21, 23.48, 63.81, 70.13, 33.48, 18.89,
                                       19.04, 33.48, 18.89, 19.04, 64.11, 48.13, 32.54};
  for (std::size_t k = 0; k < printed.size(); ++k)
    CHECK(ours.positions.at(1)[k] == Approx(printed[k]).margin(0.005));
}

}  // namespace
}  // namespace hansa
