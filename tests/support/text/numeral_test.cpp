#include <catch2/catch.hpp>

#include "support/text/numeral.hpp"

namespace hansa {
namespace {

TEST_CASE("a text is read as a number of the wanted type or left alone", "[numeral]") {
  int value = 7;
  CHECK(parse_numeral("12", value) == Numeral::Read);
  CHECK(value == 12);
  CHECK(parse_numeral("twelve", value) == Numeral::None);
  CHECK(parse_numeral("99999999999", value) == Numeral::OutOfRange);
  CHECK(parse_numeral("1.5", value) == Numeral::OtherType);
  CHECK(value == 12);
}

TEST_CASE("a number that is written otherwise than in JSON gets a hint", "[numeral]") {
  CHECK(advise_on_numeral("007") == "; drop the leading zero");
  CHECK(advise_on_numeral("30%") == "; write 0.3 for 30 %");
  CHECK(advise_on_numeral("80 %") == "; write 0.8 for 80 %");
  CHECK(advise_on_numeral("0,3") == "; write 0.3");
  CHECK(advise_on_numeral("1,000").empty());  // a thousand or one
  CHECK(advise_on_numeral("1,5,2").empty());
  CHECK(advise_on_numeral("+5") == "; drop the +");
  CHECK(advise_on_numeral("nan") == "; it must be finite");
  CHECK(advise_on_numeral("many").empty());
}

TEST_CASE("numbers are written as ranges in the syntax of job arrays", "[numeral]") {
  CHECK(ranges_of({}).empty());
  CHECK(ranges_of({3}) == "3");
  CHECK(ranges_of({3, 17, 40, 41, 42, 50, 51}) == "3,17,40-42,50-51");
}

}  // namespace
}  // namespace hansa
