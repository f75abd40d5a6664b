#include "bargaining/voting/win_set.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

#include "bargaining/voting/support.hpp"
#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

constexpr double everywhere = std::numeric_limits<double>::infinity();

using Reach = std::vector<std::pair<double, std::size_t>>;  // how far each goes along, and who

/// How far a winning coalition goes along: the farthest to which enough go; minus infinity if even all lose.
double farthest_won(Reach& reach, Support& support) {
  std::stable_sort(reach.begin(), reach.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  support.clear();
  if (support.wins()) return everywhere;
  for (const auto& [far, k] : reach) {
    support.add(k);
    if (support.wins()) return far;
  }
  return -everywhere;
}

/// Along one issue, up or down: positions times `side`.
Reach along(const VotingSpace& space, double side) {
  Reach reach;
  for (std::size_t k = 0; k < space.voters.n_actors(); ++k)
    if (space.salience[k] > 0) reach.emplace_back(side * space.position[k], k);
  return reach;
}

/// How far a winning coalition goes along from a point in a direction, in lengths of the direction.
double won_along(const VotingSpace& space, const std::array<double, 2>& from, double dx, double dy,
                 Support& support) {
  Reach reach;
  for (std::size_t k = 0; k < space.voters.n_actors(); ++k) {
    const double sx = space.salience[2 * k], sy = space.salience[2 * k + 1];
    const double bend = sx * dx * dx + sy * dy * dy;
    const double slope =
        sx * dx * (space.position[2 * k] - from[0]) + sy * dy * (space.position[2 * k + 1] - from[1]);
    reach.emplace_back(bend > 0 ? 2.0 * slope / bend : 0.0, k);
  }
  return farthest_won(reach, support);
}

std::array<double, 2> direction_of(std::size_t k, std::size_t n) {
  const double angle = 2.0 * std::numbers::pi * static_cast<double>(k) / static_cast<double>(n);
  return {std::cos(angle), std::sin(angle)};
}

}  // namespace

Stretch core_of(const VotingSpace& space, const DecisionRule& rule) {
  HANSA_EXPECT(space.n_issues == 1);
  Support support(space.voters, rule);
  Reach up = along(space, 1), down = along(space, -1);
  // a coalition moves up from every text below the farthest position that it shares
  return {farthest_won(up, support), -farthest_won(down, support)};
}

Stretch win_set_of(const VotingSpace& space, double reference, const DecisionRule& rule) {
  const Stretch core = core_of(space, rule);
  // of a coalition that goes up at least to x the least willing goes over from the reference to 2 x - reference
  return {core.high < reference ? 2.0 * core.high - reference : reference,
          core.low > reference ? 2.0 * core.low - reference : reference};
}

PlaneWinSet plane_win_set(const VotingSpace& space, const std::array<double, 2>& reference,
                          const DecisionRule& rule, std::size_t n_directions) {
  HANSA_EXPECT(space.n_issues == 2);
  Support support(space.voters, rule);
  PlaneWinSet found;
  for (std::size_t k = 0; k < n_directions; ++k) {
    const auto [dx, dy] = direction_of(k, n_directions);
    const double far = std::max(won_along(space, reference, dx, dy, support), 0.0);
    found.edge.push_back({reference[0] + far * dx, reference[1] + far * dy});
    found.area += 0.5 * far * far * 2.0 * std::numbers::pi / static_cast<double>(n_directions);
  }
  return found;
}

std::vector<std::size_t> actors_in_core(const VotingSpace& space, const DecisionRule& rule,
                                        std::size_t n_directions) {
  HANSA_EXPECT(space.n_issues == 2);
  constexpr double nothing = 1e-9;
  Support support(space.voters, rule);
  std::vector<std::size_t> found;
  for (std::size_t k = 0; k < space.voters.n_actors(); ++k) {
    const std::array<double, 2> at = {space.position[2 * k], space.position[2 * k + 1]};
    bool stays = true;
    for (std::size_t n = 0; n < n_directions && stays; ++n) {
      const auto [dx, dy] = direction_of(n, n_directions);
      stays = won_along(space, at, dx, dy, support) <= nothing;
    }
    if (stays) found.push_back(k);
  }
  return found;
}

}  // namespace hansa
