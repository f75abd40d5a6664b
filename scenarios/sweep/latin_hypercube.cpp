#include "scenarios/sweep/design_draws.hpp"
#include "scenarios/sweep/designs.hpp"

namespace hansa {

std::vector<double> latin_hypercube(std::size_t n_points, std::size_t n_dims, std::uint64_t seed) {
  std::vector<double> points(n_points * n_dims);
  for (std::size_t j = 0; j < n_dims; ++j) {
    const std::vector<std::size_t> strata = design_order(seed, DesignPurpose::Stratum, j, n_points);
    for (std::size_t i = 0; i < n_points; ++i) {
      const double within = design_uniform(seed, DesignPurpose::Place, i, j);
      points[i * n_dims + j] = (static_cast<double>(strata[i]) + within) / static_cast<double>(n_points);
    }
  }
  return points;
}

}  // namespace hansa
