#include <catch2/catch.hpp>

#include "bargaining/tables/bargain_table.hpp"
#include "tests/scenarios/load/test_folders.hpp"

namespace hansa {
namespace {

BargainTable read(const std::string& text) {
  const test::ScratchFolder folder;
  test::put(folder / "t.csv", text);
  return read_bargain_table(folder / "t.csv");
}

/// The problems of a table, joined by bars.
std::string problems_with(const std::string& text) {
  try {
    static_cast<void>(read(text));
  } catch (const ScenarioError& error) {
    std::string joined;
    for (Problem problem : error.problems()) {
      problem.file = "t";
      joined += (joined.empty() ? "" : "|") + to_text(problem);
    }
    return joined;
  }
  return "";
}

TEST_CASE("a table of our own has its columns in any order", "[bargain]") {
  const BargainTable table =
      read("veto,tax:salience,tax:position,actor,power,tax:reference\nyes,50,3,A,2,\n,100,-1,B,0.5,4\n");
  CHECK(table.actors == std::vector<std::string>{"A", "B"});
  CHECK(table.power == std::vector{2.0, 0.5});
  CHECK(table.veto == std::vector<char>{1, 0});
  CHECK(table.position == std::vector{3.0, -1.0});
  CHECK(table.salience == std::vector{0.5, 1.0});
  REQUIRE(table.issues.size() == 1);
  CHECK(table.issues[0].name == "tax");
  CHECK(table.issues[0].reference == 4.0);
}

TEST_CASE("a scale runs from the least to the most value, the reference included, or as given", "[bargain]") {
  const BargainTable table = read(
      "actor,power,a:position,a:salience,a:reference,b:position "
      "-5..5,b:salience\nA,1,2,50,0,1,1\nB,1,3,50,,2,1\n");
  CHECK((table.issues[0].least == 0 && table.issues[0].most == 3));
  CHECK((table.issues[1].least == -5 && table.issues[1].most == 5));
  CHECK(table.to_unit(1, 0) == 0.5);
  CHECK(table.from_unit(1, 0.75) == 2.5);
}

TEST_CASE("an issue on which all agree has no width", "[bargain]") {
  const BargainTable table = read("actor,power,a:position,a:salience\nA,1,2,50\nB,1,2,50\n");
  CHECK(table.to_unit(0, 2) == 0);
  CHECK(table.from_unit(0, 0) == 2);
}

TEST_CASE("KTAB's tables are read with their blanks and trailing commas", "[bargain]") {
  const BargainTable table = read(
      "Oil; scen 0,Scenario-0,2, 2, \nActor,Description,Influence,Policy Position,Policy Salience,P2,S2, \n"
      "XJ,\"Xi, at home\",  100.0,30,24.0, 1, 2,\n\nLK,Li,60.2,45,44.5,65,41, \n");
  CHECK(table.actors == std::vector<std::string>{"XJ", "LK"});
  CHECK(table.power == std::vector{100.0, 60.2});
  CHECK(table.position == std::vector{30.0, 1.0, 45.0, 65.0});
  CHECK(table.salience == std::vector{0.24, 0.02, 0.445, 0.41});
  CHECK((table.issues[0].name == "Policy" && table.issues[1].name == "P2"));
  CHECK((table.issues[0].least == 0 && table.issues[0].most == 100));
}

TEST_CASE("every problem of a table is reported at its place", "[bargain]") {
  CHECK(problems_with("actor,power,a:position 4..10,a:salience,veto\nA,-1,12,101,maybe\nA,,x,,no\n") ==
        "t:2:3: power: must be at least 0, got -1|"
        "t:2:6: a:position 4..10: must be at most 10, got 12|"
        "t:2:9: a:salience: must be at most 100, got 101|"
        "t:2:13: veto: expected yes or no, got 'maybe'|"
        "t:3:1: actor: 'A' is already given in line 2|"
        "t:3:3: power: the cell is empty|"
        "t:3:4: a:position 4..10: expected a number, got 'x'|"
        "t:3:6: a:salience: the cell is empty");
  CHECK(problems_with("actor,power,a:position,a:salience,a:reference\nA,1,1,1,4\nB,1,1,1,5\n") ==
        "t:3:9: a:reference: this issue has the reference 4 in a line above");
  CHECK(problems_with("actor,power,a:position,a:salience\nA,0,1,1\nB,1,1,0\n") ==
        "t:1:24: a:salience: no actor with power has salience on this issue");
}

TEST_CASE("an unknown column, or an issue without its columns, is reported at its name", "[bargain]") {
  CHECK(problems_with("actor,power,a:position 9..4,a:salience,b:salience,c:salence,foo\n") ==
        "t:1:13: a:position 9..4: expected the ends of the scale, the lower first, as in 'position 4..10'|"
        "t:1:40: b:salience: this issue needs a column b:position|"
        "t:1:51: c:salence: expected position, position MIN..MAX, salience, reference or decided after the "
        "colon|"
        "t:1:61: foo: unknown column; known: actor, power, veto, ISSUE:position, ISSUE:salience, "
        "ISSUE:reference, ISSUE:decided");
  CHECK(problems_with("actor,power\nA,1\n") ==
        "t:1:1: actor: the table has no issue: expected columns ISSUE:position and ISSUE:salience");
  CHECK(problems_with("actor,power,a:position,a:salience\n") ==
        "t:1:1: actor: expected 1 to 500 actors, got 0");
}

TEST_CASE("every problem of KTAB's format is reported at its place", "[bargain]") {
  CHECK(problems_with("N,D,3,1\nActor,Description,Power,P,S\nA,a, -1,120,x4\nA,b,1,2\n") ==
        "t:1:5: actors: the table has 2 actors|"
        "t:3:6: Power: must be between 0 and 1000000000000, got -1|"
        "t:3:9: P: must be between 0 and 100, got 120|"
        "t:3:13: S: expected a number, got 'x4'|"
        "t:4:1: row: 4 cells under 5 columns");
  CHECK(problems_with("N,D,two,0\nActor,Description,Power,P,S\nA,a,1,2,3\n") ==
        "t:1:5: actors: expected a whole number from 1 to 500, got 'two'|"
        "t:1:9: issues: expected a whole number from 1 to 100, got '0'");
}

TEST_CASE("positions, references and the ends of a scale stay within the range of sums", "[bargain]") {
  CHECK(problems_with("actor,power,a:position,a:salience,a:reference\nA,1,-1e308,1,\nB,1,1e308,1,2e12\n") ==
        "t:2:5: a:position: must be at least -1000000000000, got -1e308|"
        "t:3:5: a:position: must be at most 1000000000000, got 1e308|"
        "t:3:13: a:reference: must be at most 1000000000000, got 2e12");
  CHECK(problems_with("actor,power,a:position -1e308..1e308,a:salience\nA,1,0,1\n") ==
        "t:1:13: a:position -1e308..1e308: the ends of a scale must be between -1000000000000 and "
        "1000000000000");
  const BargainTable widest =
      read("actor,power,a:position -1e12..1e12,a:salience\nA,1,-1e12,1\nB,1,1e12,1\n");
  CHECK((widest.to_unit(0, -1e12) == 0 && widest.to_unit(0, 1e12) == 1));
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
