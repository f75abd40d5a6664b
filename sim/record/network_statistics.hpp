#pragma once

#include <cstdint>

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

}  // namespace hansa
