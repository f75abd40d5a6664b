#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analysis/results/result_set.hpp"

namespace hansa {

/// The first year in which two arms differ in anything recorded.
struct FirstDifference {
  std::size_t n_pairs = 0;             // pairs that differ at all
  std::optional<int> earliest;         // year, over these pairs
  std::optional<double> median;        // year, over these pairs
  std::vector<std::string> variables;  // that differ in the earliest year, in the order of the result
};

/// Outcomes of a conference count in its year, a date in the year in which it falls. Columns that are settled at the
/// end of a run (participation) do not count. Conferences, years and issues that only one arm has are ignored.
[[nodiscard]] FirstDifference find_first_difference(const ResultSet& full, const ResultSet& other);

}  // namespace hansa
