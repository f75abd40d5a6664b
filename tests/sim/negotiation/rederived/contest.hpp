#pragma once

#include "tests/sim/negotiation/rederived/electorate.hpp"

namespace hansa::rederived {

/// A text on the table, with the weight of its sponsors.
struct Tabled {
  Text text;
  double weight = 0;
};

/// The share of time for which each text is the one to beat: docs/reference/model.md 7.8, Contest and standing, whose
/// balance is solved by elimination.
[[nodiscard]] std::vector<double> standings(const Electorate& all, const std::vector<Tabled>& tabled);

}  // namespace hansa::rederived
