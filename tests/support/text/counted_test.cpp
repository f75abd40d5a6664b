#include <catch2/catch.hpp>

#include "support/text/counted.hpp"

namespace hansa {
namespace {

TEST_CASE("numbers are written as ranges in the syntax of job arrays", "[counted]") {
  CHECK(ranges_of({}).empty());
  CHECK(ranges_of({3}) == "3");
  CHECK(ranges_of({3, 17, 40, 41, 42, 50, 51}) == "3,17,40-42,50-51");
}

}  // namespace
}  // namespace hansa
