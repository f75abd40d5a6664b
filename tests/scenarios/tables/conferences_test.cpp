#include <catch2/catch.hpp>

#include "scenarios/tables/conferences.hpp"
#include "support/input/problem.hpp"
#include "tests/support/files/scratch_folder.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;

constexpr const char* header = "id,name,date,instrument,form,outcome,scenario,played_as\n";

TEST_CASE("a conference that took place has its form, its ending and the scenario that plays it",
          "[tables]") {
  const test::ScratchFolder scratch;
  test::put(scratch / "c.csv", std::string(header) +
                                   "COP3,COP3,1997-12-11,Kyoto Protocol,hard,adopted,road,K\n"
                                   "CSLL,Climate Summit,2015-12-04,,soft,none,,\n");
  const std::vector<ObservedConference> read = read_conferences(scratch / "c.csv");
  REQUIRE(read.size() == 2);
  CHECK(read[0].year == 1997);
  CHECK(read[0].form == Form::Hard);
  CHECK(read[0].ending == Ending::Adopted);
  CHECK(read[0].instrument == "Kyoto Protocol");
  CHECK(read[0].played_as == "K");
  CHECK(read[1].ending == Ending::None);
  CHECK(read[1].scenario.empty());
}

TEST_CASE("an unknown word, a missing date and a played conference without a name are refused", "[tables]") {
  const test::ScratchFolder scratch;
  const auto complaint_about = [&](const std::string& row) -> std::string {
    test::put(scratch / "c.csv", header + row + "\n");
    try {
      static_cast<void>(read_conferences(scratch / "c.csv"));
    } catch (const ScenarioError& error) {
      return error.what();
    }
    return "";
  };
  CHECK_THAT(complaint_about("A,A,1997-12-11,,hard,adoptd,,"),
             Contains("c.csv:2:22: outcome: no outcome 'adoptd'; did you mean 'adopted'?"));
  CHECK_THAT(complaint_about("A,A,1997-12-11,,hardd,failed,,"), Contains("did you mean 'hard'?"));
  CHECK_THAT(complaint_about("A,A,,,hard,failed,,"), Contains("c.csv:2:5: date"));
  CHECK_THAT(complaint_about("A,A,1997-12-11,,hard,failed,road,"), Contains("played_as"));
}

}  // namespace
}  // namespace hansa
