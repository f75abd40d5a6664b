#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace hansa {

/// The exchange model: two actors on opposite sides of the expected outcomes of two issues each give way on the issue
/// that is the less important to it. Outcomes are the compromise's, means by power times salience, before and after.
///
/// An exchange between i, who gives on p, and j, who gives on q, moves the outcomes by a = w_ip dx_ip / W_p and
/// b = w_jq dx_jq / W_q; i gains s_iq b - s_ip a and j gains s_jp a - s_jq b. Both gain the same, so that
/// a (s_ip + s_jp) = b (s_iq + s_jq), and as much as they can: nobody gives more than would bring it to the other's
/// position, nor moves an outcome beyond it. The exchange with the largest gain is made first (the first of equals in the
/// order of actors and issues), then gains are found anew; an actor gives on an issue once, and what was given or won on
/// an issue is not traded again by that actor.
/// Sources: Stokman & Van Oosten 1994; equal gains: Van Assen, Stokman & Van Oosten 2003.
///
/// Shapes, row-major: power (actor), salience and position (actor x issue). Returns the positions after each exchange,
/// those before the first ahead.
[[nodiscard]] std::vector<std::vector<double>> exchange_positions(std::size_t n_issues,
                                                                  std::span<const double> power,
                                                                  std::span<const double> salience,
                                                                  std::span<const double> position);

}  // namespace hansa
