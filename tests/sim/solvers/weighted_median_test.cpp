#include <array>

#include <catch2/catch.hpp>

#include "sim/solvers/weighted_median.hpp"

namespace hansa {
namespace {

TEST_CASE("the median has half of the weight on either side", "[solvers]") {
  constexpr std::array<double, 5> position = {1.00, .55, .70, .90, .40}, power = {.15, .30, .25, .20, .10};
  CHECK(weighted_median(position, power) == .70);
}

TEST_CASE("between two positions that split the weight evenly the median is their middle", "[solvers]") {
  CHECK(weighted_median(std::array{0.0, 1.0, 2.0, 4.0}, std::array{1.0, 1.0, 1.0, 1.0}) == 1.5);
  CHECK(weighted_median(std::array{0.0, 1.0, 4.0}, std::array{3.0, 0.0, 3.0}) == 2.0);
}

TEST_CASE("who holds more than half of the weight is the median", "[solvers]") {
  CHECK(weighted_median(std::array{5.0, 1.0, 2.0}, std::array{2.01, 1.0, 1.0}) == 5.0);
}

}  // namespace
}  // namespace hansa
