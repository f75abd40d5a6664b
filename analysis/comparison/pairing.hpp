#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "analysis/results/result_set.hpp"

namespace hansa {

/// A point of a dimension that two results share: its row in each.
struct RowPair {
  std::size_t full, other;
};

/// The points of a dimension whose label both results have, in the order of the first; none where either lacks
/// the dimension.
[[nodiscard]] std::vector<RowPair> common_rows(const ResultSet& full, const ResultSet& other,
                                               std::string_view dimension);

}  // namespace hansa
