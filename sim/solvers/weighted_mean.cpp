#include "sim/solvers/weighted_mean.hpp"

#include <cstddef>

#include "agents/expect.hpp"

namespace hansa {

double weighted_mean(std::span<const double> position, std::span<const double> weight) {
  HANSA_EXPECT(position.size() == weight.size());
  double sum = 0, weights = 0;
  for (std::size_t k = 0; k < position.size(); ++k) {
    sum += weight[k] * position[k];
    weights += weight[k];
  }
  HANSA_EXPECT(weights > 0);
  return sum / weights;
}

}  // namespace hansa
