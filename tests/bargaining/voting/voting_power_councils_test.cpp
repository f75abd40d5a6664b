#include <algorithm>
#include <cmath>
#include <numeric>

#include <catch2/catch.hpp>

#include "tests/bargaining/voting/power_under_rule.hpp"

namespace hansa {
namespace {

using test::power_of;
using test::Powers;

TEST_CASE("in the Security Council a permanent member has .1963 and .1669, and turns 848 coalitions",
          "[voting]") {
  std::vector<char> veto(15);
  std::fill_n(veto.begin(), 5, 1);
  const VotingPower found = power_of(Powers(15, 1.0), "heads:9", veto);
  // a permanent member: with 4 to 10 of the ten others; another: with 3 of the other nine
  CHECK(found.swings[0] == "848");
  CHECK(found.swings[14] == "84");
  CHECK(found.banzhaf[0] == Approx(848.0 / (5 * 848 + 10 * 84)).epsilon(1e-14));
  // another decides in 84 * 8! * 6! of the 15! orders, which is 4 in 2145
  CHECK(found.shapley[14] == Approx(4.0 / 2145.0).epsilon(1e-14));
  CHECK(found.shapley[0] == Approx(421.0 / 2145.0).epsilon(1e-14));
  CHECK(found.coleman_prevent[0] == 1.0);
}

TEST_CASE("under the treaty of Nice Germany has .0867 and .0778 of 2193664 swings", "[voting]") {
  const Powers votes = {29, 29, 29, 29, 27, 27, 14, 13, 12, 12, 12, 12, 12, 10,
                        10, 10, 7,  7,  7,  7,  7,  4,  4,  4,  4,  4,  3};
  const VotingPower found = power_of(votes, "quota-power:255/345");
  CHECK(found.shapley[0] == Approx(0.0867).margin(5e-5));
  CHECK(found.banzhaf[0] == Approx(0.0778).margin(5e-5));
  CHECK(found.swings[0] == "2193664");
  CHECK(found.shapley[26] == Approx(0.0082).margin(5e-5));
  CHECK(found.banzhaf[26] == Approx(0.0094).margin(5e-5));
  CHECK(found.left_out.empty());
  for (const Powers* values : {&found.shapley, &found.johnston, &found.deegan_packel, &found.holler})
    CHECK(std::accumulate(values->begin(), values->end(), 0.0) == Approx(1.0).epsilon(1e-13));
}

TEST_CASE("with Nice's majorities of states and population, 2718751 of its 2718774 coalitions still win",
          "[voting]") {
  const Powers votes = {29, 29, 29, 29, 27, 27, 14, 13, 12, 12, 12, 12, 12, 10,
                        10, 10, 7,  7,  7,  7,  7,  4,  4,  4,  4,  4,  3};
  // millions, as in Bilbao et al. 2002
  const Powers people = {82.038, 59.247, 58.966, 57.612, 39.394, 38.667, 22.489, 15.760, 10.533,
                         10.290, 10.213, 10.092, 9.980,  8.854,  8.230,  8.082,  5.393,  5.313,
                         5.160,  3.744,  3.701,  2.439,  1.978,  1.446,  0.752,  0.429,  0.379};
  const std::vector<char> veto(27);
  const VotingPower found =
      voting_power({votes, veto, people}, test::rule_of("quota-power:255/345+majority+quota-size:62%"));
  CHECK(power_of(votes, "quota-power:255/345").collectivity ==
        Approx(2718774.0 / 134217728.0).epsilon(1e-14));
  CHECK(found.collectivity == Approx(2718751.0 / 134217728.0).epsilon(1e-14));
  CHECK(found.swings[0] == "2193655");
  CHECK(found.swings[1] == "2193651");  // its votes are Germany's
  CHECK(found.swings[26] == "265583");
  CHECK(found.shapley[0] == Approx(0.08714).margin(5e-6));
  const Powers printed = {.0778, .0778, .0778, .0778, .0742, .0742, .0426, .0397, .0368,
                          .0368, .0368, .0368, .0368, .0309, .0309, .0309, .0218, .0218,
                          .0218, .0218, .0218, .0125, .0125, .0125, .0125, .0125, .0094};
  for (std::size_t k = 0; k < 27; ++k) CHECK(found.banzhaf[k] == Approx(printed[k]).margin(5e-5));
}

TEST_CASE("in the Electoral College of 2024 California has .1080 and .1108", "[voting]") {
  const Powers electors = {54, 40, 30, 28, 19, 19, 17, 16, 16, 15, 14, 13, 12, 11, 11, 11, 11,
                           10, 10, 10, 10, 10, 9,  9,  8,  8,  8,  7,  7,  6,  6,  6,  6,  6,
                           6,  5,  5,  4,  4,  4,  4,  4,  4,  4,  3,  3,  3,  3,  3,  3,  3};
  REQUIRE(std::accumulate(electors.begin(), electors.end(), 0.0) == 538);
  const VotingPower found = power_of(electors, "quota-power:270/538");
  CHECK(found.shapley[0] == Approx(0.1080).margin(5e-5));
  CHECK(found.banzhaf[0] == Approx(0.1108).margin(5e-5));
  for (const Powers* values : {&found.shapley, &found.johnston, &found.deegan_packel, &found.holler}) {
    REQUIRE(values->size() == 51);
    CHECK(std::accumulate(values->begin(), values->end(), 0.0) == Approx(1.0).epsilon(1e-12));
  }
}

/// Populations of 2020 in thousands, Germany first.
const Powers population = {83167, 67320, 59641, 47333, 37958, 19329, 17408, 11522, 10719,
                           10694, 10328, 10296, 9770,  8901,  6951,  5823,  5525,  5458,
                           4964,  4058,  2794,  2096,  1908,  1329,  888,   626,   515};

TEST_CASE("under the treaty of Lisbon's double majority Germany has .1788 and .1209", "[voting]") {
  const VotingPower found = power_of(population, "heads:15+quota-power:65%");
  CHECK(found.shapley[0] == Approx(0.1788).margin(5e-5));
  CHECK(found.banzhaf[0] == Approx(0.1209).margin(5e-5));
  // 14.85 states are 15
  CHECK(power_of(population, "quota-heads:0.55+quota-power:0.65").swings == found.swings);
}

TEST_CASE("that four states are needed to block takes from the largest", "[voting]") {
  const VotingPower free = power_of(population, "heads:15+quota-power:65%"),
                    four = power_of(population, "heads:15+quota-power:65%+blocking:4");
  CHECK(four.shapley[0] < free.shapley[0]);
  CHECK(four.collectivity > free.collectivity);
}

TEST_CASE("with 190 actors whose votes run to millions all but two indices are found", "[.slow][voting]") {
  // the size of the International Monetary Fund: basic votes and quotas
  Powers votes;
  for (int k = 0; k < 190; ++k) votes.push_back(1454 + std::floor(830000.0 / (1.0 + k * k * 0.35)));
  const VotingPower found = power_of(votes, "quota-power:0.85");
  CHECK(found.left_out.size() == 2);
  CHECK((found.johnston.empty() && found.deegan_packel.empty()));
  for (const Powers* values : {&found.shapley, &found.banzhaf, &found.holler})
    CHECK(std::accumulate(values->begin(), values->end(), 0.0) == Approx(1.0).epsilon(1e-9));
  // no more for fewer votes, but for rounding
  CHECK(std::is_sorted(found.shapley.begin(), found.shapley.end(),
                       [](double less, double more) { return less > more + 1e-9; }));
}

}  // namespace
}  // namespace hansa
