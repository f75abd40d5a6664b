#include "support/numbers/globe.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "support/numbers/reals.hpp"

namespace hansa {

Location location_at(double latitude, double longitude) {
  constexpr double radian = std::numbers::pi / 180;
  const double across = real_cos(latitude * radian);
  return {across * real_cos(longitude * radian), across * real_sin(longitude * radian),
          real_sin(latitude * radian)};
}

Location middle(double x, double y, double z) {
  const double length = std::sqrt(x * x + y * y + z * z);
  return length > 0 ? Location{x / length, y / length, z / length} : Location{};
}

double great_circle(const Location& a, const Location& b) {
  constexpr double radius = 6371;
  const double x = a.x - b.x, y = a.y - b.y, z = a.z - b.z;
  return 2 * radius * real_asin(std::min(std::sqrt(x * x + y * y + z * z) / 2, 1.0));
}

}  // namespace hansa
