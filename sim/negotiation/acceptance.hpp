#pragma once

#include "scenarios/parameters/decision_rule.hpp"
#include "sim/negotiation/rounds.hpp"

namespace hansa {

/// Every seat weighs the chair's text by its worst player, and objects or is silenced by its isolation.
/// Returns the number of objectors. The cost of objecting rises to its full size at the deadline.
std::size_t review(const NegotiationParams& params, int round, Negotiation& negotiation);

/// What the decision rule is applied to.
[[nodiscard]] Vote vote_on(const Negotiation& negotiation, std::size_t n_objectors);

}  // namespace hansa
