#pragma once

#include <cstddef>
#include <optional>

namespace hansa {

/// Who shares a pie of 1 by heads: n with a seat, of whom some hold a veto, and n_needed must agree.
struct SharingRule {
  std::size_t n_seats = 0, n_vetoes = 0, n_needed = 0;
};

/// What is agreed at once, in the stationary equilibrium.
struct PieShares {
  double member = 0, veto = 0;  // expected shares before a proposer is drawn; veto 0 without one
  double proposing_member = 0, proposing_veto = 0;  // what a proposer keeps
};

/// Legislative bargaining under a closed rule: each is drawn to propose with chance 1 / n, buys the cheapest votes at
/// what their holders expect from the next round, worth `patience` of today's, and keeps the rest. Without vetoes the
/// proposer keeps 1 - patience (n_needed - 1) / n. nullopt if all together do not suffice, or nobody is needed.
/// Sources: Baron & Ferejohn 1989; with veto holders Winter 1996.
[[nodiscard]] std::optional<PieShares> share_pie(const SharingRule& rule, double patience);

}  // namespace hansa
