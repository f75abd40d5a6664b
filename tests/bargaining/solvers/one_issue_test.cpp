#include <array>
#include <span>

#include <catch2/catch.hpp>

#include "bargaining/solvers/one_issue.hpp"

namespace hansa {
namespace {

constexpr std::array<double, 5> position = {.40, .55, .70, .90, 1.00}, power = {.10, .30, .25, .20, .15};
constexpr std::array<double, 5> weight = {.10 * .9, .30 * .5, .25 * .7, .20 * 1.0, .15 * .4};  // by salience
constexpr std::array<double, 5> equal = {1, 1, 1, 1, 1};

double solved(std::span<const double> positions, std::span<const double> weights, double reference = 0) {
  return nash_bargain(positions, weights, reference).value();
}

TEST_CASE("a compromise is the mean of all positions by power times salience", "[solvers]") {
  CHECK(weighted_mean(position, weight) == Approx(0.712592592593).margin(1e-12));
  CHECK(weighted_mean(position, power) == Approx(0.710).margin(1e-12));
}

TEST_CASE("an actor without weight does not move a compromise", "[solvers]") {
  CHECK(weighted_mean(std::array{0.25, 1e6}, std::array{2.0, 0.0}) == 0.25);
}

TEST_CASE("the median has half of the weight on either side", "[solvers]") {
  CHECK(weighted_median(position, power) == .70);
  CHECK(weighted_median(std::array{1.00, .55, .70, .90, .40}, std::array{.15, .30, .25, .20, .10}) == .70);
}

TEST_CASE("between two positions that split the weight evenly the median is their middle", "[solvers]") {
  CHECK(weighted_median(std::array{0.0, 1.0, 2.0, 4.0}, std::array{1.0, 1.0, 1.0, 1.0}) == 1.5);
  CHECK(weighted_median(std::array{0.0, 1.0, 4.0}, std::array{3.0, 0.0, 3.0}) == 2.0);
}

TEST_CASE("an actor with more than half of the weight is the median", "[solvers]") {
  CHECK(weighted_median(std::array{5.0, 1.0, 2.0}, std::array{2.01, 1.0, 1.0}) == 5.0);
}

TEST_CASE("two equals over nothing agree where the closed form says", "[solvers]") {
  // x = [3 (a + b) - sqrt(9 (a + b)^2 - 32 a b)] / 4
  constexpr std::array<double, 2> even = {1, 1};
  CHECK(solved(std::array{.4, .6}, even) == Approx(0.462771867673).margin(1e-12));
  CHECK(solved(std::array{.3, .9}, even) == Approx(0.380384757729).margin(1e-12));
  CHECK(solved(std::array{.5, 1.}, even) == Approx(0.609611796798).margin(1e-12));
}

TEST_CASE("five agree by their weights", "[solvers]") {
  CHECK(solved(position, equal) == Approx(0.565524044003).margin(1e-12));
  CHECK(solved(position, power) == Approx(0.597215347037).margin(1e-12));
  CHECK(solved(position, weight) == Approx(0.589495976327).margin(1e-12));
}

TEST_CASE("a bargain below the reference mirrors one above it", "[solvers]") {
  CHECK(solved(std::array{-.3, -.9}, std::array{1., 1.}) == -solved(std::array{.3, .9}, std::array{1., 1.}));
}

TEST_CASE("there is no agreement if one position is at the reference or beyond it", "[solvers]") {
  CHECK_FALSE(nash_bargain(std::array{.4, -.1}, std::array{1., 1.}, 0.0));
  CHECK_FALSE(nash_bargain(std::array{.4, .0}, std::array{1., 1.}, 0.0));
  CHECK(solved(std::array{.4, -.1}, std::array{1., 0.}) ==
        Approx(.4).margin(1e-12));  // one without weight is ignored
}

TEST_CASE("the worse no agreement is for all, the nearer Nash comes to the compromise", "[solvers]") {
  const double compromise = weighted_mean(position, weight);
  CHECK(std::abs(solved(position, weight, 0.0) - compromise) > 0.1);
  CHECK(std::abs(solved(position, weight, -1e3) - compromise) < 1e-3);
  CHECK(std::abs(solved(position, weight, -1e6) - compromise) < 1e-6);
}

}  // namespace

}  // namespace hansa
