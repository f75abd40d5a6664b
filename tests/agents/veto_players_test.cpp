#include <cmath>

#include <catch2/catch.hpp>

#include "agents/veto_players.hpp"
#include "tests/laws/library_world.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::near;

/// A party with three veto players of polarisation 1 in 2000 and five of polarisation 2 from 2002 on.
StateRow state(std::string iso3, std::string region) {
  StateRow row;
  row.iso3 = std::move(iso3);
  row.party = true;
  row.region = std::move(region);
  row.checks.points = {{2000, 3}, {2002, 5}};
  row.polarization.points = {{2000, 1}, {2002, 2}};
  return row;
}

/// A state that the table does not have.
StateRow unknown(std::string iso3, std::string region) {
  StateRow row = state(std::move(iso3), std::move(region));
  row.checks = row.polarization = {};
  return row;
}

TEST_CASE("a year has the veto players of its row, else of the last one, else of the first",
          "[veto_players]") {
  const std::vector<StateRow> rows = {state("AAA", "north")};
  for (const auto& [year, checks, polarisation] :
       {std::tuple{1990, 3.0, 1.0}, {2000, 3.0, 1.0}, {2001, 3.0, 1.0}, {2002, 5.0, 2.0}, {2024, 5.0, 2.0}}) {
    const VetoPlayers players = read_veto_players(rows, {1}, year);
    CHECK(players.checks[0] == checks);
    CHECK(players.polarisation[0] == polarisation);
    CHECK(players.n_filled == 0);
  }
}

TEST_CASE("more than five veto players count as five", "[veto_players]") {
  std::vector<StateRow> rows = {state("AAA", "north")};
  rows[0].checks.points = {{2000, 18}};
  CHECK(read_veto_players(rows, {1}, 2000).checks[0] == 5);
}

TEST_CASE("a state without a row has the mean of its region and is counted", "[veto_players]") {
  std::vector<StateRow> rows = {state("AAA", "north"),   state("BBB", "north"),  state("CCC", "south"),
                                unknown("DDD", "north"), unknown("EEE", "west"), unknown("EUU", "none")};
  rows[1].checks.points = {{2000, 4}};
  rows[2].checks.points = {{2000, 1}};
  rows[2].polarization = {};  // one gap makes a state that was filled
  const VetoPlayers players = read_veto_players(rows, {1, 1, 1, 1, 1, 0}, 2000);
  CHECK(players.checks[3] == 3.5);
  CHECK(players.checks[4] == near(8.0 / 3));  // no state of its region is known: the world's mean
  CHECK(players.polarisation[2] == 1.0);
  CHECK(players.n_filled == 3);  // the EU is not counted
  const VetoPlayers nobody = read_veto_players({unknown("AAA", "north")}, {1}, 2000);
  CHECK(nobody.checks[0] == 1);
  CHECK(nobody.polarisation[0] == 0);
}

TEST_CASE("a government is united where no veto player differs from it, and unknown where the table has none",
          "[veto_players]") {
  std::vector<StateRow> rows = {state("AAA", "north"), state("BBB", "north"), unknown("CCC", "north")};
  rows[0].polarization.points = {{2000, 1}, {2002, 0}};
  CHECK(read_veto_players(rows, {1, 1, 1}, 2000).united == std::vector<double>{-0.5, -0.5, 0});
  CHECK(read_veto_players(rows, {1, 1, 1}, 2002).united == std::vector<double>{0.5, -0.5, 0});
}

TEST_CASE("a state's executives swing around their mean over the years of the table", "[veto_players]") {
  std::vector<StateRow> rows = {state("AAA", "north"), state("BBB", "north")};
  rows[0].executive.points = {{2000, 1}, {2001, 1}, {2004, -1}};  // 1 in 2000-2003, -1 in 2004: mean .6
  CHECK(read_veto_players(rows, {1, 1}, 1990).swing[0] == near(0.4));
  CHECK(read_veto_players(rows, {1, 1}, 2003).swing[0] == near(0.4));
  CHECK(read_veto_players(rows, {1, 1}, 2004).swing[0] == near(-1.6));
  CHECK(read_veto_players(rows, {1, 1}, 2024).swing[0] == near(-1.6));
  CHECK(read_veto_players(rows, {1, 1}, 2004).swing[1] == 0.0);  // its executives are not known
  double sum = 0;
  for (int year = 2000; year <= 2004; ++year) sum += read_veto_players(rows, {1, 1}, year).swing[0];
  CHECK(sum == near(0.0));
}

TEST_CASE("of the states in the shipped table some are filled and nobody has less than one veto player",
          "[veto_players]") {
  const test::LibraryWorld world("paris-2015");
  const Facts facts = build_facts(world.loaded.scenario, world.tables);
  for (const YearFacts& year : facts.years) {
    for (std::size_t i = 0; i < facts.n_states; ++i) {
      REQUIRE(year.checks[i] >= 1.0);
      REQUIRE(year.checks[i] <= 5.0);
      REQUIRE(year.polarisation[i] >= 0.0);
      REQUIRE(year.polarisation[i] <= 2.0);
    }
  }
  for (const Fill& fill : facts.fills) {
    if (fill.column == "veto_players") CHECK(fill.n_filled == 27);  // 25 without a row, BIH and CHE
  }
}

}  // namespace
}  // namespace hansa
