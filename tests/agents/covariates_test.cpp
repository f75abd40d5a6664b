#include <cmath>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "agents/covariates.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::near;

constexpr std::size_t aosis = 4, african = 0, alba = 2, sids = 16;

/// A party of one million people in the north, without other data.
StateRow state(std::string iso3, std::vector<std::size_t> blocs = {}) {
  StateRow row;
  row.iso3 = std::move(iso3);
  row.party = true;
  row.region = "north";
  row.population.points = {{2000, 1.0}};
  for (const std::size_t g : blocs) row.blocs[g] = true;
  return row;
}

StateRow with_democracy(StateRow row, double value) {
  row.democracy.points = {{2000, value}};
  return row;
}

std::vector<char> heads(std::size_t n) { return std::vector<char>(n, 1); }

TEST_CASE("a series is linear between its years and constant outside them", "[covariates]") {
  const Series series{{{1990, 100.0}, {2000, 200.0}, {2010, 180.0}}};
  CHECK(at_year(series, 1900) == 100.0);
  CHECK(at_year(series, 1990) == 100.0);
  CHECK(at_year(series, 1993) == near(130.0));
  CHECK(at_year(series, 2000) == 200.0);
  CHECK(at_year(series, 2005) == near(190.0));
  CHECK(at_year(series, 2100) == 180.0);
  CHECK(std::isnan(at_year(Series{}, 2000)));
}

TEST_CASE("a state has the UN votes of its latest session before the year", "[covariates]") {
  const Series sessions{{{1990, 1.0}, {1991, 2.0}, {1995, 3.0}}};
  CHECK(std::isnan(latest_before(sessions, 1990)));  // in December its votes are not cast yet
  CHECK(latest_before(sessions, 1991) == 1.0);
  CHECK(latest_before(sessions, 1992) == 2.0);
  CHECK(latest_before(sessions, 1995) == 2.0);  // it was absent since 1991
  CHECK(latest_before(sessions, 1996) == 3.0);
  CHECK(latest_before(sessions, 2100) == 3.0);
  CHECK(std::isnan(latest_before(Series{}, 2000)));
}

TEST_CASE("a state without an earlier session is filled and counted", "[covariates]") {
  std::vector<StateRow> rows = {state("AAA"), state("BBB"), state("CCC")};
  rows[0].un_vote.points = {{2000, 5.0}};
  rows[1].un_vote.points = {{1999, 1.0}};
  rows[2].un_vote.points = {{1998, 3.0}};
  const Covariates covariates = read_covariates(rows, heads(3), 2000);
  CHECK(covariates.score[0][UnVote] == near(0.0));  // the mean of the region
  CHECK(covariates.score[1][UnVote] == near(-std::sqrt(1.5)));
  CHECK(covariates.score[2][UnVote] == near(std::sqrt(1.5)));
  for (const Fill& fill : covariates.fills) {
    if (fill.column == "un_vote") CHECK(fill.n_filled == 1);
  }
}

TEST_CASE("output, people and emissions are those of the year asked for", "[covariates]") {
  StateRow row = state("AAA");
  row.population.points = {{1990, 2.0}, {2000, 4.0}};
  row.gdp.points = {{1990, 10.0}, {2000, 20.0}};
  row.co2.points = {{1990, 6.0}};
  const Covariates covariates = read_covariates({row}, heads(1), 1995);
  CHECK(covariates.population[0] == 3.0);
  CHECK(covariates.gdp[0] == near(15.0));
  CHECK(covariates.emissions[0] == near(6.0));
}

TEST_CASE("scores are deviations from the mean of the states that count", "[covariates]") {
  std::vector<StateRow> rows = {with_democracy(state("AAA"), 0.2), with_democracy(state("BBB"), 0.6),
                                with_democracy(state("CCC"), 0.8)};
  rows[2].party = false;
  const Covariates covariates = read_covariates(rows, {1, 1, 0}, 2000);
  // mean 0.4, deviation 0.2
  CHECK(covariates.score[0][Democracy] == near(-1.0));
  CHECK(covariates.score[1][Democracy] == near(1.0));
  CHECK(covariates.score[2][Democracy] == near(2.0));
  CHECK(covariates.score[0][Readiness] == 0.0);  // no data for any state
}

TEST_CASE("scores are clipped at two and a half deviations", "[covariates]") {
  std::vector<StateRow> rows;
  for (int k = 0; k < 10; ++k)
    rows.push_back(with_democracy(state(std::string(3, static_cast<char>('A' + k))), k == 9 ? 1.0 : 0.0));
  const Covariates covariates = read_covariates(rows, heads(10), 2000);
  // mean 0.1, deviation 0.3: the last one is at 3
  CHECK(covariates.score[9][Democracy] == 2.5);
  CHECK(covariates.score[0][Democracy] == near(-1.0 / 3));
}

TEST_CASE("a gap in a small island state is filled by the small island states", "[covariates]") {
  const std::vector<StateRow> rows = {state("AAA", {aosis, alba}), with_democracy(state("BBB", {aosis}), 0.6),
                                      with_democracy(state("CCC", {aosis}), 0.8),
                                      with_democracy(state("DDD", {alba}), 0.1)};
  CHECK(read_covariates(rows, heads(4), 2000).democracy[0] == near(0.7));
}

TEST_CASE("a gap elsewhere is filled by the smallest bloc that knows the value", "[covariates]") {
  // sids (1 member) is smallest but has no data; alba has 3 members, african 4
  const std::vector<StateRow> rows = {state("AAA", {african, alba, sids}),
                                      with_democracy(state("BBB", {african}), 0.5),
                                      with_democracy(state("CCC", {african}), 0.9),
                                      with_democracy(state("DDD", {alba}), 0.3),
                                      state("EEE", {alba}),
                                      with_democracy(state("FFF", {african}), 0.7)};
  CHECK(read_covariates(rows, heads(6), 2000).democracy[0] == 0.3);
}

TEST_CASE("the smallest bloc is asked first wherever it is listed", "[covariates]") {
  const std::vector<StateRow> rows = {
      state("AAA", {african, alba}), with_democracy(state("BBB", {african}), 0.5),
      with_democracy(state("CCC", {alba}), 0.9), with_democracy(state("DDD", {alba}), 0.7)};
  CHECK(read_covariates(rows, heads(4), 2000).democracy[0] == 0.5);
}

TEST_CASE("a gap outside every bloc is filled by the region and then by the world", "[covariates]") {
  std::vector<StateRow> rows = {state("AAA"), with_democracy(state("BBB"), 0.6),
                                with_democracy(state("CCC"), 0.2)};
  rows[2].region = "south";
  CHECK(read_covariates(rows, heads(3), 2000).democracy[0] == 0.6);
  rows[0].region = "nowhere";
  CHECK(read_covariates(rows, heads(3), 2000).democracy[0] == near(0.4));
}

TEST_CASE("what is filled is the mean of what was given and not of what was filled", "[covariates]") {
  // the first is filled from its smaller bloc, but does not count as data of the larger one
  const std::vector<StateRow> rows = {state("AAA", {african, alba}), state("BBB", {alba}),
                                      with_democracy(state("CCC", {african}), 0.2),
                                      with_democracy(state("DDD", {alba}), 0.8)};
  const Covariates covariates = read_covariates(rows, heads(4), 2000);
  CHECK(covariates.democracy[0] == 0.2);
  CHECK(covariates.democracy[1] == 0.8);
}

TEST_CASE("every value that was filled is counted", "[covariates]") {
  const std::vector<StateRow> rows = {state("AAA"), with_democracy(state("BBB"), 0.6),
                                      with_democracy(state("CCC"), 0.2)};
  for (const Fill& fill : read_covariates(rows, heads(3), 2000).fills) {
    if (fill.column == "population") CHECK(fill.n_filled == 0);
    if (fill.column == "democracy") CHECK(fill.n_filled == 1);
    if (fill.column == "un_vote") CHECK(fill.n_filled == 3);
  }
}

TEST_CASE("the EU has no covariates of its own and fills no gap", "[covariates]") {
  std::vector<StateRow> rows = {with_democracy(state("AAA"), 0.2), with_democracy(state("BBB"), 0.6),
                                with_democracy(state("EUU"), 1.0)};
  rows[2].population.points.clear();
  const Covariates covariates = read_covariates(rows, {1, 1, 0}, 2000);
  CHECK(covariates.gdp[2] == 0.0);
  CHECK(covariates.population[2] == 0.0);
  CHECK(covariates.emissions[2] == 0.0);
  CHECK(covariates.democracy[2] == 0.0);
  for (const double score : covariates.score[2]) CHECK(score == 0.0);
  CHECK(covariates.score[0][Democracy] == near(-1.0));  // the mean is that of the two others
  for (const Fill& fill : covariates.fills) {
    if (fill.column == "democracy") CHECK(fill.n_filled == 0);
  }
}

TEST_CASE("rents of a state whose emissions are unknown are filled", "[covariates]") {
  std::vector<StateRow> rows = {state("AAA"), state("BBB"), state("CCC")};
  for (StateRow& row : rows) row.rents = 5.0;
  rows[1].rents = 0.0;
  for (const std::size_t i : {0U, 1U}) rows[i].co2.points = {{2000, 48.0}};
  // the third gets the mean of the other two, which is then the mean of all
  const Covariates covariates = read_covariates(rows, heads(3), 2000);
  CHECK(covariates.score[2][FossilRents] == near(0.0));
  for (const Fill& fill : covariates.fills) {
    if (fill.column == "fossil_rents") CHECK(fill.n_filled == 1);
  }
}

TEST_CASE("rents count as fossil in proportion to emissions a head below the world's", "[covariates]") {
  // ln(1 + rents * min(1, CO2 a head / 4.8 t))
  std::vector<StateRow> rows = {state("AAA"), state("BBB"), state("CCC")};
  rows[0].rents = 2.0;
  rows[0].co2.points = {{2000, 48.0}};  // ten times the world's a head: ln 3
  rows[1].rents = 2.0;
  rows[1].co2.points = {{2000, 2.4}};  // half the world's: ln 2
  rows[2].rents = 0.0;
  rows[2].co2.points = {{2000, 4.8}};  // ln 1
  const Covariates covariates = read_covariates(rows, heads(3), 2000);
  const double mean = (std::log(3.0) + std::log(2.0)) / 3;
  const double square = (std::log(3.0) * std::log(3.0) + std::log(2.0) * std::log(2.0)) / 3;
  const double deviation = std::sqrt(square - mean * mean);
  CHECK(covariates.score[0][FossilRents] == near((std::log(3.0) - mean) / deviation));
  CHECK(covariates.score[1][FossilRents] == near((std::log(2.0) - mean) / deviation));
  CHECK(covariates.score[2][FossilRents] == near(-mean / deviation));
}

}  // namespace
}  // namespace hansa
