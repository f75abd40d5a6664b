#include "bargaining/solvers/smp/smp_election.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

constexpr double least_coalition = 1e-8;
constexpr double surely = 1.1;  // ratio of coalitions at which victory is certain under the binary rule

double square(double x) { return x * x; }

double victory(SmpVictory rule, double ours, double theirs) {
  const double share = ours / (ours + theirs);
  switch (rule) {
    case SmpVictory::Linear:
      return share;
    case SmpVictory::Square:
      return square(share) / (square(share) + square(1 - share));
    case SmpVictory::Quartic:
      return square(square(share)) / (square(square(share)) + square(square(1 - share)));
    case SmpVictory::Octic: {
      const double won = square(square(square(share))), lost = square(square(square(1 - share)));
      return won / (won + lost);
    }
    case SmpVictory::Binary:
      return std::clamp(0.5 + (share - 0.5) / (2 * surely / (1 + surely) - 1), 0.0, 1.0);
  }
  return share;
}

/// Every option against every other: the chance to win, and the coalition behind it.
struct Duels {
  std::vector<double> win, coalition;  // option x option
};

Duels fight(const SmpElectionInput& in, const SmpRules& rules) {
  const std::size_t n = in.n_options;
  Duels duels{std::vector<double>(n * n, 0.5), std::vector<double>(n * n, least_coalition)};
  for (std::size_t a = 0; a < n; ++a) {
    for (std::size_t b = a + 1; b < n; ++b) {
      double ours = least_coalition, theirs = least_coalition;
      for (std::size_t k = 0; k < in.n_voters; ++k) {
        const double vote =
            in.weight[k] * smp_vote(rules.vote, in.utility[k * n + a] - in.utility[k * n + b]);
        ours += std::max(0.0, vote);
        theirs += std::max(0.0, -vote);
      }
      duels.win[a * n + b] = victory(rules.victory, ours, theirs);
      duels.win[b * n + a] = 1.0 - duels.win[a * n + b];
      duels.coalition[a * n + b] = ours;
      duels.coalition[b * n + a] = theirs;
    }
  }
  return duels;
}

void divide_by(std::span<double> values, double divisor) {
  if (divisor <= 0) return;
  for (double& value : values) value /= divisor;
}

double sum_of(std::span<const double> values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum;
}

void conditional(std::span<const double> win, std::span<double> chance) {
  const std::size_t n = chance.size();
  std::fill(chance.begin(), chance.end(), 1.0);
  for (std::size_t b = 0; b < n; ++b) {
    for (std::size_t a = 0; a < n; ++a) chance[a] *= win[a * n + b];
    divide_by(chance, *std::max_element(chance.begin(), chance.end()));  // avoids underflow of a long product
  }
  divide_by(chance, sum_of(chance));
}

/// The stationary chances under challenges: challenge(a, b) is the share of a among b's challengers.
template <class Challenge>
void markov(std::span<const double> win, double still, const Challenge& challenge, std::span<double> chance) {
  constexpr std::size_t most_steps = 10000;
  const std::size_t n = chance.size();
  std::fill(chance.begin(), chance.end(), 1.0 / static_cast<double>(n));
  std::vector<double> next(n);
  for (std::size_t step = 0; step < most_steps; ++step) {
    double largest_move = 0;
    for (std::size_t a = 0; a < n; ++a) {
      next[a] = 0;
      for (std::size_t b = 0; b < n; ++b)
        next[a] += win[a * n + b] * (chance[a] * challenge(b, a) + chance[b] * challenge(a, b));
      largest_move = std::max(largest_move, std::abs(next[a] - chance[a]));
    }
    for (std::size_t a = 0; a < n; ++a) chance[a] = 0.5 * (chance[a] + next[a]);
    if (largest_move <= still) return;
  }
}

/// The share of each challenger in the challenges to each option (challenger x challenged).
std::vector<double> incentives(const Duels& duels, std::size_t n) {
  constexpr double least_incentive = 1e-10;  // of an option with itself
  std::vector<double> shares(n * n);
  for (std::size_t b = 0; b < n; ++b) {
    double all = 0;
    for (std::size_t a = 0; a < n; ++a) {
      shares[a * n + b] =
          duels.coalition[a * n + b] * duels.win[a * n + b] + (a == b ? least_incentive : 0.0);
      all += shares[a * n + b];
    }
    for (std::size_t a = 0; a < n; ++a) shares[a * n + b] /= all;
  }
  return shares;
}

}  // namespace

double smp_vote(SmpVote rule, double difference) {
  const double cube = difference * difference * difference;
  const double binary = std::clamp(difference / 1e-8, -1.0, 1.0);
  switch (rule) {
    case SmpVote::Proportional:
      return difference;
    case SmpVote::Binary:
      return binary;
    case SmpVote::MostlyProportional:
      return 0.8 * difference + 0.2 * binary;
    case SmpVote::ProportionalCubic:
      return 0.5 * difference + 0.5 * cube;
    case SmpVote::Cubic:
      return cube;
    case SmpVote::Prospect:
      return difference < 0 ? difference : 2.0 * difference / 3.0;
  }
  return difference;
}

void elect(const SmpElectionInput& in, const SmpRules& rules, std::span<double> chance) {
  HANSA_EXPECT(in.utility.size() == in.n_voters * in.n_options && chance.size() == in.n_options);
  const std::size_t n = in.n_options;
  const Duels duels = fight(in, rules);
  switch (rules.election) {
    case SmpElection::Conditional:
      conditional(duels.win, chance);
      break;
    case SmpElection::Markov: {
      const double equal = 1.0 / static_cast<double>(n);
      markov(
          duels.win, 1e-6, [&](std::size_t, std::size_t) { return equal; }, chance);
      break;
    }
    case SmpElection::Incentive: {
      const std::vector<double> shares = incentives(duels, n);
      markov(
          duels.win, 1e-8, [&](std::size_t a, std::size_t b) { return shares[a * n + b]; }, chance);
      break;
    }
  }
}

}  // namespace hansa
