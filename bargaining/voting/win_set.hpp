#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "bargaining/voting/voters.hpp"
#include "scenarios/parameters/decision_rule.hpp"

namespace hansa {

/// The positions and saliences of voters on one issue or two. Row-major: actor x issue.
struct VotingSpace {
  std::size_t n_issues = 1;
  Voters voters;
  std::span<const double> position, salience;
};

/// An interval, open or closed; empty if low > high.
struct Stretch {
  double low = 0, high = 0;
};

/// The core on one issue: the texts that no winning coalition wants to change, between those that one would move up from
/// and those that one would move down from. With n equals of whom k win it runs from the (n - k + 1)th to the kth position;
/// it is empty (low > high) if two coalitions that exclude each other can win. Actors without salience support nothing.
/// Source: Black 1948; Tsebelis 2002.
[[nodiscard]] Stretch core_of(const VotingSpace& space, const DecisionRule& rule);

/// The win set on one issue: the texts that a winning coalition prefers to the reference. Empty, low == high, if the
/// reference is in the core. Source: Tsebelis 2002.
[[nodiscard]] Stretch win_set_of(const VotingSpace& space, double reference, const DecisionRule& rule);

/// The win set of a reference on two issues together, by its edge: an actor is for the texts within the ellipse around
/// its position through the reference, so that those that a coalition prefers lie in one piece around the reference.
struct PlaneWinSet {
  std::vector<std::array<double, 2>> edge;  // points at equal steps of direction from the reference
  double area = 0;                          // of the plane, on the issues' scales
};
[[nodiscard]] PlaneWinSet plane_win_set(const VotingSpace& space, const std::array<double, 2>& reference,
                                        const DecisionRule& rule, std::size_t n_directions = 7200);

/// The actors whose positions are in the core on two issues: no winning coalition prefers any other text (Plott 1967),
/// tried in `n_directions` directions.
[[nodiscard]] std::vector<std::size_t> actors_in_core(const VotingSpace& space, const DecisionRule& rule,
                                                      std::size_t n_directions = 7200);

}  // namespace hansa
