#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "scenarios/tables/treaties.hpp"
#include "tests/support/files/scratch_folder.hpp"

namespace hansa {
namespace {

using namespace std::chrono;

/// Reads a table of ratifications beside one that knows the treaty t.
std::vector<ObservedTreaty> treaties_of(const std::string& ratifications) {
  const test::ScratchFolder scratch;
  test::put(scratch / "r.csv", ratifications);
  test::put(
      scratch / "t.csv",
      "id,name,conference,adopted,opened,min_parties,min_emissions_share,emissions_base,delay_days,in_force\n"
      "t,T,,2000-01-31,2000-02-01,2,50,annex1,30,2001-03-31\n");
  return read_treaties(scratch / "r.csv", scratch / "t.csv");
}

TEST_CASE("a treaty has its thresholds from the one table and its states from the other", "[csv]") {
  const auto treaties = treaties_of("treaty,iso3,ratified\nt,FRA,2001-01-01\nt,DEU,\n");
  REQUIRE(treaties.size() == 1);
  CHECK(treaties[0].adopted == sys_days(2000y / 1 / 31));
  CHECK(treaties[0].min_parties == 2);
  CHECK(treaties[0].min_emissions == 0.5);
  REQUIRE(treaties[0].states.size() == 2);
  CHECK(treaties[0].states[0].iso3 == "DEU");  // by code
  CHECK_FALSE(treaties[0].states[0].date.has_value());
  CHECK(treaties[0].states[1].date == sys_days(2001y / 1 / 1));
}

TEST_CASE("a treaty that is not in the table brings its own dates", "[csv]") {
  const auto treaties = treaties_of(
      "treaty,iso3,adopted,signed,ratified,left,in_force\nnew,FRA,2010-05-01,,2011-02-03,,2012-01-01\n");
  CHECK(treaties[0].adopted == sys_days(2010y / 5 / 1));
  CHECK(treaties[0].in_force == sys_days(2012y / 1 / 1));
  CHECK_FALSE(treaties[0].min_parties);
}

TEST_CASE("an invalid ratification is refused with its line and column", "[csv]") {
  using Catch::Matchers::Contains;
  CHECK_THROWS_WITH(treaties_of("treaty,iso3,ratified\nt,FRA,2001-02-30\n"),
                    Contains("r.csv:2:7: ratified: expected a date"));
  CHECK_THROWS_WITH(treaties_of("treaty,iso3,ratified\nnew,FRA,2001-02-03\n"),
                    Contains("r.csv:2:1: treaty: its date of adoption is not known; add a column adopted"));
}

}  // namespace
}  // namespace hansa
