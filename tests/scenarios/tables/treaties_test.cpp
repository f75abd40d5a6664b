#include <fstream>

#include <catch2/catch.hpp>

#include "scenarios/tables/treaties.hpp"
#include "tests/support/files/scratch_folder.hpp"

namespace hansa {
namespace {

using namespace std::chrono;

std::filesystem::path write(const test::ScratchFolder& scratch, const std::string& name,
                            const std::string& text) {
  std::ofstream(scratch / name) << text;
  return scratch / name;
}

const std::string thresholds =
    "id,name,conference,adopted,opened,min_parties,min_emissions_share,emissions_base,delay_days,in_force\n"
    "t,T,,2000-01-31,2000-02-01,2,50,annex1,30,2001-03-31\n";

TEST_CASE("a treaty has its thresholds from the one table and its states from the other", "[csv]") {
  const test::ScratchFolder scratch;
  const auto treaties =
      read_treaties(write(scratch, "r.csv", "treaty,iso3,ratified\nt,FRA,2001-01-01\nt,DEU,\n"),
                    write(scratch, "t.csv", thresholds));
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
  const test::ScratchFolder scratch;
  const auto treaties = read_treaties(
      write(
          scratch, "r.csv",
          "treaty,iso3,adopted,signed,ratified,left,in_force\nnew,FRA,2010-05-01,,2011-02-03,,2012-01-01\n"),
      write(scratch, "t.csv", thresholds));
  CHECK(treaties[0].adopted == sys_days(2010y / 5 / 1));
  CHECK(treaties[0].in_force == sys_days(2012y / 1 / 1));
  CHECK_FALSE(treaties[0].min_parties);
}

}  // namespace
}  // namespace hansa
