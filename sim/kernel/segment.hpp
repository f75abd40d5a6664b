#pragma once

namespace hansa {

/// An actor's gain along the segment from one text to another: g(t) = start + slope t + bend t^2, bend <= 0,
/// t in [0, 1]. Exact, because every gain is a concave quadratic.
struct SegmentGain {
  double start = 0, slope = 0, bend = 0;
};

/// The largest t at which the actor is no worse off than without agreement; 0 if it is worse off at the
/// start.
[[nodiscard]] double last_acceptable(const SegmentGain& gain);

/// The smallest t at which the actor is no worse off than without agreement; 1 if there is none before the
/// end.
[[nodiscard]] double first_acceptable(const SegmentGain& gain);

}  // namespace hansa
