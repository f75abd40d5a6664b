#pragma once

#include "tests/sim/negotiation/rederived/contest.hpp"

namespace hansa::rederived {

/// The chair, who drafts: docs/reference/model.md 7.8, Texts, Redraft and Otherwise.
struct Chair {
  explicit Chair(const Electorate& all);

  const Electorate& all;
  Text opening, draft, ceiling;

  /// Moves to the standing-weighted mean of the texts on the table, and up to the floor.
  void redraft(const std::vector<Tabled>& tabled, int round);
  void pull_to(const std::vector<char>& objects);

 private:
  void let_the_urban_role_in(const std::vector<Tabled>& tabled, const std::vector<double>& standing);
  void raise_to_floor();
  [[nodiscard]] double words(const Text& u) const;  // depth of them
  [[nodiscard]] Text along_depth(double way) const;
  void keep();
};

/// What state i asks for at first.
[[nodiscard]] Text first_demand(const Electorate& all, std::size_t i);

}  // namespace hansa::rederived
