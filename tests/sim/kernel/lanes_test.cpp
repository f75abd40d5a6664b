#include <array>

#include <catch2/catch.hpp>

#include "sim/kernel/lanes.hpp"

namespace hansa {
namespace {

using Numbers = std::array<double, Four::lanes>;

Numbers numbers(Four::Lanes x) {
  Numbers into;
  Four::store(into.data(), x);
  return into;
}

TEST_CASE("a multiply-add of lanes is rounded once", "[lanes]") {
  // (1 + 2^-30)^2 - (1 + 2^-29) = 2^-60, which a product rounded before the sum would lose
  const double a = 1.0 + 0x1p-30, c = -(1.0 + 0x1p-29);
  CHECK(numbers(Four::multiply_add(Four::all(a), Four::all(a), Four::all(c))) ==
        Numbers{0x1p-60, 0x1p-60, 0x1p-60, 0x1p-60});
  CHECK(a * a + c == 0.0);
}

TEST_CASE("lanes work each for itself", "[lanes]") {
  const double from[] = {9.0, -1.0, 2.0, -3.0, 4.0};
  const Four::Lanes x = Four::load(from + 1), y = {1.0, 2.0, -5.0, 4.0};
  CHECK(numbers(x) == Numbers{-1.0, 2.0, -3.0, 4.0});
  CHECK(numbers(Four::larger(x, y)) == Numbers{1.0, 2.0, -3.0, 4.0});
  CHECK(numbers(Four::absolute(x)) == Numbers{1.0, 2.0, 3.0, 4.0});
  CHECK(numbers(Four::add_where_larger(Four::all(10.0), Four::all(0.5), x, y)) ==
        Numbers{10.0, 10.0, 10.5, 10.0});
  CHECK(numbers(Four::multiply_add(x, y, Four::all(1.0))) == Numbers{0.0, 5.0, 16.0, 17.0});
}

TEST_CASE("lanes are transposed and turned", "[lanes]") {
  Four::Lanes rows[] = {{0, 1, 2, 3}, {4, 5, 6, 7}, {8, 9, 10, 11}, {12, 13, 14, 15}};
  CHECK(numbers(Four::rotate<1>(rows[1])) == Numbers{5, 6, 7, 4});
  CHECK(numbers(Four::rotate<2>(rows[1])) == Numbers{6, 7, 4, 5});
  Four::transpose(rows);
  CHECK(numbers(rows[0]) == Numbers{0, 4, 8, 12});
  CHECK(numbers(rows[1]) == Numbers{1, 5, 9, 13});
  CHECK(numbers(rows[2]) == Numbers{2, 6, 10, 14});
  CHECK(numbers(rows[3]) == Numbers{3, 7, 11, 15});
}

}  // namespace
}  // namespace hansa
