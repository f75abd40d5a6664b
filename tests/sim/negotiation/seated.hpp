#pragma once

#include "sim/negotiation/conference.hpp"
#include "sim/negotiation/rounds.hpp"
#include "tests/small_world.hpp"

namespace hansa::test {

/// A negotiation at a small world's first conference under the soft form. Texts are followed to the letter
/// and cost no sovereignty, so that on one issue at q = 0 a bound actor at y gains u (2 y - u) from a text u.
inline Negotiation seated(SmallWorld& small, World& world) {
  if (small.facts.conferences.empty()) small.add_conference();
  const ConferenceFacts& conference = small.facts.conferences[0];
  const NegotiationParams& params = small.scenario.negotiation;
  const Terms terms = make_terms(params, conference, Form::Soft, world, world.states.mandate);
  return {params, seat_conference(params, small.scenario.networks.functions,
                                  small.scenario.lobbying.closed_below, conference, terms, world)};
}

}  // namespace hansa::test
