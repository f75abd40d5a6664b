#include "support/numbers/quantile.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hansa {

double quantile(std::vector<double> values, double p) {
  const bool is_defined = !values.empty() && std::none_of(values.begin(), values.end(),
                                                          [](double value) { return std::isnan(value); });
  if (!is_defined) return std::numeric_limits<double>::quiet_NaN();
  const double place = p * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::ptrdiff_t>(place);
  std::nth_element(values.begin(), values.begin() + below, values.end());
  const double lower = values[static_cast<std::size_t>(below)];
  const double share = place - static_cast<double>(below);
  if (share == 0) return lower;
  const double upper = *std::min_element(values.begin() + below + 1, values.end());
  return lower + share * (upper - lower);
}

}  // namespace hansa
