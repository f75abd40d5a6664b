#pragma once

#include "sim/negotiation/table.hpp"
#include "tests/small_world.hpp"

namespace hansa::test {

/// A table of a small world's first conference under the soft form; all texts are followed to the letter and cost
/// no sovereignty, so on one issue at q = 0 a bound actor at y gains u (2 y - u) from a text u. Keep the world.
inline Table seated(SmallWorld& small, World& world) {
  if (small.facts.conferences.empty()) small.add_conference();
  const ConferenceFacts& conference = small.facts.conferences[0];
  return seat(small.scenario.negotiation, conference,
              make_terms(conference, Form::Soft, world, world.states.mandate), world);
}

}  // namespace hansa::test
