#include <cmath>
#include <limits>

#include <boost/math/special_functions/gamma.hpp>
#include <catch2/catch.hpp>

#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

/// The error of a computed value, in units in the last place of the true value.
double ulps(double computed, long double truth) {
  const auto nearest = std::abs(static_cast<double>(truth));
  const double unit = std::nextafter(nearest, std::numeric_limits<double>::infinity()) - nearest;
  return static_cast<double>(std::abs(static_cast<long double>(computed) - truth)) / unit;
}

constexpr double promised = 1.0;  // ulp, by SLEEF's u10 functions

TEST_CASE("exponentials are accurate to one unit in the last place", "[reals]") {
  double worst = 0;
  for (int k = -10'000; k <= 10'000; ++k) {
    const double x = k * 0.0707106781;
    worst = std::max(worst, ulps(real_exp(x), std::exp(static_cast<long double>(x))));
  }
  CHECK(worst <= promised);
  CHECK(real_exp(0.0) == 1.0);
}

TEST_CASE("logarithms are accurate to one unit in the last place", "[reals]") {
  double worst = 0;
  for (int k = 1; k <= 20'000; ++k) {
    const double x = std::exp(k * 0.034 - 340.0);
    worst = std::max(worst, ulps(real_log(x), std::log(static_cast<long double>(x))));
  }
  CHECK(worst <= promised);
  CHECK(real_log(1.0) == 0.0);
}

TEST_CASE("powers are accurate to one unit in the last place", "[reals]") {
  double worst = 0;
  for (const double exponent : {0.25, 0.3, 0.5, 0.7, 1.0 / 12, 1.0, 2.0, -1.5}) {
    for (int k = 1; k <= 2'000; ++k) {
      const double base = k * 0.37;
      worst = std::max(worst, ulps(real_pow(base, exponent), std::pow(static_cast<long double>(base),
                                                                      static_cast<long double>(exponent))));
    }
  }
  CHECK(worst <= promised);
  CHECK(real_pow(0.0, 3.0) == 0.0);
  CHECK(real_pow(0.0, 0.0) == 1.0);
}

TEST_CASE("hyperbolic tangents are accurate to one unit in the last place", "[reals]") {
  double worst = 0;
  for (int k = -10'000; k <= 10'000; ++k) {
    const double x = k * 0.00207;
    worst = std::max(worst, k == 0 ? 0.0 : ulps(real_tanh(x), std::tanh(static_cast<long double>(x))));
  }
  CHECK(worst <= promised);
}

TEST_CASE("the logistic function and the logit are inverse functions", "[reals]") {
  CHECK(logistic(0.0) == 0.5);
  CHECK(logit(0.5) == 0.0);
  CHECK(logit(0.75) == Approx(std::log(3.0)).epsilon(1e-15));
  for (const double p : {1e-9, 0.01, 0.3, 0.5, 0.9, 0.999})
    CHECK(logistic(logit(p)) == Approx(p).epsilon(1e-13));
}

TEST_CASE("quantiles of the normal distribution are the known ones", "[reals]") {
  // to 16 digits, by inversion in 30 digits; both sides of the joins at 0.075 and at e^-25
  const auto [p, quantile] = GENERATE(table<double, double>({{0.5, 0.0},
                                                             {0.975, 1.959963984540054},
                                                             {0.3, -0.524400512708040784},
                                                             {0.075, -1.4395314709384557},
                                                             {0.0749999, -1.4395321773759006},
                                                             {0.02, -2.0537489106318231},
                                                             {1e-10, -6.361340902404056},
                                                             {1e-12, -7.034483825301132},
                                                             {1e-20, -9.262340089798408},
                                                             {0x1p-53, -8.209536151601387}}));
  CHECK(normal_quantile(p) == Approx(quantile).epsilon(2e-15).margin(0));
}

TEST_CASE("the quantiles of both tails are equal up to sign", "[reals]") {
  for (const double p : {0.4, 0.25, 0.125, 0.03125, 0x1p-20, 0x1p-40})
    CHECK(normal_quantile(1.0 - p) == -normal_quantile(p));
}

TEST_CASE("quantiles do not decrease with the probability", "[reals]") {
  double before = normal_quantile(1e-4);
  for (int k = 2; k < 10'000; ++k) {
    const double quantile = normal_quantile(k * 1e-4);
    REQUIRE(quantile > before);
    before = quantile;
  }
}

TEST_CASE("the share of normals below a quantile is its probability", "[reals]") {
  CHECK(normal_share(0.0) == 0.5);
  for (const double p : {1e-300, 1e-9, 0.05, 0.3, 0.7, 0.95})
    CHECK(normal_share(normal_quantile(p)) == Approx(p).epsilon(1e-12));
  for (int k = -3700; k <= 800; ++k) {
    const double z = k * 0.01;
    const auto truth = static_cast<double>(std::erfc(-static_cast<long double>(z) / std::sqrt(2.0L)) / 2);
    CHECK(normal_share(z) == Approx(truth).epsilon(1e-12));
  }
}

TEST_CASE("quantiles of the gamma distribution are near between the quartile and .999", "[reals]") {
  for (const double shape : {1.0, 1.6, 5.0, 30.0}) {
    for (const double p : {0.25, 0.5, 0.9, 0.99, 0.999})
      CHECK(gamma_quantile(shape, normal_quantile(p)) ==
            Approx(boost::math::gamma_p_inv(shape, p)).epsilon(0.03));
  }
  CHECK(gamma_quantile(1.0, -8) == 0);
}

}  // namespace
}  // namespace hansa
