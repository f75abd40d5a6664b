#include <cmath>

#include <catch2/catch.hpp>

#include "analysis/report/page_numbers.hpp"

namespace hansa {
namespace {

TEST_CASE("numbers of a page have four digits, and what does not apply is null", "[report]") {
  CHECK(rounded(0.0213764).dump() == "0.02138");
  CHECK(rounded(123456.0).dump() == "123500");
  CHECK(rounded(3.0).dump() == "3");
  CHECK(rounded(-1.0 / 3.0).dump() == "-0.3333");
  CHECK(rounded(std::nan("")).is_null());
}

TEST_CASE("quantiles are those of the values that apply", "[report]") {
  CHECK(quantiles_of({4, std::nan(""), 0, 2, 1, 3}).dump() == "[0.2,1,2,3,3.8]");
  CHECK(quantiles_of({std::nan("")}).is_null());
}

}  // namespace
}  // namespace hansa
