#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analysis/results/result_set.hpp"
#include "support/text/text.hpp"

namespace hansa {

/// A variable whose values differ. Values are compared where both results have the labels of all its dimensions.
struct VariableDifference {
  std::string name, unit;
  std::string unlike;  // why its values cannot be compared; empty: they were
  std::size_t n_compared = 0, n_differing = 0;
  std::string place;       // of the first that differ: "realization 0, conference COP15"
  std::string one, other;  // these values
  double largest = 0;      // absolute difference of numbers; NaN where only one of each pair applies
};

/// How two results differ, bit by bit.
struct ResultDifference {
  std::vector<std::string> attributes;            // "NAME: VALUE against VALUE"
  std::vector<std::string> dimensions;            // what differs in the labels of each
  std::vector<std::string> only_one, only_other;  // variables, with their meaning
  std::vector<VariableDifference> variables;      // in the order of `one`

  [[nodiscard]] bool empty() const;
};

[[nodiscard]] ResultDifference find_differences(const ResultSet& one, const ResultSet& other);

/// The differences in words under the names that the user gave, or one line if there are none.
[[nodiscard]] Text differences_text(const ResultDifference& difference, const std::string& one,
                                    const std::string& other);

}  // namespace hansa
