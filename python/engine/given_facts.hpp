#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "agents/facts.hpp"

namespace hansa::python {

/// A membership in a network of the tables, by rows of Facts.
struct GivenMember {
  std::size_t network = 0, city = 0;
  int since = 0;          // [year]
  bool observed = false;  // `since` is an observation, not the year of joining
};

/// Facts that a caller gives in place of those that are built from tables and parameters. Arrays are row-major, their
/// years those of the facts.
struct GivenFacts {
  std::optional<std::vector<double>>
      position;  // (year, state, issue) before chance and events, in between 0 and 1
  std::optional<std::vector<double>> salience;  // (year, state, issue) >= 0; rows are divided by their sum
  std::optional<std::vector<double>> power;     // (year, state) >= 0; years are divided by their sum
  std::optional<std::vector<GivenMember>> members;  // of networks of the tables: all that they have
};

/// The facts with these in their place. Facts given back as they are change no bit but for positions, which are kept as
/// logits. Throws ScenarioError that names the array, the year and the state of the first wrong value.
[[nodiscard]] Facts with_given(const Facts& facts, const GivenFacts& given);

}  // namespace hansa::python
