#pragma once

namespace hansa {

/// A location on a sphere, as a vector of length 1.
struct Location {
  double x = 1, y = 0, z = 0;
};

/// The location at these degrees north and east.
[[nodiscard]] Location location_at(double latitude, double longitude);

/// The direction of a sum of locations, each times a weight; that at 0, 0 if the sum vanishes.
[[nodiscard]] Location middle(double x, double y, double z);

/// The great-circle distance on a sphere of 6,371 km.                                          [km]
[[nodiscard]] double great_circle(const Location& a, const Location& b);

}  // namespace hansa
