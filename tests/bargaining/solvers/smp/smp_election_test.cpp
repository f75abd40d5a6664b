#include <array>

#include <catch2/catch.hpp>

#include "bargaining/solvers/smp/smp_election.hpp"

namespace hansa {
namespace {

using Chances = std::array<double, 2>;

/// Two voters who want opposite things, the first of three times the weight.
Chances chances(const SmpRules& rules) {
  constexpr std::array<double, 2> weight = {3, 1};
  constexpr std::array<double, 4> utility = {1, 0, 0, 1};
  Chances chance{};
  elect({2, 2, weight, utility}, rules, chance);
  return chance;
}

TEST_CASE("a duel goes by the ratio of the coalitions", "[solvers][smp]") {
  CHECK(chances({})[0] == Approx(0.75).margin(1e-6));
  CHECK(chances({.victory = SmpVictory::Square})[0] == Approx(9.0 / 10.0).margin(1e-6));
  CHECK(chances({.victory = SmpVictory::Quartic})[0] == Approx(81.0 / 82.0).margin(1e-6));
  CHECK(chances({.victory = SmpVictory::Octic})[0] == Approx(6561.0 / 6562.0).margin(1e-6));
  CHECK(chances({.victory = SmpVictory::Binary})[0] == 1.0);
}

TEST_CASE("under challenges the loser of most duels loses its office", "[solvers][smp]") {
  // p = P(a, b) (p + q) / 2 + p / 2 has its rest at p = P(a, b)
  CHECK(chances({.election = SmpElection::Markov})[0] == Approx(0.75).margin(1e-5));
}

TEST_CASE("two that challenge only each other hold office by their chances to win", "[solvers][smp]") {
  CHECK(chances({.election = SmpElection::Incentive})[0] == Approx(0.75).margin(1e-6));
}

TEST_CASE("chances under challenges by incentive are stationary", "[solvers][smp]") {
  // three voters of weights 3, 2, 1 and three options; C and P by hand
  constexpr std::array<double, 3> weight = {3, 2, 1};
  constexpr std::array<double, 9> utility = {1, .5, 0, 0, 1, .4, .2, 0, 1};
  std::array<double, 3> chance{};
  elect({3, 3, weight, utility}, {.election = SmpElection::Incentive}, chance);
  constexpr double coalition[3][3] = {
      {0, 1.7, 3.0}, {2.0, 0, 2.7}, {1.6, 1.0, 0}};  // 3*.5+.2; 2; 3; .8+.8; ...
  double rest[3] = {};
  for (int a = 0; a < 3; ++a) {
    for (int b = 0; b < 3; ++b) {
      if (a == b) continue;
      const auto win = [&](int i, int j) { return coalition[i][j] / (coalition[i][j] + coalition[j][i]); };
      const auto share = [&](int i, int j) {  // of j's challengers, the one that is i; k is the other
        const int k = 3 - i - j;
        const double ours = coalition[i][j] * win(i, j), other = coalition[k][j] * win(k, j);
        return ours / (ours + other);
      };
      rest[a] += win(a, b) * (chance[static_cast<std::size_t>(a)] * share(b, a) +
                              chance[static_cast<std::size_t>(b)] * share(a, b));
    }
    CHECK(rest[a] == Approx(chance[static_cast<std::size_t>(a)]).margin(1e-6));
  }
  CHECK(chance[0] + chance[1] + chance[2] == Approx(1.0));
}

TEST_CASE("each rule gives a different vote for the same difference", "[solvers][smp]") {
  CHECK(smp_vote(SmpVote::Proportional, 0.5) == 0.5);
  CHECK(smp_vote(SmpVote::Binary, 0.5) == 1.0);
  CHECK(smp_vote(SmpVote::MostlyProportional, -0.5) == Approx(-0.6));
  CHECK(smp_vote(SmpVote::ProportionalCubic, 0.5) == Approx(0.3125));
  CHECK(smp_vote(SmpVote::Cubic, -0.5) == -0.125);
  CHECK(smp_vote(SmpVote::Prospect, 0.75) == Approx(0.5));
  CHECK(smp_vote(SmpVote::Prospect, -0.75) == -0.75);
}

TEST_CASE("chances of many options far apart do not vanish", "[solvers][smp]") {
  constexpr std::size_t n = 200;
  std::vector<double> utility(n), chance(n);
  for (std::size_t a = 0; a < n; ++a) utility[a] = static_cast<double>(a) / n;
  elect({1, n, std::array{1e12}, utility}, {}, chance);
  CHECK(chance[n - 1] == Approx(1.0));
}

}  // namespace
}  // namespace hansa
