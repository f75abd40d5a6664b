#pragma once

#include "sim/negotiation/rounds.hpp"

namespace hansa {

/// Puts the texts of a round on the table, each with the weight of its sponsors, at most `max_texts`:
/// the chair's, no agreement, the networks' draft, the blocs' (power-weighted mean demand), the demands of those who
/// table a text of their own.
void put_texts(const NegotiationParams& params, Negotiation& negotiation);

}  // namespace hansa
