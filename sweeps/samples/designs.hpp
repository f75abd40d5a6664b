#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hansa {

// Each function returns the points of a design in the unit cube, (point x dimension), and is pure.

/// A Latin hypercube: each of n equal strata of each dimension holds exactly one point.
/// Source: McKay, Beckman and Conover 1979.
/// `doubled_from`: as many points as that, times a power of two. They begin with the hypercube of that many points,
/// which is doubled until there are n: new points fill the strata that the old ones leave empty once each is halved, so
/// that every beginning of doubled_from, twice as many, ... points is a Latin hypercube too. 0: none begins it.
/// Source: Qian 2009 (nested hypercubes).
[[nodiscard]] std::vector<double> latin_hypercube(std::size_t n_points, std::size_t n_dims,
                                                  std::uint64_t seed, std::size_t doubled_from = 0);

/// Morris' trajectories on four levels: n_dims + 1 points each, of which neighbours differ in one coordinate,
/// by 2/3. Source: Morris 1991.
[[nodiscard]] std::vector<double> morris_trajectories(std::size_t n_trajectories, std::size_t n_dims,
                                                      std::uint64_t seed);

}  // namespace hansa
