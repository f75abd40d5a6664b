#pragma once

#include "scenarios/parameters/decision_rule.hpp"
#include "sim/negotiation/rounds.hpp"

namespace hansa {

/// Every seat judges the chair's text by its worst player and objects if the loss exceeds the cost of
/// objecting, which falls with the power of fellow objectors and rises towards the deadline. Returns the
/// number of objectors.
std::size_t review(const NegotiationParams& params, int round, Negotiation& negotiation);

/// The vote to which the decision rule applies.
[[nodiscard]] Vote vote_on(const Negotiation& negotiation, std::size_t n_objectors);

}  // namespace hansa
