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

/// Saltelli's design for Sobol' indices of first and total order. For each base sample i, in order: A_i; A_i
/// with coordinate j of B_i, for each j; B_i. A and B are the two halves of a Sobol' sequence in 2 n_dims
/// dimensions, its origin included, shifted digitally by the seed. So (n_dims + 2) n_base points.
/// Sources: Saltelli et al. 2010; Joe and Kuo 2008 (directions, from Boost.Random); Owen 2021 (keep the
/// origin).
[[nodiscard]] std::vector<double> saltelli(std::size_t n_base, std::size_t n_dims, std::uint64_t seed);

/// The first points of the Sobol' sequence itself, (point x dimension), as 64-bit fractions.
[[nodiscard]] std::vector<std::uint64_t> sobol_sequence(std::size_t n_points, std::size_t n_dims);

/// Morris' trajectories on four levels: n_dims + 1 points each, of which neighbours differ in one coordinate,
/// by 2/3. Source: Morris 1991.
[[nodiscard]] std::vector<double> morris_trajectories(std::size_t n_trajectories, std::size_t n_dims,
                                                      std::uint64_t seed);

}  // namespace hansa
