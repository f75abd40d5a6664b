#pragma once

#include <cstdint>
#include <span>

#include "agents/world.hpp"

namespace hansa {

/// Statistics of the networks at one moment.
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

/// The number of networks with members that a forum has accredited.
[[nodiscard]] std::int32_t count_accredited(const World& world, Forum forum);

/// The effective number of networks by entropy: e^H with H the entropy of their shares, which sum to 1; 0
/// without networks. It gives more weight to small networks than 1 / HHI.
[[nodiscard]] double entropy_number(std::span<const double> shares);

/// The mean Jaccard index of members, |common| / |in either|, over pairs of networks with members; 0 with
/// fewer than two. Time: one step for each pair of memberships of a city.
[[nodiscard]] double mean_jaccard(const World& world);

}  // namespace hansa
