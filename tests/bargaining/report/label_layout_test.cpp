#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "bargaining/report/label_layout.hpp"

namespace hansa {
namespace {

using Values = std::vector<double>;

TEST_CASE("labels with room are placed where they wish", "[picture]") {
  CHECK(place_labels({50, 10, 30}, 10, 0, 100) == Values{50, 10, 30});
  CHECK(place_labels({}, 10, 0, 100).empty());
}

TEST_CASE("labels that wish for the same place are placed around it, in their order", "[picture]") {
  CHECK(place_labels({50, 50, 50}, 10, 0, 100) == Values{40, 50, 60});
  CHECK(place_labels({50, 52, 90}, 10, 0, 100) == Values{46, 56, 90});
}

TEST_CASE("at an end of the scale labels give way inwards", "[picture]") {
  CHECK(place_labels({0, 0, 0}, 10, 0, 100) == Values{0, 10, 20});
  CHECK(place_labels({100, 100}, 10, 0, 100) == Values{90, 100});
  CHECK(place_labels({5, 5, 5}, 10, 0, 15) ==
        Values{0, 10, 20});  // no room: beyond the end rather than on top of another
}

TEST_CASE("no two labels are nearer than the gap, regardless of wishes", "[picture]") {
  Values wishes;
  for (int k = 0; k < 40; ++k) wishes.push_back(100 * std::abs(std::sin(k)));
  Values places = place_labels(wishes, 2, 0, 100);
  std::sort(places.begin(), places.end());
  for (std::size_t k = 1; k < places.size(); ++k) CHECK(places[k] - places[k - 1] >= 2 - 1e-9);
  CHECK((places.front() >= 0 && places.back() <= 100));
}

TEST_CASE("ticks are round and on the scale", "[picture]") {
  CHECK(round_ticks(4, 10, 6) == Values{4, 5, 6, 7, 8, 9, 10});
  CHECK(round_ticks(0, 100, 6) == Values{0, 20, 40, 60, 80, 100});
  CHECK(round_ticks(-3, 14, 6) == Values{0, 5, 10});
  CHECK(round_ticks(1.7, 98.3, 6) == Values{20, 40, 60, 80});
  CHECK(round_ticks(0, 0, 10) == Values{0});
  CHECK(round_ticks(0, 3, 10).size() == 7);
}

}  // namespace
}  // namespace hansa
