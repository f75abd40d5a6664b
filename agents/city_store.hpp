#pragma once

#include <cstdint>
#include <vector>

#include "agents/ids.hpp"

namespace hansa {

/// Cities, one row each; (n x d) arrays are row-major over issues.
struct CityStore {
  // set once by agents/world.cpp
  std::vector<double> odds_shift;  // (city x issue) e^-shift of a city against its state   [1]

  // written by sim/phases/devolution.cpp
  std::vector<double> position;   // (city x issue)                                         [0..1]
  std::vector<double> autonomy;   // what it may decide alone                               [0..1]
  std::vector<double> resources;  // share of its capacity that preemption has left         [0..1]

  // written by sim/phases/formation.cpp
  std::vector<std::vector<NetworkId>> networks;  // that it is a member of
  std::vector<std::int32_t> offers;              // invitations weighed this year           [count]

  // written by sim/phases/deliberation.cpp
  std::vector<double> attention;  // left for each of its networks' business                [0..1]
};

}  // namespace hansa
