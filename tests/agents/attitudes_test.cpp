#include <cmath>
#include <numeric>

#include <catch2/catch.hpp>

#include "agents/attitudes.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::near;
using test::SmallWorld;

constexpr std::size_t lmdc = 13;

/// States at the world's mean of all scores, with one unit each of output, people and emissions, and no
/// democracy.
Covariates average(std::size_t n) {
  return {.score = std::vector<Covariates::Row>(n, Covariates::Row{}),
          .gdp = std::vector<double>(n, 1.0),
          .population = std::vector<double>(n, 1.0),
          .emissions = std::vector<double>(n, 1.0),
          .democracy = std::vector<double>(n, 0.0),
          .veto_players = {.checks = std::vector<double>(n, 1.0),
                           .polarisation = std::vector<double>(n, 0.0),
                           .united = std::vector<double>(n, 0.0),
                           .swing = std::vector<double>(n, 0.0)},
          .fills = {}};
}

TEST_CASE("a position is the sum of intercept, covariates and blocs", "[attitudes]") {
  SmallWorld small(2, 2);
  small.put_in_bloc(1, "lmdc");
  Coefficients& position = small.scenario.preferences[1].position;
  position.intercept = 0.5;
  position.covariates[Democracy] = 0.25;
  position.blocs[lmdc] = -2.0;
  Covariates covariates = average(2);
  covariates.score[0][Democracy] = 2.0;
  const YearFacts year = form_attitudes(small.scenario, small.facts, covariates);
  CHECK(year.logit == std::vector<double>{0.0, 1.0, 0.0, -1.5});
}

TEST_CASE("saliences are a softmax of scores and sum to 1", "[attitudes]") {
  SmallWorld small(2, 3);
  small.scenario.preferences[1].salience.intercept = std::log(2.0);
  small.scenario.preferences[2].salience.covariates[Income] = 1.0;
  Covariates covariates = average(2);
  covariates.score[1][Income] = std::log(5.0);
  const YearFacts year = form_attitudes(small.scenario, small.facts, covariates);
  // shares 1 : 2 : 1 and 1 : 2 : 5
  for (const auto& [cell, share] :
       {std::pair{0, 0.25}, {1, 0.5}, {2, 0.25}, {3, 0.125}, {4, 0.25}, {5, 0.625}})
    CHECK(year.salience[static_cast<std::size_t>(cell)] == near(share));
}

TEST_CASE("power mixes equality of states with their material share", "[attitudes]") {
  SmallWorld small(2);
  small.scenario.power = {.equality = 0.5, .gdp = 0.5, .population = 0, .emissions = 0};
  Covariates covariates = average(2);
  covariates.gdp = {1.0, 16.0};  // material shares 1/5 and 4/5
  const YearFacts year = form_attitudes(small.scenario, small.facts, covariates);
  CHECK(year.power[0] == near(0.5 / 2 + 0.5 * 0.2));
  CHECK(year.power[1] == near(0.5 / 2 + 0.5 * 0.8));
}

TEST_CASE("material power is a product of output, people and emissions", "[attitudes]") {
  SmallWorld small(2);
  small.scenario.power = {.equality = 0, .gdp = 0.5, .population = 0.25, .emissions = 1};
  Covariates covariates = average(2);
  covariates.gdp = {1.0, 4.0};          // 2
  covariates.population = {1.0, 16.0};  // times 2
  covariates.emissions = {1.0, 2.0};    // times 2
  const YearFacts year = form_attitudes(small.scenario, small.facts, covariates);
  CHECK(year.power[0] == near(1.0 / 9));
  CHECK(year.power[1] == near(8.0 / 9));
}

TEST_CASE("the EU is the output-weighted mean of its members and has no power", "[attitudes]") {
  SmallWorld small(4, 2);
  small.make_eu(3);
  small.put_in_bloc(0, "eu");
  small.put_in_bloc(1, "eu");
  small.scenario.preferences[0].position.covariates[Income] = 1.0;
  small.scenario.preferences[0].salience.covariates[Income] = std::log(3.0);
  Covariates covariates = average(4);
  covariates.gdp = {1.0, 3.0, 100.0, 0.0};
  covariates.score[0][Income] = -1.0;  // salience 1/4
  covariates.score[1][Income] = 1.0;   // salience 3/4
  covariates.score[2][Income] = 2.0;   // no member
  const YearFacts year = form_attitudes(small.scenario, small.facts, covariates);
  CHECK(year.power[3] == 0.0);
  CHECK(std::accumulate(year.power.begin(), year.power.end(), 0.0) == near(1.0));
  CHECK(year.logit[6] == near(0.25 * -1.0 + 0.75 * 1.0));
  CHECK(year.salience[6] == near(0.25 * 0.25 + 0.75 * 0.75));
  CHECK(year.salience[6] + year.salience[7] == near(1.0));
}

TEST_CASE("stakes rise with vulnerability and fall with fossil rents above the mean within bounds",
          "[attitudes]") {
  SmallWorld small(5);
  small.scenario.proxies.stake_vulnerability = 0.4;
  small.scenario.proxies.stake_fossil = 0.5;
  small.scenario.proxies.stake_least = -0.5;
  Covariates covariates = average(5);
  covariates.score[1][Vulnerability] = 1.0;  // 1 + 0.4
  covariates.score[2][FossilRents] = 1.0;    // 1 - 0.5
  covariates.score[3][FossilRents] = -2.0;   // below the mean: nothing
  covariates.score[4][FossilRents] = 2.5;    // 1 - 1.25 - 1 is less than the least
  covariates.score[4][Vulnerability] = -2.5;
  const YearFacts year = form_attitudes(small.scenario, small.facts, covariates);
  CHECK(year.stake[0] == 1.0);
  CHECK(year.stake[1] == near(1.4));
  CHECK(year.stake[2] == near(0.5));
  CHECK(year.stake[3] == 1.0);
  CHECK(year.stake[4] == -0.5);
}

TEST_CASE("what no table has follows from the proxies", "[attitudes]") {
  SmallWorld small(2);
  small.put_in_bloc(1, "eu");
  small.scenario.power.equality = 1;  // no state is more powerful than another
  small.scenario.proxies = {.home_rule_democracy = 0.7,
                            .home_rule_income = 0.4,
                            .openness_intercept = 0.25,
                            .openness_democracy = 0.5,
                            .openness_urban = 0.3,
                            .capture_intercept = -1.0,
                            .capture_fossil = 0.6,
                            .capture_democracy = -0.4,
                            .sovereignty_eu = -0.6};
  Covariates covariates = average(2);
  covariates.score[1][Democracy] = 1.0;
  covariates.score[1][Income] = 1.0;
  covariates.score[1][UrbanShare] = 1.0;
  covariates.score[1][FossilRents] = 1.0;
  const YearFacts year = form_attitudes(small.scenario, small.facts, covariates);
  CHECK(year.home_rule[0] == 0.5);
  CHECK(year.home_rule[1] == near(logistic(0.7 + 0.4)));
  CHECK(year.openness[0] == near(logistic(0.25)));
  CHECK(year.openness[1] == near(logistic(0.25 + 0.5 + 0.3)));
  CHECK(year.capture[0] == near(logistic(-1.0)));
  CHECK(year.capture[1] == near(logistic(-1.0 + 0.6 - 0.4)));
  CHECK(year.sovereignty[0] == 1.0);
  CHECK(year.sovereignty[1] == near(std::exp(-0.6)));
  CHECK(year.income[1] == 1.0);
}

TEST_CASE("the powerful guard their sovereignty more dearly", "[attitudes]") {
  SmallWorld small(2);
  small.scenario.power = {.equality = 0, .gdp = 1, .population = 0, .emissions = 0};
  small.scenario.proxies.sovereignty_power = 0.25;
  Covariates covariates = average(2);
  covariates.gdp = {1.0, 9.0};  // log power is one deviation below and above the mean
  const YearFacts year = form_attitudes(small.scenario, small.facts, covariates);
  CHECK(year.sovereignty[0] == near(std::exp(-0.25)));
  CHECK(year.sovereignty[1] == near(std::exp(0.25)));
}

TEST_CASE("a scenario may know single values better than the proxies", "[attitudes]") {
  SmallWorld small(2, 2);
  small.scenario.overrides = {{"BBB", "position.issue_1", 0.75},
                              {"BBB", "home_rule", 0.1},
                              {"BBB", "openness", 0.2},
                              {"BBB", "capture", 0.3},
                              {"BBB", "veto_players", 3},
                              {"BBB", "polarisation", 1.5},
                              {"BBB", "stake", -1.0},
                              {"BBB", "sovereignty", 7.0}};
  const SmallWorld unchanged(2, 2);
  const YearFacts plain = form_attitudes(unchanged.scenario, unchanged.facts, average(2));
  const YearFacts year = form_attitudes(small.scenario, small.facts, average(2));
  CHECK(year.logit[3] == near(std::log(3.0)));
  CHECK(year.home_rule[1] == 0.1);
  CHECK(year.openness[1] == 0.2);
  CHECK(year.capture[1] == 0.3);
  CHECK(year.checks[1] == 3);
  CHECK(year.polarisation[1] == 1.5);
  CHECK(year.united[1] == -0.5);
  CHECK(year.stake[1] == -1.0);
  CHECK(year.sovereignty[1] == 7.0);
  // the other state and the other issue are as they were
  CHECK(year.logit[2] == plain.logit[2]);
  CHECK(year.logit[1] == plain.logit[1]);
  CHECK(year.home_rule[0] == plain.home_rule[0]);
  CHECK(year.sovereignty[0] == plain.sovereignty[0]);
}

TEST_CASE("an overridden salience is a score like the others", "[attitudes]") {
  SmallWorld small(2, 3);
  for (IssueParams& issue : small.scenario.preferences) issue.salience.intercept = std::log(2.0);
  small.scenario.overrides = {{"AAA", "salience.issue_0", std::log(6.0)},
                              {"BBB", "salience.issue_0", std::log(2.0)}};
  const YearFacts year = form_attitudes(small.scenario, small.facts, average(2));
  // shares 6 : 2 : 2, and 2 : 2 : 2 as before
  CHECK(year.salience[0] == near(0.6));
  CHECK(year.salience[1] == near(0.2));
  CHECK(year.salience[2] == near(0.2));
  CHECK(year.salience[3] == near(1.0 / 3));
}

TEST_CASE("what a scenario knows better of a member it knows better of the EU", "[attitudes]") {
  SmallWorld small(2);
  small.make_eu(1);
  small.put_in_bloc(0, "eu");
  small.scenario.overrides = {{"AAA", "position.issue_0", 0.75}};
  CHECK(form_attitudes(small.scenario, small.facts, average(2)).logit[1] == near(std::log(3.0)));
}

}  // namespace
}  // namespace hansa
