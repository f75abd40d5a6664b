#pragma once

#include "scenarios/parameters/decision_rule.hpp"
#include "sim/negotiation/rounds.hpp"

namespace hansa {

/// Every seat judges the chair's text by its worst player and objects if the loss exceeds the price of
/// objecting, price * round / rounds alone and less with fellow objectors (sim/kernel/objections.hpp). A veto
/// objects at no price. Returns the number of objectors.
std::size_t review(const NegotiationParams& params, int round, Negotiation& negotiation);

/// The loss that a seat bears rather than object beside the present objectors; 0 for a veto.  [gain]
[[nodiscard]] double bearable_loss(const NegotiationParams& params, const Negotiation& negotiation,
                                   std::size_t i);

/// The vote to which the decision rule applies.
[[nodiscard]] Vote vote_on(const Negotiation& negotiation, std::size_t n_objectors);

}  // namespace hansa
