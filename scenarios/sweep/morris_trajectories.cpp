#include "scenarios/sweep/design_draws.hpp"
#include "scenarios/sweep/designs.hpp"

namespace hansa {

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
