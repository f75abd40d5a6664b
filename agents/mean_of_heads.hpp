#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace hansa {

/// The mean of the values present in the rows of heads that pass a test; NaN if there are none.
template <class Test>
double mean_of_heads(const std::vector<double>& column, const std::vector<char>& head, Test test) {
  double sum = 0;
  int n = 0;
  for (std::size_t i = 0; i < column.size(); ++i) {
    if (!head[i] || std::isnan(column[i]) || !test(i)) continue;
    sum += column[i];
    ++n;
  }
  return n > 0 ? sum / n : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace hansa
