#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

#include "analysis/paired_difference.hpp"

namespace hansa {
namespace {

using Values = std::vector<double>;
const double nothing = std::nan("");

TEST_CASE("a paired difference has its t interval", "[comparison]") {
  // differences 1, 2, 3, 4: mean 2.5, standard deviation sqrt(5/3), t(3, .975) = 3.182446305284263
  const PairedDifference one = paired_difference(Values{10, 20, 30, 40}, Values{11, 22, 33, 44});
  const double half = 3.182446305284263 * std::sqrt(5.0 / 3.0 / 4.0);
  CHECK(one.mean == Approx(2.5).epsilon(1e-14));
  CHECK(one.lo == Approx(2.5 - half).epsilon(1e-12));
  CHECK(one.hi == Approx(2.5 + half).epsilon(1e-12));
  CHECK(half_width(one) == Approx(half).epsilon(1e-12));
  CHECK(one.n == 4);
  CHECK(one.flipped == 1.0);
  CHECK(one.is_beyond_chance());
}

TEST_CASE("a difference is the other arm minus full", "[comparison]") {
  CHECK(paired_difference(Values{1, 1}, Values{0, 0}).mean == -1.0);
}

TEST_CASE("the interval of a number is that of its paired difference", "[comparison]") {
  // differences -2, 0, 0, 0, 2, -2, 0, 0: mean -2/8, squares 4 (3 - 8/64), t(7, .975) = 2.364624251592785
  const PairedDifference one =
      paired_difference(Values{2, 2, 0, 0, 0, 2, 2, 0}, Values{0, 2, 0, 0, 2, 0, 2, 0});
  CHECK(one.mean == -0.25);
  CHECK(half_width(one) == Approx(2 * 2.364624251592785 * std::sqrt((3.0 - 0.125) / 7 / 8)).epsilon(1e-12));
  CHECK(one.flipped == 0.375);
  CHECK_FALSE(one.is_beyond_chance());
}

TEST_CASE("a paired difference has the p of its test", "[comparison]") {
  // differences 1 and 2: t = 1.5 / 0.5 with one degree of freedom, a Cauchy variable
  CHECK(paired_difference(Values{10, 20}, Values{11, 22}).p ==
        Approx(1 - 2 / 3.14159265358979324 * std::atan(3.0)).epsilon(1e-12));
  CHECK(paired_difference(Values{10, 20}, Values{11, 21}).p == 0);
  CHECK(paired_difference(Values{10, 20}, Values{10, 20}).p == 1);
  CHECK(std::isnan(paired_difference(Values{10}, Values{11}).p));
  // the interval excludes 0 where p is below .05
  CHECK(paired_difference(Values{10, 20, 30, 40}, Values{11, 22, 33, 44}).p < 0.05);
  CHECK(paired_difference(Values{10, 20, 30, 40}, Values{11, 22, 33, 40}).p > 0.05);
}

TEST_CASE("where no pair differs the difference is 0 exactly", "[comparison]") {
  const PairedDifference one = paired_difference(Values{0.1, 0.2, 0.3}, Values{0.1, 0.2, 0.3});
  CHECK((one.mean == 0 && one.lo == 0 && one.hi == 0 && one.flipped == 0));
  CHECK(one.n == 3);
  CHECK_FALSE(one.is_beyond_chance());
}

TEST_CASE("a pair counts only where the outcome applies in both arms", "[comparison]") {
  const PairedDifference one =
      paired_difference(Values{1, nothing, 3, 4, nothing}, Values{2, 2, nothing, 7, nothing});
  CHECK(one.n == 2);
  CHECK(one.mean == 2.0);  // 1 and 3
}

TEST_CASE("a single pair gives no interval, and no pair gives nothing", "[comparison]") {
  const PairedDifference one = paired_difference(Values{1}, Values{3});
  CHECK(one.mean == 2.0);
  CHECK((std::isnan(one.lo) && std::isnan(one.hi)));
  CHECK_FALSE(one.is_beyond_chance());
  const PairedDifference none = paired_difference(Values{nothing}, Values{3});
  CHECK(none.n == 0);
  CHECK((std::isnan(none.mean) && std::isnan(none.lo) && std::isnan(none.flipped)));
}

TEST_CASE("a binary outcome has the interval of McNemar's exact test", "[comparison]") {
  // 4 of 64 pairs differ, all one way: p = 2 / 2^4 = .125, and the interval includes 0
  std::vector<double> full(64, 1.0), other = full;
  for (std::size_t r = 0; r < 4; ++r) other[r] = 0;
  const PairedDifference four = paired_difference(full, other);
  CHECK(four.mean == -4.0 / 64);
  CHECK(four.p == Approx(0.125).epsilon(1e-12));
  CHECK_FALSE(four.is_beyond_chance());
  // with 6 it is p = .031
  other[4] = other[5] = 0;
  const PairedDifference six = paired_difference(full, other);
  CHECK(six.p == Approx(0.03125).epsilon(1e-12));
  CHECK(six.is_beyond_chance());
  CHECK(six.lo == Approx(-6.0 / 64).margin(1e-12));
  CHECK(six.hi == Approx((2 * std::pow(0.025, 1.0 / 6) - 1) * -6.0 / 64).margin(1e-12));
  // two pairs that differ prove nothing
  CHECK_FALSE(paired_difference(std::vector{1.0, 1.0}, std::vector{0.0, 0.0}).is_beyond_chance());
}

}  // namespace
}  // namespace hansa
