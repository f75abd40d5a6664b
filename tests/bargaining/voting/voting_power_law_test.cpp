#include <array>
#include <cmath>
#include <numeric>
#include <random>

#include <catch2/catch.hpp>

#include "bargaining/voting/coalition_counts.hpp"
#include "bargaining/voting/owen_integral.hpp"
#include "bargaining/voting/voting_game.hpp"
#include "tests/bargaining/voting/power_under_rule.hpp"

namespace hansa {
namespace {

using test::Powers;
using test::rule_of;

/// The indices as their definitions say, from the rule alone, over every coalition.
VotingPower by_definition(const Powers& power, const std::vector<char>& veto, const DecisionRule& rule,
                          const Powers& size = {}) {
  const std::size_t n = power.size();
  const double total = std::accumulate(power.begin(), power.end(), 0.0);
  std::size_t n_heads = 0;
  std::vector<std::size_t> seats;
  for (std::size_t k = 0; k < n; ++k)
    if (power[k] > 0 || veto[k] != 0) seats.push_back(k);
  n_heads = seats.size();
  double all_sizes = 0;
  for (const std::size_t k : seats) all_sizes += size.empty() ? 0.0 : size[k];
  const auto wins = [&](unsigned members) {
    Vote vote{.n_heads = n_heads, .n_objectors = n_heads};
    double sum = 0, sizes = 0;
    for (std::size_t s = 0; s < n_heads; ++s) {
      if ((members >> s) & 1U) {
        --vote.n_objectors;
        sum += power[seats[s]];
        sizes += size.empty() ? 0.0 : size[seats[s]];
      } else {
        vote.vetoed = vote.vetoed || veto[seats[s]] != 0;
      }
    }
    vote.power_for = sum / total;
    vote.size_for = all_sizes > 0 ? sizes / all_sizes : 0.0;
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
    const double unit =
        std::array{1.0, 0.01, 1e7 / 3.0}[static_cast<std::size_t>(round) / std::size(rules) % 3];
    Powers power;
    std::vector<char> veto;
    for (std::size_t k = 0; k < n; ++k) {
      power.push_back(unit * static_cast<double>(random() % 9));
      veto.push_back(random() % 7 == 0 ? 1 : 0);
    }
    power[0] += 1;
    const char* words = rules[static_cast<std::size_t>(round) % std::size(rules)];
    CAPTURE(round, words, power, veto);
    check_equal(voting_power({power, veto}, rule_of(words)), by_definition(power, veto, rule_of(words)));
  }
}

TEST_CASE("every index is what its definition says, under a majority of two kinds of weight", "[voting]") {
  const char* rules[] = {"quota-size:0.62",
                         "over-size:0.5+majority",
                         "quota-power:0.7+quota-size:0.6",
                         "majority+quota-power:255/345+quota-size:62%",
                         "heads:3+over-power:0.5+over-size:0.5+blocking:3",
                         "consensus-minus:2+quota-size:0.9"};
  std::mt19937 random(17);
  for (int round = 0; round < 60; ++round) {
    const std::size_t n = 1 + random() % 10;
    Powers power, size;
    std::vector<char> veto;
    for (std::size_t k = 0; k < n; ++k) {
      power.push_back(static_cast<double>(random() % 9));
      size.push_back(0.1 * static_cast<double>(random() % 12));
      veto.push_back(random() % 7 == 0 ? 1 : 0);
    }
    power[0] += 1;
    const char* words = rules[static_cast<std::size_t>(round) % std::size(rules)];
    CAPTURE(round, words, power, size, veto);
    check_equal(voting_power({power, veto, size}, rule_of(words)),
                by_definition(power, veto, rule_of(words), size));
  }
}

TEST_CASE("a second weight equal to the first, or the same for all, is a share of power or of heads",
          "[voting]") {
  const Powers power = {9, 7, 5, 5, 3, 2, 1}, alike(7, 4.5);
  const std::vector<char> veto(7);
  check_equal(voting_power({power, veto, power}, rule_of("quota-size:0.6")),
              voting_power({power, veto}, rule_of("quota-power:0.6")));
  check_equal(voting_power({power, veto, alike}, rule_of("quota-power:0.5+over-size:4/7")),
              voting_power({power, veto}, rule_of("quota-power:0.5+over-heads:4/7")));
}

TEST_CASE("coalitions counted in a table are those that are looked at one by one", "[voting]") {
  std::mt19937 random(11);
  int n_johnston = 0, n_without_heads = 0;  // of 28 games
  for (const char* words :
       {"quota-power:0.6", "majority-power", "quota-heads:0.55+quota-power:0.65+blocking:4", "heads:7",
        "over-heads:0.5", "consensus", "quota-power:0.97"}) {
    for (const std::size_t n : {1U, 2U, 7U, 12U}) {
      Powers power;
      std::vector<char> veto(n);
      for (std::size_t k = 0; k < n; ++k) power.push_back(static_cast<double>(1 + random() % 12));
      if (random() % 2 == 0) veto[0] = 1;
      CAPTURE(words, n);
      const VotingGame game = game_of({power, veto}, rule_of(words));
      const CoalitionCounts table = tabulate_coalitions(game, true), each = enumerate_coalitions(game);
      CHECK(table.winning == each.winning);
      CHECK(table.swings == each.swings);
      CHECK(table.minimal == each.minimal);
      CHECK(table.minimal_of == each.minimal_of);
      if (table.johnston) {
        ++n_johnston;
        for (std::size_t k = 0; k < game.members.size(); ++k)
          CHECK((*table.johnston)[k] == Approx((*each.johnston)[k]).margin(1e-12));
        if (!game.vetoes.empty()) CHECK(table.johnston_veto == Approx(each.johnston_veto).margin(1e-12));
      }
      if (game.counts_heads() || !can_tabulate(game, false) || game.weight.empty() || game.weight.back() == 0)
        continue;
      ++n_without_heads;
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
      const VotingPower exact = voting_power({power, veto}, rule_of(words));
      const OwenIntegral integral = integrate_extension(game);
      for (std::size_t k = 0; k < game.members.size(); ++k)
        CHECK(integral.of_members[k] == Approx(exact.shapley[game.members[k]]).margin(1e-12));
      if (veto[0] != 0) CHECK(integral.of_veto == Approx(exact.shapley[0]).margin(1e-12));
    }
  }
  CHECK(n_johnston >= 21);
  CHECK(n_without_heads >= 9);  // rules of power alone
}

}  // namespace
}  // namespace hansa
