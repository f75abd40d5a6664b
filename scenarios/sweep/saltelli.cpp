#include <algorithm>

#include <boost/random/sobol.hpp>

#include "scenarios/sweep/design_draws.hpp"
#include "scenarios/sweep/designs.hpp"

namespace hansa {

std::vector<std::uint64_t> sobol_sequence(std::size_t n_points, std::size_t n_dims) {
  std::vector<std::uint64_t> points(n_points * n_dims, 0);  // Boost leaves out the first point, the origin
  boost::random::sobol sequence(n_dims);
  std::generate(points.begin() + static_cast<std::ptrdiff_t>(std::min(n_dims, points.size())), points.end(),
                [&] { return sequence(); });
  return points;
}

std::vector<double> saltelli(std::size_t n_base, std::size_t n_dims, std::uint64_t seed) {
  const std::vector<std::uint64_t> base = sobol_sequence(n_base, 2 * n_dims);
  const auto shifted = [&](std::size_t i, std::size_t column) {
    const std::uint64_t shift = design_bits(seed, DesignPurpose::Shift, 0, column);
    return static_cast<double>((base[i * 2 * n_dims + column] ^ shift) >> 11) * 0x1p-53;
  };
  std::vector<double> points;
  points.reserve(n_base * (n_dims + 2) * n_dims);
  for (std::size_t i = 0; i < n_base; ++i) {
    for (std::size_t row = 0; row < n_dims + 2; ++row) {  // A, then A with one of B's, then B
      for (std::size_t j = 0; j < n_dims; ++j) {
        const bool from_b = row == n_dims + 1 || row == j + 1;
        points.push_back(shifted(i, from_b ? n_dims + j : j));
      }
    }
  }
  return points;
}

}  // namespace hansa
