#pragma once

#include "sim/negotiation/rounds.hpp"

namespace hansa {

/// Tables the texts of a round with the weights of their sponsors, at most `max_texts`: the chair's, no
/// agreement, the networks' draft, the blocs' (power-weighted mean demands), and the demands of seats with a
/// text of their own.
void put_texts(const NegotiationParams& params, Negotiation& negotiation);

}  // namespace hansa
