#pragma once

#include "tests/sim/negotiation/rederived/electorate.hpp"

namespace hansa::rederived {

/// Who objects to a text in a round: docs/reference/model.md 7.8, Objections, without noise.
struct Objections {
  std::vector<char> least, greatest;
};
[[nodiscard]] Objections objections(const Electorate& all, const Text& u, int round);

/// Whether the chair's text passes with these objectors.
[[nodiscard]] bool is_adopted(const Electorate& all, const std::vector<char>& objects, int round);

}  // namespace hansa::rederived
