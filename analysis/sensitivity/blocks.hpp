#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace hansa {

/// What values an outcome can have.
enum class OutcomeScale { Any, Share, Difference };  // any; 0 to 1; of two shares, -1 to 1

/// An outcome at every design point, its realizations gathered into at most eight blocks.
///
/// Realization r has the same random numbers at every point, and other realizations have others. So the product of two
/// outcomes in different blocks has the expectation of the product of their means over chance: estimates from such
/// products alone are those of the expected outcome, however few realizations there are.
struct Blocks {
  std::size_t n_points = 0, n_blocks = 0;
  std::vector<double> y;  // (point x block), means over realizations; NaN: none applies
  double noise = 0;  // variance of a run's outcome about the expectation at its point; NaN: one realization
  std::size_t n_empty = 0;  // points without any value
  OutcomeScale scale = OutcomeScale::Any;
  std::size_t n_binary = 0;  // if every outcome is 0 or 1: realizations at the point that has fewest

  [[nodiscard]] std::span<const double> at(std::size_t point) const {
    return std::span(y).subspan(point * n_blocks, n_blocks);
  }
};

inline constexpr std::size_t most_blocks = 8;

/// `values`: (point x realization), NaN where the outcome does not apply or the run is missing. Realization r is in block
/// r modulo their number.
[[nodiscard]] Blocks into_blocks(std::span<const double> values, std::size_t n_points,
                                 std::size_t n_realizations, OutcomeScale scale = OutcomeScale::Any);

/// All pairs of different blocks, or the single block with itself, without block `skip`.
struct PairSum {
  double sum = 0, n = 0;  // of products; number of pairs in which both values apply
  [[nodiscard]] double mean() const { return sum / n; }
};
inline constexpr std::size_t skip_none = static_cast<std::size_t>(-1);
[[nodiscard]] PairSum pair_products(std::span<const double> a, std::span<const double> b,
                                    std::size_t skip = skip_none);

/// The blocks minus their means over these points, so that what a realization has everywhere cancels.
void centre(Blocks& blocks, const std::vector<std::size_t>& points);

}  // namespace hansa
