#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

#include "sim/phases/lobbying.hpp"
#include "tests/small_world.hpp"

namespace hansa::test {

/// States on one issue at q = 0, each under pressure to move half of the way; a text u is worth u (2 y - u).
struct Pressed {
  SmallWorld small;
  World world;
  ConferenceFacts& conference;
  explicit Pressed(std::size_t n_states = 1)
      : small(n_states), world(small.world()), conference(small.add_conference()) {
    small.scenario.lobbying = {.strength = std::log(2.0), .closed_below = 0.15};
    world.pressure.by_channel.assign(n_states * n_channels, 0.0);
    for (std::size_t i = 0; i < n_states; ++i) world.pressure.by_channel[i * n_channels] = 1.0;
  }
  void lobby_for(double message) {
    world.voice.message = {message};
    lobby(small.scenario.lobbying, conference,
          make_terms(small.scenario.negotiation, conference, Form::Soft, world, world.states.position),
          world);
  }
};

}  // namespace hansa::test
