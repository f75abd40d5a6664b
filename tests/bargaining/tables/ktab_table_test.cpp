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
        "t:3:6: Power: must be at least 0, got -1|"
        "t:3:9: P: must be at most 100, got 120|"
        "t:3:13: S: expected a number, got 'x4'|"
        "t:4:1: row: 4 cells under 5 columns");
  CHECK(problems_with("N,D,two,0\nActor,Description,Power,P,S\nA,a,1,2,3\n") ==
        "t:1:5: actors: expected a whole number from 1 to 100000, got 'two'|"
        "t:1:9: issues: expected a whole number from 1 to 100, got '0'");
}

TEST_CASE("KTAB's tables between semicolons are read by the same reader, and told", "[bargain]") {
  const std::string text =
      "Oil;scen;2;1\nActor;Description;Power;P Position;P "
      "Salience\nA;a;\"1.000,5\";30;80%\nB;b;60,2;45;44,5\n";
  const BargainTable table = read_table(text);
  CHECK(table.power == std::vector{1000.5, 60.2});
  CHECK(table.salience == std::vector{0.8, 0.445});
  CHECK(test::assumed_in(text) ==
        "cells are separated by semicolons|a comma in a number is read as its decimal mark|"
        "'1.000,5' is read with marks between thousands|'80%' is read as a percentage");
}

TEST_CASE("a strict reader refuses all at once what it would assume of a KTAB table", "[bargain]") {
  CHECK(test::refusal_of([] {
          static_cast<void>(
              read_bargain_table(TableSource{"t", "N;D;1;1\nActor;Description;Power;P;S\nA;a;-1;30;0.5\n"},
                                 {.strict = true, .columns = {}}));
        }) ==
        "t:1:1: separator: cells are separated by semicolons; --strict assumes nothing|"
        "t:2:27: salience: saliences run from 0 to 1, since none is larger; --strict assumes nothing|"
        "t:3:5: Power: must be at least 0, got -1");
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
