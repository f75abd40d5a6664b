#pragma once

#include "agents/agreement.hpp"
#include "sim/negotiation/rounds.hpp"

namespace hansa {

/// A text as a conference left it under one of the forms on offer, for display: its terms with side deals, its path, and
/// the negotiation at its end.
struct OfferedText {
  Terms terms;
  std::vector<double> positions;  // (player at the table x issue of the world)               [0..1]
  NegotiationPath path;
  Negotiation negotiation;
};

}  // namespace hansa
