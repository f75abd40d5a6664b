#pragma once

#include <cstddef>
#include <optional>

#include "sim/record/result_set.hpp"

namespace hansa {

/// The year from which two arms differ in anything that is recorded.
struct Parting {
  std::size_t n_parted = 0;      // pairs that differ at all
  std::optional<int> earliest;   // year, over these pairs
  std::optional<double> median;  // year, over these pairs
};

/// What belongs to a conference counts for its year, a date for the year it lies in. Participation, which is
/// counted at the end of the run, does not count. What only one arm has (a conference, a year, an issue) is not
/// looked at.
[[nodiscard]] Parting find_parting(const ResultSet& full, const ResultSet& other);

}  // namespace hansa
