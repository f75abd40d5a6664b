#include "agents/terms.hpp"

namespace hansa {

double Terms::effective_depth(std::span<const double> lift) const {
  double depth = 0;
  for (std::size_t k = 0; k < n_issues(); ++k)
    depth += depth_weight[k] * (world_constant[k] + world_slope[k] * lift[k]);
  return depth;
}

}  // namespace hansa
