#include <array>

#include <catch2/catch.hpp>

#include "sim/solvers/weighted_mean.hpp"

namespace hansa {
namespace {

constexpr std::array<double, 5> position = {.40, .55, .70, .90, 1.00}, power = {.10, .30, .25, .20, .15};

TEST_CASE("a compromise is the mean of what all want, by power and salience", "[solvers]") {
  constexpr std::array<double, 5> weight = {.10 * .9, .30 * .5, .25 * .7, .20 * 1.0, .15 * .4};
  CHECK(weighted_mean(position, weight) == Approx(0.712592592593).margin(1e-12));
  CHECK(weighted_mean(position, power) == Approx(0.710).margin(1e-12));
}

TEST_CASE("who has no weight does not move a compromise", "[solvers]") {
  CHECK(weighted_mean(std::array{0.25, 1e6}, std::array{2.0, 0.0}) == 0.25);
}

}  // namespace
}  // namespace hansa
