#include <catch2/catch.hpp>

#include "support/text/date.hpp"

namespace hansa {
namespace {

using namespace std::chrono;

TEST_CASE("a date in years is the share of its own year that has passed", "[date]") {
  CHECK(years_of(sys_days(2001y / 1 / 1)) == 2001.0);
  CHECK(years_of(sys_days(2001y / 7 / 2)) == Approx(2001 + 182 / 365.0));
  CHECK(years_of(sys_days(2000y / 12 / 31)) == Approx(2000 + 365 / 366.0));
  CHECK(to_text(sys_days(1997y / 12 / 11)) == "1997-12-11");
}

TEST_CASE("a date is a day of the calendar, written in full", "[date]") {
  CHECK(read_date("1997-12-11") == sys_days(1997y / 12 / 11));
  CHECK(read_date("2000-02-29") == sys_days(2000y / 2 / 29));
  for (const char* none : {"", "1997", "1997-2-11", "1997-13-01", "2001-02-29", "1997/12/11", "-997-12-11"})
    CHECK_FALSE(read_date(none));
  CHECK(calendar_year(sys_days(1997y / 12 / 31)) == 1997);
}

}  // namespace
}  // namespace hansa
