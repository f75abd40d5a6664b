#pragma once

#include "tests/sim/negotiation/rederived/electorate.hpp"

namespace hansa::rederived {

/// The gain of state i from text u if it wants y: docs/reference/model.md 7.8, Terms, with the sums written out.
[[nodiscard]] double gain(const Electorate& all, std::size_t i, const Text& y, const Text& u);

/// The gain of the player of state i that gains least, and which one, among those at the table.
struct Worst {
  double gain = 0;
  std::size_t player = 0;
};
[[nodiscard]] Worst worst_at_table(const Electorate& all, std::size_t i, const Text& u);
[[nodiscard]] std::size_t players_at_table(const Electorate& all, std::size_t i);

/// What states pledge beyond no agreement on an issue, on average by power.
[[nodiscard]] double mean_pledge(const Electorate& all, std::size_t d);

}  // namespace hansa::rederived
