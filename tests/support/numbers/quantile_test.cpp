#include <cmath>
#include <limits>

#include <catch2/catch.hpp>

#include "support/numbers/quantile.hpp"

namespace hansa {
namespace {

TEST_CASE("a quantile lies between two values by its share of the way", "[quantile]") {
  const std::vector<double> values = {3, 1, 2, 5, 4};
  CHECK(quantile(values, 0.0) == 1);
  CHECK(quantile(values, 0.5) == 3);
  CHECK(quantile(values, 1.0) == 5);
  CHECK(quantile(values, 0.1) == Approx(1.4));
  CHECK(quantile({7.0}, 0.3) == 7);
}

TEST_CASE("nothing has no quantile, nor has a list with a value that does not apply", "[quantile]") {
  const double nothing = std::numeric_limits<double>::quiet_NaN();
  CHECK(std::isnan(quantile({}, 0.5)));
  CHECK(std::isnan(quantile({1.0, nothing, 2.0}, 0.5)));
}

}  // namespace
}  // namespace hansa
