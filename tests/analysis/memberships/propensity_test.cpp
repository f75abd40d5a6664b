#include <cmath>

#include <boost/math/special_functions/gamma.hpp>
#include <catch2/catch.hpp>

#include "analysis/memberships/propensity.hpp"
#include "support/numbers/draws.hpp"

namespace hansa {
namespace {

/// Degrees about a mean of 2, by factors with this variance.
Degrees made_degrees(double alpha) {
  const Draws draws(11, 0);
  Degrees degrees;
  for (std::uint64_t c = 0; c < 4000; ++c) {
    const double u = draws.uniform(Purpose::CitySpread, 0, c);
    const double factor = alpha > 0 ? alpha * boost::math::gamma_p_inv(1 / alpha, u) : 1.0;
    degrees.held.push_back(draws.poisson(2 * factor, Purpose::Joining, 0, c));
    degrees.expected.push_back(2);
  }
  return degrees;
}

TEST_CASE("the variance of cities' factors is recovered from what they hold", "[memberships][fit]") {
  const double alpha = GENERATE(0.3, 0.8, 2.0);
  const Dispersion found = fit_dispersion(made_degrees(alpha));
  CHECK(found.alpha == Approx(alpha).epsilon(0.15));
  const double error = std::log(found.ci95.hi / found.ci95.lo) / (2 * 1.96);
  CHECK(std::abs(std::log(found.alpha / alpha)) < 3 * error);
  CHECK(error < 0.1);
}

TEST_CASE("cities that hold what they should by chance have no factors of their own", "[memberships][fit]") {
  CHECK(fit_dispersion(made_degrees(0)).alpha < 0.05);
}

TEST_CASE("a propensity is shrunk towards none", "[memberships]") {
  CHECK(propensity(3, 3, 0.8) == 0);
  CHECK(propensity(0, 1, 1) == Approx(std::log(0.5)));
  CHECK(propensity(7, 1, 1) == Approx(std::log(4)));
  CHECK(propensity(7, 1, 0.001) < 0.01);  // hardly any spread: all chance
}

}  // namespace
}  // namespace hansa
