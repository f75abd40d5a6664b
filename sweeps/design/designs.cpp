#include "sweeps/design/designs.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "sweeps/design/design_bits.hpp"

namespace hansa {
namespace {

/// A uniform draw in [0, 1).
double design_uniform(std::uint64_t seed, DesignPurpose purpose, std::size_t row, std::size_t column) {
  return static_cast<double>(design_bits(seed, purpose, row, column) >> 11) * 0x1p-53;
}

/// A random permutation of 0 to n - 1.
std::vector<std::size_t> design_order(std::uint64_t seed, DesignPurpose purpose, std::size_t column,
                                      std::size_t n) {
  std::vector<std::pair<std::uint64_t, std::size_t>> drawn;
  for (std::size_t i = 0; i < n; ++i) drawn.emplace_back(design_bits(seed, purpose, i, column), i);
  std::sort(drawn.begin(), drawn.end());
  std::vector<std::size_t> order;
  for (const auto& [bits, i] : drawn) order.push_back(i);
  return order;
}

}  // namespace

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

std::vector<double> morris_trajectories(std::size_t n_trajectories, std::size_t n_dims, std::uint64_t seed) {
  constexpr double levels[] = {0.0, 1.0 / 3.0, 2.0 / 3.0, 1.0};
  std::vector<double> points;
  points.reserve(n_trajectories * (n_dims + 1) * n_dims);
  for (std::size_t t = 0; t < n_trajectories; ++t) {
    std::vector<std::size_t> level(n_dims);
    for (std::size_t j = 0; j < n_dims;
         ++j) {  // from one of the two lower levels up, or from the two upper down
      const bool second = (design_bits(seed, DesignPurpose::Start, t, j) & 1) != 0;
      const bool down = (design_bits(seed, DesignPurpose::Direction, t, j) & 1) != 0;
      level[j] = (second ? 1U : 0U) + (down ? 2U : 0U);
    }
    const auto keep = [&] {
      for (const std::size_t l : level) points.push_back(levels[l]);
    };
    keep();
    for (const std::size_t j : design_order(seed, DesignPurpose::Order, t, n_dims)) {
      level[j] = (level[j] + 2) % 4;
      keep();
    }
  }
  return points;
}

}  // namespace hansa
