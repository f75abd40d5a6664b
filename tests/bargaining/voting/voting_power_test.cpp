#include <cmath>
#include <numeric>
#include <random>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "bargaining/voting/coalition_counts.hpp"
#include "bargaining/voting/owen_integral.hpp"
#include "bargaining/voting/voting_game.hpp"
#include "bargaining/voting/voting_power.hpp"

namespace hansa {
namespace {

using Swings = std::vector<std::string>;
using Powers = std::vector<double>;

DecisionRule read(const std::string& words) {
  DecisionRule rule;
  REQUIRE(read_decision_rule(words, rule).empty());
  return rule;
}

VotingPower power_of(const Powers& power, const std::string& words, std::vector<char> veto = {}) {
  veto.resize(power.size());
  return voting_power(power, veto, read(words));
}

/// The indices as their definitions say, from the rule alone, over every coalition.
VotingPower by_definition(const Powers& power, const std::vector<char>& veto, const DecisionRule& rule) {
  const std::size_t n = power.size();
  const double total = std::accumulate(power.begin(), power.end(), 0.0);
  std::size_t n_heads = 0;
  std::vector<std::size_t> seats;
  for (std::size_t k = 0; k < n; ++k)
    if (power[k] > 0 || veto[k] != 0) seats.push_back(k);
  n_heads = seats.size();
  const auto wins = [&](unsigned members) {
    Vote vote{.n_heads = n_heads, .n_objectors = n_heads};
    double sum = 0;
    for (std::size_t s = 0; s < n_heads; ++s) {
      if ((members >> s) & 1U) {
        --vote.n_objectors;
        sum += power[seats[s]];
      } else {
        vote.vetoed = vote.vetoed || veto[seats[s]] != 0;
      }
    }
    vote.power_for = sum / total;
    return passes(rule, vote);
  };
  std::vector<double> factorial = {1};
  for (std::size_t k = 1; k <= n; ++k) factorial.push_back(factorial.back() * static_cast<double>(k));
  VotingPower found;
  std::vector<double> swings(n);
  for (const PowerIndex& index : power_indices) (found.*index.of).assign(n, 0.0);
  double n_winning = 0, n_minimal = 0;
  for (unsigned members = 0; members < 1U << n_heads; ++members) {
    if (!wins(members)) continue;
    ++n_winning;
    std::vector<std::size_t> critical;
    std::size_t heads = 0;
    for (std::size_t s = 0; s < n_heads; ++s) {
      if (((members >> s) & 1U) == 0) continue;
      ++heads;
      if (!wins(members & ~(1U << s))) critical.push_back(seats[s]);
    }
    const bool minimal = heads > 0 && critical.size() == heads;
    n_minimal += minimal ? 1 : 0;
    for (const std::size_t k : critical) {
      swings[k] += 1;
      found.shapley[k] += factorial[heads - 1] * factorial[n_heads - heads] / factorial[n_heads];
      found.johnston[k] += 1.0 / static_cast<double>(critical.size());
      if (!minimal) continue;
      found.deegan_packel[k] += 1.0 / static_cast<double>(heads);
      found.holler[k] += 1;
    }
  }
  const double n_coalitions = std::ldexp(1.0, static_cast<int>(n_heads));
  const auto share = [](Powers& values) {
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    for (double& value : values) value = sum > 0 ? value / sum : 0;
  };
  found.banzhaf = swings;
  for (std::size_t k = 0; k < n; ++k) {
    found.swings.push_back(std::to_string(std::llround(swings[k])));
    found.absolute_banzhaf[k] = 2.0 * swings[k] / n_coalitions;
    found.coleman_prevent[k] = n_winning > 0 ? swings[k] / n_winning : 0;
    found.coleman_initiate[k] = n_winning < n_coalitions ? swings[k] / (n_coalitions - n_winning) : 0;
    found.deegan_packel[k] = n_minimal > 0 ? found.deegan_packel[k] / n_minimal : 0;
  }
  found.collectivity = n_winning / n_coalitions;
  share(found.banzhaf);
  share(found.johnston);
  share(found.holler);
  return found;
}

void check_equal(const VotingPower& found, const VotingPower& expected) {
  CHECK(found.swings == expected.swings);
  CHECK(found.collectivity == Approx(expected.collectivity).margin(1e-15));
  for (const PowerIndex& index : power_indices) {
    CAPTURE(index.word);
    const Powers &values = found.*index.of, &wanted = expected.*index.of;
    REQUIRE(values.size() == wanted.size());
    for (std::size_t k = 0; k < values.size(); ++k) CHECK(values[k] == Approx(wanted[k]).margin(1e-13));
  }
}

TEST_CASE("every index is what its definition says, under any rule", "[voting]") {
  const char* rules[] = {"consensus",
                         "consensus-minus:1",
                         "consensus-minus:20",
                         "majority",
                         "majority-power",
                         "quota-power:0.5",
                         "quota-power:72%",
                         "quota-power:255/345",
                         "over-power:2/3",
                         "over-heads:0.6+quota-power:0.3",
                         "heads:3",
                         "quota-heads:0.55+quota-power:0.65",
                         "quota-heads:0.55+quota-power:0.65+blocking:3",
                         "quota-power:0.6+heads:4+majority",
                         "heads:12"};
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    const std::size_t n = 1 + random() % 11;
    Powers power;
    std::vector<char> veto;
    for (std::size_t k = 0; k < n; ++k) {
      const double unit = round % 3 == 0 ? 1.0 : round % 3 == 1 ? 0.01 : 1e7 / 3.0;
      power.push_back(unit * static_cast<double>(random() % 9));
      veto.push_back(random() % 7 == 0 ? 1 : 0);
    }
    power[0] += 1;
    const char* words = rules[static_cast<std::size_t>(round) % std::size(rules)];
    CAPTURE(round, words, power);
    check_equal(voting_power(power, veto, read(words)), by_definition(power, veto, read(words)));
  }
}

TEST_CASE("coalitions counted in a table are those that are looked at one by one", "[voting]") {
  std::mt19937 random(11);
  for (const char* words :
       {"quota-power:0.6", "majority-power", "quota-heads:0.55+quota-power:0.65+blocking:4", "heads:7",
        "over-heads:0.5", "consensus", "quota-power:0.97"}) {
    for (const std::size_t n : {1U, 2U, 7U, 12U}) {
      Powers power;
      std::vector<char> veto(n);
      for (std::size_t k = 0; k < n; ++k) power.push_back(static_cast<double>(1 + random() % 12));
      if (random() % 2 == 0) veto[0] = 1;
      CAPTURE(words, n);
      const VotingGame game = game_of(power, veto, read(words));
      const CoalitionCounts table = tabulate_coalitions(game, true), each = enumerate_coalitions(game);
      CHECK(table.winning == each.winning);
      CHECK(table.swings == each.swings);
      CHECK(table.minimal == each.minimal);
      CHECK(table.minimal_of == each.minimal_of);
      if (table.johnston) {
        for (std::size_t k = 0; k < game.members.size(); ++k)
          CHECK((*table.johnston)[k] == Approx((*each.johnston)[k]).margin(1e-12));
        if (!game.vetoes.empty()) CHECK(table.johnston_veto == Approx(each.johnston_veto).margin(1e-12));
      }
      if (game.counts_heads() || !can_tabulate(game, false) || game.weight.empty() || game.weight.back() == 0)
        continue;
      const CoalitionCounts without = tabulate_coalitions(game, false);
      const auto sum = [](const std::vector<CoalitionCounts::Count>& counts) {
        return std::accumulate(counts.begin(), counts.end(), CoalitionCounts::Count(0));
      };
      CHECK(without.winning[0] == sum(each.winning));
      CHECK(without.minimal[0] == sum(each.minimal));
      for (std::size_t k = 0; k < game.members.size(); ++k) {
        CHECK(without.swings[k][0] == sum(each.swings[k]));
        CHECK(without.minimal_of[k][0] == sum(each.minimal_of[k]));
      }
      const VotingPower exact = voting_power(power, veto, read(words));
      const OwenIntegral integral = integrate_extension(game);
      for (std::size_t k = 0; k < game.members.size(); ++k)
        CHECK(integral.of_members[k] == Approx(exact.shapley[game.members[k]]).margin(1e-12));
      if (veto[0] != 0) CHECK(integral.of_veto == Approx(exact.shapley[0]).margin(1e-12));
    }
  }
}

TEST_CASE("eight parties that need five of them and 55 of 100 emissions", "[voting]") {
  const VotingPower found = power_of({30, 20, 15, 10, 9, 7, 5, 4}, "quota-power:0.55+heads:5");
  const Powers expected = {.226190476, .15,        .126190476, .107142857,
                           .107142857, .107142857, .088095238, .088095238};
  for (std::size_t k = 0; k < 8; ++k) CHECK(found.shapley[k] == Approx(expected[k]).margin(5e-10));
  CHECK(found.swings == Swings{"50", "34", "32", "28", "28", "28", "24", "24"});
  CHECK(found.banzhaf[0] == Approx(50.0 / 248.0).epsilon(1e-12));
}

TEST_CASE("one of three with half of the power decides in two orders of three", "[voting]") {
  // (2, 1, 1), quota 3 of 4: the strong is needed by all three winning coalitions
  const VotingPower found = power_of({2, 1, 1}, "quota-power:0.75");
  CHECK(found.swings == Swings{"3", "1", "1"});
  CHECK(found.shapley == Powers{2.0 / 3.0, 1.0 / 6.0, 1.0 / 6.0});
  // winning: all three, and the strong with either; each of the latter is minimal
  CHECK(found.collectivity == 3.0 / 8.0);
  CHECK(found.absolute_banzhaf == Powers{0.75, 0.25, 0.25});
  CHECK(found.coleman_prevent == Powers{1, 1.0 / 3.0, 1.0 / 3.0});
  CHECK(found.coleman_initiate == Powers{0.6, 0.2, 0.2});
  CHECK(found.johnston == Powers{2.0 / 3.0, 1.0 / 6.0, 1.0 / 6.0});
  CHECK(found.deegan_packel == Powers{0.5, 0.25, 0.25});
  CHECK(found.holler == Powers{0.5, 0.25, 0.25});
}

TEST_CASE("in an apex game the apex has (n - 2) / n, and the others share the rest", "[voting]") {
  // one of weight n - 2 and n - 1 of weight 1; n - 1 wins: the apex with any other, or all others
  for (const double n : {5.0, 30.0}) {
    Powers power(static_cast<std::size_t>(n), 1.0);
    power[0] = n - 2;
    const VotingPower found = power_of(power, fmt::format("quota-power:{}/{}", n - 1, 2 * n - 3));
    CHECK(found.shapley[0] == Approx((n - 2) / n).epsilon(1e-13));
    CHECK(found.shapley[1] == Approx(2 / n / (n - 1)).epsilon(1e-13));
    CHECK(found.absolute_banzhaf[0] == Approx(1 - std::ldexp(1.0, static_cast<int>(2 - n))).epsilon(1e-13));
    // n - 1 minimal coalitions of two with the apex, one of all others
    CHECK(found.deegan_packel[0] == Approx((n - 1) / n / 2).epsilon(1e-13));
    CHECK(found.holler[0] == Approx((n - 1) / (3 * (n - 1))).epsilon(1e-13));
  }
}

TEST_CASE("a dictator has all power, and a rule of equals gives all the same", "[voting]") {
  for (const PowerIndex& index : power_indices) {
    CHECK(((power_of({9, 1, 2, 1}, "majority-power")).*index.of) == Powers{1, 0, 0, 0});
    for (const std::size_t n : {24U, 60U}) {
      CAPTURE(index.word);
      const Powers values = (power_of(Powers(n, 0.07), "quota-power:0.72")).*index.of;
      CHECK(values.back() == Approx(values.front()).epsilon(1e-14));
    }
  }
  const VotingPower many = power_of(Powers(197, 3.5), "quota-power:0.75");
  for (const PowerIndex& index : power_indices) {
    const Powers& values = many.*index.of;
    const bool sums_to_one = index.word != "absolute_banzhaf" && !index.word.starts_with("coleman");
    if (sums_to_one) CHECK((values.empty() || values[196] == Approx(1.0 / 197.0).epsilon(1e-13)));
  }
}

TEST_CASE("under consensus all decide equally, regardless of number and power", "[voting]") {
  const VotingPower many = power_of(Powers(196, 1.0), "consensus");
  CHECK(many.shapley[195] == 1.0 / 196.0);
  CHECK(many.johnston[195] == Approx(1.0 / 196.0).epsilon(1e-14));
  CHECK(power_of({5, 2, 1}, "consensus").swings == Swings{"1", "1", "1"});
}

TEST_CASE("an actor without power has no seat and decides nothing, unless by a veto", "[voting]") {
  CHECK(power_of({5, 0, 1}, "quota-power:0.5").swings == Swings{"2", "0", "0"});
  CHECK(power_of({5, 0, 1}, "quota-power:0.5", {0, 1, 0}).swings == Swings{"2", "2", "0"});
  for (const char* rule : {"heads:2", "consensus", "majority"}) {
    const VotingPower found = power_of({1, 1, 0}, rule);
    CHECK(found.swings == Swings{"1", "1", "0"});
    for (const PowerIndex& index : power_indices) CHECK((found.*index.of)[2] == 0);
    CHECK(found.shapley == Powers{0.5, 0.5, 0});
  }
  CHECK(power_of({1, 1, 0}, "heads:3").swings == Swings{"0", "0", "0"});
  CHECK(power_of({1, 1, 0}, "consensus-minus:1").swings == Swings{"1", "1", "0"});
}

TEST_CASE("shares of power that reach a quota exactly win", "[voting]") {
  CHECK(power_of({.1, .2, .3, .4}, "quota-power:0.3").swings[2] != "0");
  CHECK(power_of({.1, .2, .7}, "quota-power:0.3").swings == Swings{"1", "1", "3"});
}

TEST_CASE("if more heads are required than exist, no actor decides", "[voting]") {
  const VotingPower found = power_of({1, 1}, "quota-power:0.5+heads:3");
  CHECK(found.swings == Swings{"0", "0"});
  for (const PowerIndex& index : power_indices) CHECK((found.*index.of) == Powers{0, 0});
}

TEST_CASE("consensus minus one needs all but one, regardless of power", "[voting]") {
  // of four, three of a kind: each is needed by the three coalitions of three that hold it
  for (const char* rule : {"consensus-minus:1", "heads:3", "majority", "quota-heads:0.75"})
    CHECK(power_of({9, 1, 1, 2}, rule).swings == Swings{"3", "3", "3", "3"});
}

TEST_CASE("half of the power is no majority of it", "[voting]") {
  CHECK(power_of({2, 1, 1}, "quota-power:0.5").swings == Swings{"3", "1", "1"});
  CHECK(power_of({2, 1, 1}, "majority-power").swings == Swings{"3", "1", "1"});
  CHECK(power_of({1, 1}, "quota-power:50%").swings == Swings{"1", "1"});
  CHECK(power_of({1, 1}, "over-power:50%").swings == Swings{"1", "1"});
}

TEST_CASE("in the Security Council a permanent member has .1963 and .1669, and turns 848 coalitions",
          "[voting]") {
  std::vector<char> veto(15);
  std::fill_n(veto.begin(), 5, 1);
  const VotingPower found = power_of(Powers(15, 1.0), "heads:9", veto);
  CHECK(found.swings[0] == "848");
  CHECK(found.shapley[0] == Approx(0.1963).margin(5e-5));
  CHECK(found.banzhaf[0] == Approx(0.1669).margin(5e-5));
  CHECK(found.coleman_prevent[0] == 1.0);
  CHECK(found.swings[14] == "84");
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
  CHECK(std::accumulate(found.shapley.begin(), found.shapley.end(), 0.0) == Approx(1.0).epsilon(1e-9));
}

TEST_CASE("what has neither few actors nor short powers is left out with a sentence", "[voting]") {
  Powers power;
  for (int k = 0; k < 60; ++k) power.push_back(1.0 + std::sqrt(2.0 + k));
  const VotingPower found = power_of(power, "quota-heads:0.55+quota-power:0.65");
  CHECK(found.shapley.empty());
  REQUIRE(found.left_out.size() == 1);
  CHECK(found.left_out[0].starts_with("who decides is left out: 60 actors with seats"));
}

}  // namespace
}  // namespace hansa
