#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hansa {

// Each function returns the points of a design in the unit cube, (point x dimension), and is pure.

/// A Latin hypercube: each of n equal strata of each dimension holds exactly one point.
/// Source: McKay, Beckman and Conover 1979.
[[nodiscard]] std::vector<double> latin_hypercube(std::size_t n_points, std::size_t n_dims,
                                                  std::uint64_t seed);

/// Morris' trajectories on four levels: n_dims + 1 points each, of which neighbours differ in one coordinate,
/// by 2/3. Source: Morris 1991.
[[nodiscard]] std::vector<double> morris_trajectories(std::size_t n_trajectories, std::size_t n_dims,
                                                      std::uint64_t seed);

}  // namespace hansa
