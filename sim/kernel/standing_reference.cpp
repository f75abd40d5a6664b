#include <algorithm>
#include <cmath>

#include "sim/kernel/standing.hpp"

namespace hansa {

std::size_t standing_reference(std::span<const double> win, std::span<const double> sponsor,
                               std::span<double> standing, std::span<double> scratch, double tolerance) {
  constexpr std::size_t most_steps = 20000;
  const std::size_t n = sponsor.size();
  double sum = 0;
  for (const double v : sponsor) sum += v;
  for (std::size_t a = 0; a < n; ++a) standing[a] = sponsor[a] / sum;
  if (n == 1) return 1;
  for (std::size_t k = 1; k <= most_steps; ++k) {
    double total = 0;
    for (std::size_t a = 0; a < n; ++a) {
      double beaten = 0, beats = 0;
      for (std::size_t b = 0; b < n; ++b) {
        beaten = std::fma(sponsor[b], win[b * n + a], beaten);
        beats = std::fma(1.0 - win[b * n + a], standing[b], beats);
      }
      scratch[a] = sponsor[a] * beats / beaten;
      total += scratch[a];
    }
    double largest_move = 0;
    for (std::size_t a = 0; a < n; ++a) {
      const double next = scratch[a] / total;
      largest_move = std::max(largest_move, std::abs(next - standing[a]));
      standing[a] = next;
    }
    if (largest_move <= tolerance) return k;
  }
  return 0;
}

}  // namespace hansa
