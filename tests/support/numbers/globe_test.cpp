#include <catch2/catch.hpp>

#include "support/numbers/globe.hpp"

namespace hansa {
namespace {

double between(double latitude_1, double longitude_1, double latitude_2, double longitude_2) {
  return great_circle(location_at(latitude_1, longitude_1), location_at(latitude_2, longitude_2));
}

TEST_CASE("distances are those of a globe", "[globe]") {
  CHECK(between(48.85, 2.35, 48.85, 2.35) == 0);
  CHECK(between(0, 0, 0, 90) == Approx(10007.5).epsilon(1e-4));
  CHECK(between(90, 0, -90, 0) == Approx(20015.1).epsilon(1e-4));
  CHECK(between(0, 179, 0, -179) == Approx(222.4).epsilon(1e-3));
  CHECK(between(48.85, 2.35, 51.51, -0.13) == Approx(344).epsilon(0.01));  // Paris, London
}

TEST_CASE("the middle of two locations lies between them, of opposite ones anywhere", "[globe]") {
  const Location a = location_at(0, 0), b = location_at(0, 60);
  const Location m = middle(a.x + b.x, a.y + b.y, a.z + b.z);
  CHECK(great_circle(a, m) == Approx(great_circle(m, b)));
  CHECK(great_circle(a, m) == Approx(great_circle(a, b) / 2));
  CHECK(great_circle(middle(0, 0, 0), location_at(0, 0)) == 0);
}

}  // namespace
}  // namespace hansa
