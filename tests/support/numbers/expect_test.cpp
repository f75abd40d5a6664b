#include <catch2/catch.hpp>

#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

TEST_CASE("a failed expectation names its condition and place", "[expect]") {
  using Catch::Matchers::Contains;
  CHECK_NOTHROW(HANSA_EXPECT(1 + 1 == 2));
  CHECK_THROWS_WITH(HANSA_EXPECT(1 + 1 == 3),
                    Contains("expect_test.cpp:") && Contains("expected 1 + 1 == 3"));
}

}  // namespace
}  // namespace hansa
