#pragma once

#include <cstddef>
#include <span>

#include "bargaining/solvers/smp/smp_rules.hpp"

namespace hansa {

/// Weighted voters and their utilities of options.
/// Shapes, row-major: weight (voter), utility (voter x option), in [0..1] or near it.
struct SmpElectionInput {
  std::size_t n_voters = 0, n_options = 0;
  std::span<const double> weight, utility;
};

/// The vote of a voter of weight 1 for the first of two options; negative: for the second.
[[nodiscard]] double smp_vote(SmpVote rule, double difference);

/// Each option's chance in a probabilistic Condorcet election:
///
///     C(a, b) = 1e-8 + sum_k w_k max(0, vote(u_ka - u_kb)),   P(a, b) = C(a, b)^m / (C(a, b)^m + C(b, a)^m)
///     Conditional:  p_a ~ prod_b P(a, b)
///     Markov:       p_a = 1/n sum_b P(a, b) (p_a + p_b), from equal chances, each step averaged with the last
///     Incentive:    p_a = sum_b P(a, b) (p_a h(b, a) + p_b h(a, b)), likewise, where h(a, b) is the share of a among
///                   the challengers of b, each in proportion to C P
///
/// Shape of chance: option. Source: KTAB's probabilistic Condorcet election.
void elect(const SmpElectionInput& in, const SmpRules& rules, std::span<double> chance);

}  // namespace hansa
