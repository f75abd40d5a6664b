#pragma once

#include <cstddef>
#include <optional>

#include "analysis/results/result_set.hpp"

namespace hansa {

/// The year from which two arms differ in anything that is recorded.
struct FirstDifference {
  std::size_t n_pairs = 0;       // pairs that differ at all
  std::optional<int> earliest;   // year, over these pairs
  std::optional<double> median;  // year, over these pairs
};

/// What belongs to a conference counts for its year, a date for its own year. Columns that are settled at the end
/// of a run (participation) do not count. What only one arm has (a conference, a year, an issue) is not
/// looked at.
[[nodiscard]] FirstDifference find_first_difference(const ResultSet& full, const ResultSet& other);

}  // namespace hansa
