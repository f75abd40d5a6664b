#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "sim/phases/deliberation.hpp"
#include "sim/phases/voice.hpp"
#include "sim/year.hpp"
#include "tests/small_world.hpp"

namespace hansa::test {

/// Cities of capacity 1 in one state on two issues, heard on both by a conference open to all.
struct Cities {
  SmallWorld small{1, 2};
  World world;
  std::vector<char> present = {1};
  std::vector<std::size_t> agenda = {0, 1};
  Access admitted = Access::Drafting;
  explicit Cities(int n) : world(small.world()) {
    for (int c = 0; c < n; ++c) small.add_city(0);
    small.scenario.networks.attention_cost = 0;
    small.scenario.networks.coordination_from = SmallWorld::year;
    world = small.world();
  }
  const Voice& voice() {
    for (std::size_t c = 0; c < small.facts.n_cities; ++c) {
      const double office = small.facts.city_capacity[c] * world.cities.resources[c];
      world.cities.attention[c] =
          attention_left(small.scenario.networks, office, world.cities.networks[c].size());
    }
    measure_voice(small.scenario.voice, alliance_of(small.scenario, world.year),
                  {.present = present, .agenda = agenda, .admitted = admitted}, world);
    return world.voice;
  }
};

}  // namespace hansa::test
