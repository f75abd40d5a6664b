#include <catch2/catch.hpp>

#include "tests/bargaining/tables/table_texts.hpp"

namespace hansa {
namespace {

using test::problems_with;
using test::read_table;

TEST_CASE("KTAB's tables are read with their blanks and trailing commas", "[bargain]") {
  const BargainTable table = read_table(
      "Oil; scen 0,Scenario-0,2, 2, \nActor,Description,Influence,Policy Position,Policy Salience,P2,S2, \n"
      "XJ,\"Xi, at home\",  100.0,30,24.0, 1, 2,\n\nLK,Li,60.2,45,44.5,65,41, \n");
  CHECK(table.actors == std::vector<std::string>{"XJ", "LK"});
  CHECK(table.power == std::vector{100.0, 60.2});
  CHECK(table.position == std::vector{30.0, 1.0, 45.0, 65.0});
  CHECK(table.salience == std::vector{0.24, 0.02, 0.445, 0.41});
  CHECK((table.issues[0].name == "Policy" && table.issues[1].name == "P2"));
  CHECK((table.issues[0].least == 0 && table.issues[0].most == 100));
}

TEST_CASE("every problem of KTAB's format is reported at its place", "[bargain]") {
  CHECK(problems_with("N,D,3,1\nActor,Description,Power,P,S\nA,a, -1,120,x4\nA,b,1,2\n") ==
        "t:1:5: actors: the table has 2 actors|"
        "t:3:6: Power: must be between 0 and 1e+30, got -1|"
        "t:3:9: P: must be between 0 and 100, got 120|"
        "t:3:13: S: expected a number, got 'x4'|"
        "t:4:1: row: 4 cells under 5 columns");
  CHECK(problems_with("N,D,two,0\nActor,Description,Power,P,S\nA,a,1,2,3\n") ==
        "t:1:5: actors: expected a whole number from 1 to 100000, got 'two'|"
        "t:1:9: issues: expected a whole number from 1 to 100, got '0'");
}

TEST_CASE("each issue of KTAB's tables has a name of its own", "[bargain]") {
  CHECK(
      problems_with("N,D,1,2\nActor,Description,Power,P Position,P Salience,P Position,S\nA,a,1,1,2,3,4\n") ==
      "t:2:47: issue: 'P' is also the name of an earlier issue");
  CHECK(problems_with("N,D,1,2\nActor,Description,Power,,S,\" Position\",S\nA,a,1,1,2,3,4\n") ==
        "t:2:25: issue: an issue without a name|t:2:28: issue: an issue without a name");
}

}  // namespace
}  // namespace hansa
