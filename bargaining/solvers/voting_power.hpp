#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "scenarios/parameters/decision_rule.hpp"

namespace hansa {

/// How often each actor decides. A coalition swings on a member if it would not win without it.
struct VotingPower {
  std::vector<double> shapley;        // share of all orders of joining in which it decides; sums to 1
  std::vector<double> banzhaf;        // share of all swings; sums to 1
  std::vector<std::uint64_t> swings;  // coalitions that swing on the actor            [count]
};

constexpr std::size_t most_voters = 24;  // 2^24 coalitions are counted in a second

/// Shapley-Shubik and Banzhaf power under a rule, exact: every coalition is counted, at most 2^24; consensus
/// has a closed form for any number. All indices are 0 if no coalition wins.
/// Sources: Shapley & Shubik 1954; Banzhaf 1965.
[[nodiscard]] VotingPower voting_power(std::span<const double> power, std::span<const char> veto,
                                       const DecisionRule& rule);

}  // namespace hansa
