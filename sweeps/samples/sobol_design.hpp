#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hansa {

/// Independently scrambled sequences of a Sobol' design, whose spread gives the intervals of its indices.
inline constexpr std::size_t n_sobol_replicates = 8;

/// Saltelli's design for Sobol' indices of first and total order, (point x dimension) in the unit cube. For each
/// base sample i, in order: A_i; A_i with coordinate j of B_i, for each j; B_i. So (n_dims + 2) n_base points.
///
/// Base sample i is point i / R of replicate i % R, R = n_sobol_replicates, so that a design is the beginning of
/// every larger one. A and B of a replicate are the two halves of a Sobol' sequence in 2 n_dims dimensions, its
/// origin included, scrambled by the seed and the replicate's number.
/// Sources: Saltelli et al. 2010 (the design); Joe and Kuo 2008 (directions, from Boost.Random); Owen 2021 (keep
/// the origin); L'Ecuyer, Nakayama, Owen and Tuffin 2023 (few replicates).
[[nodiscard]] std::vector<double> saltelli(std::size_t n_base, std::size_t n_dims, std::uint64_t seed);

/// The first points of the Sobol' sequence itself, (point x dimension), as 64-bit fractions.
[[nodiscard]] std::vector<std::uint64_t> sobol_sequence(std::size_t n_points, std::size_t n_dims);

/// A coordinate after nested uniform scrambling: each binary digit is flipped, or not, by a draw that depends on
/// all digits before it. Points that agree in their first m digits, m <= 21, and no further still do.
/// Source: Owen 1995.
[[nodiscard]] std::uint64_t scramble(std::uint64_t fraction, std::uint64_t seed, std::size_t replicate,
                                     std::size_t column);

}  // namespace hansa
