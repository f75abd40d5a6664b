#include "sim/kernel/segment.hpp"

#include <algorithm>
#include <cmath>

namespace hansa {

// Roots in the form without cancellation: with z = -(slope + sign(slope) sqrt(D)) / 2 they are z / bend and
// start / z.

double last_acceptable(const SegmentGain& gain) {
  const auto& [start, slope, bend] = gain;
  if (start < 0) return 0.0;
  if (start + slope + bend >= 0) return 1.0;
  if (bend == 0) return std::clamp(-start / slope, 0.0, 1.0);
  const double root = std::sqrt(std::max(0.0, slope * slope - 4.0 * bend * start));
  // start >= 0 and bend < 0: one root is <= 0, the other > 0.
  const double share =
      slope > 0 ? -(slope + root) / (2.0 * bend) : (slope == root ? 0.0 : 2.0 * start / (root - slope));
  return std::clamp(share, 0.0, 1.0);
}

double first_acceptable(const SegmentGain& gain) {
  const auto& [start, slope, bend] = gain;
  if (start >= 0) return 0.0;
  if (slope <= 0) return 1.0;
  if (bend == 0) return std::min(1.0, -start / slope);
  const double discriminant = slope * slope - 4.0 * bend * start;
  if (discriminant < 0) return 1.0;
  // start < 0 and bend < 0: both roots are positive; the smaller one.
  return std::min(1.0, -2.0 * start / (slope + std::sqrt(discriminant)));
}

}  // namespace hansa
