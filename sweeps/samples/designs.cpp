#include "sweeps/samples/designs.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "sweeps/samples/design_bits.hpp"

namespace hansa {
namespace {

/// A uniform draw in [0, 1).
double design_uniform(std::uint64_t seed, DesignPurpose purpose, std::size_t row, std::size_t column) {
  return static_cast<double>(design_bits(seed, purpose, row, column) >> 11) * 0x1p-53;
}

/// A random permutation of 0 to n - 1, drawn by the rows from `first` on.
std::vector<std::size_t> design_order(std::uint64_t seed, DesignPurpose purpose, std::size_t column,
                                      std::size_t n, std::size_t first = 0) {
  std::vector<std::pair<std::uint64_t, std::size_t>> drawn;
  for (std::size_t i = 0; i < n; ++i) drawn.emplace_back(design_bits(seed, purpose, first + i, column), i);
  std::sort(drawn.begin(), drawn.end());
  std::vector<std::size_t> order;
  for (const auto& [bits, i] : drawn) order.push_back(i);
  return order;
}

/// One coordinate of the points of a hypercube: the stratum of each point and its place therein, in [0, 1).
struct Strata {
  std::vector<std::size_t> stratum;
  std::vector<double> within;

  /// Halves each stratum. Exact: a place has 53 binary digits, of which the first one goes to the stratum.
  void halve() {
    for (std::size_t i = 0; i < stratum.size(); ++i) {
      const bool upper = within[i] >= 0.5;
      stratum[i] = 2 * stratum[i] + (upper ? 1U : 0U);
      within[i] = 2 * within[i] - (upper ? 1.0 : 0.0);
    }
  }

  /// Fills the empty ones of n strata by new points, in random order.
  void fill(std::size_t n, std::uint64_t seed, std::size_t column) {
    std::vector<bool> taken(n, false);
    for (const std::size_t s : stratum) taken[s] = true;
    std::vector<std::size_t> empty;
    for (std::size_t s = 0; s < n; ++s)
      if (!taken[s]) empty.push_back(s);
    const std::size_t first = stratum.size();
    for (const std::size_t k : design_order(seed, DesignPurpose::Stratum, column, empty.size(), first)) {
      within.push_back(design_uniform(seed, DesignPurpose::Place, stratum.size(), column));
      stratum.push_back(empty[k]);
    }
  }
};

}  // namespace

std::vector<double> latin_hypercube(std::size_t n_points, std::size_t n_dims, std::uint64_t seed,
                                    std::size_t doubled_from) {
  std::vector<double> points(n_points * n_dims);
  for (std::size_t j = 0; j < n_dims; ++j) {
    Strata column;
    for (std::size_t n = doubled_from > 0 ? doubled_from : n_points; n <= n_points; n *= 2) {
      column.halve();
      column.fill(n, seed, j);
    }
    for (std::size_t i = 0; i < n_points; ++i)
      points[i * n_dims + j] =
          (static_cast<double>(column.stratum[i]) + column.within[i]) / static_cast<double>(n_points);
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
