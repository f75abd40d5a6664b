#pragma once

#include <cstdint>
#include <span>

#include "agents/world.hpp"

namespace hansa {

/// What the network ecology looks like at a moment.
struct NetworkStatistics {
  std::int32_t n_networks = 0;        // with members
  std::int32_t n_known_networks = 0;  // of these, in the tables; the rest is generated
  std::int32_t n_memberships = 0;
  std::int32_t n_known_memberships = 0;  // of these, in the tables; the rest is generated
  std::int32_t n_member_cities = 0;
  double mean_soft_power = 0;  // over networks                                         [soft power]
  double top_access = 0;       // share of all access held by the top 5 % of networks   [0..1]
  double overlap = 0;          // mean over members of the share of their memberships elsewhere [0..1]
};

[[nodiscard]] NetworkStatistics count_networks(const World& world);

/// How many equal networks would be as mixed as these: e^H with H the entropy of their shares, which sum to 1; 0 if
/// there are none. Beside 1 / HHI it counts the small ones: the two differ where one network holds most of the voice.
[[nodiscard]] double entropy_number(std::span<const double> shares);

/// How far two networks have the same members: the mean over all pairs of networks with members of
/// |common members| / |members of either|; 0 with fewer than two networks. Time: one step for each pair of memberships
/// of one city.
[[nodiscard]] double mean_jaccard(const World& world);

}  // namespace hansa
