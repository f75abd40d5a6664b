#include "sweeps/samples/sobol_design.hpp"

#include <algorithm>

#include <boost/random/sobol.hpp>

#include "sweeps/samples/design_bits.hpp"

namespace hansa {

std::vector<std::uint64_t> sobol_sequence(std::size_t n_points, std::size_t n_dims) {
  std::vector<std::uint64_t> points(n_points * n_dims, 0);  // Boost omits the first point, the origin
  boost::random::sobol sequence(n_dims);
  std::generate(points.begin() + static_cast<std::ptrdiff_t>(std::min(n_dims, points.size())), points.end(),
                [&] { return sequence(); });
  return points;
}

std::uint64_t scramble(std::uint64_t fraction, std::uint64_t seed, std::size_t replicate,
                       std::size_t column) {
  constexpr unsigned n_blocks = 3, n_levels = 7;  // 21 digits: more points than a replicate has
  const auto row = [&](unsigned block, std::uint64_t prefix) {
    return (static_cast<std::uint64_t>(replicate) << 32) | (static_cast<std::uint64_t>(block) << 28) | prefix;
  };
  std::uint64_t flips = 0;
  for (unsigned block = 0; block < n_blocks; ++block) {
    const std::uint64_t prefix = block == 0 ? 0 : fraction >> (64 - n_levels * block);
    // the flips of all digits that may follow the prefix are the nodes of a binary tree, one bit each
    const auto nodes = design_block(seed, DesignPurpose::Scramble, row(block, prefix), column);
    std::uint64_t node = 1;
    for (unsigned level = 0; level < n_levels; ++level) {
      const unsigned digit = 63 - (n_levels * block + level);
      flips |= static_cast<std::uint64_t>((nodes[node / 32] >> (node % 32)) & 1U) << digit;
      node = 2 * node + ((fraction >> digit) & 1U);
    }
  }
  constexpr unsigned n_digits = n_blocks * n_levels;
  const std::uint64_t last =
      design_bits(seed, DesignPurpose::Scramble, row(n_blocks, fraction >> (64 - n_digits)), column);
  return fraction ^ flips ^ (last >> n_digits);
}

std::vector<double> saltelli(std::size_t n_base, std::size_t n_dims, std::uint64_t seed) {
  const std::size_t n_columns = 2 * n_dims;
  const std::vector<std::uint64_t> sequence =
      sobol_sequence((n_base + n_sobol_replicates - 1) / n_sobol_replicates, n_columns);
  std::vector<double> points, sample(n_columns);
  points.reserve(n_base * (n_dims + 2) * n_dims);
  for (std::size_t i = 0; i < n_base; ++i) {
    for (std::size_t column = 0; column < n_columns; ++column) {
      const std::uint64_t fraction = sequence[i / n_sobol_replicates * n_columns + column];
      sample[column] =
          static_cast<double>(scramble(fraction, seed, i % n_sobol_replicates, column) >> 11) * 0x1p-53;
    }
    for (std::size_t row = 0; row < n_dims + 2; ++row) {  // A, then A with one of B's, then B
      for (std::size_t j = 0; j < n_dims; ++j) {
        const bool from_b = row == n_dims + 1 || row == j + 1;
        points.push_back(sample[from_b ? n_dims + j : j]);
      }
    }
  }
  return points;
}

}  // namespace hansa
