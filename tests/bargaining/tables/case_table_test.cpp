#include <catch2/catch.hpp>

#include "bargaining/tables/case_table.hpp"
#include "tests/bargaining/tables/table_texts.hpp"

namespace hansa {
namespace {

CaseTable read(const std::string& text) {
  const test::ScratchFolder folder;
  test::put(folder / "t.csv", text);
  return read_cases(folder / "t.csv");
}

std::string problems_with(const std::string& text) {
  return test::refusal_of([&] { static_cast<void>(read(text)); });
}

TEST_CASE("lines of a case may be apart, and an actor without position or salience is left out",
          "[bargain]") {
  const CaseTable table = read(
      "issue,actor,position,salience,outcome,reference_point,power\n"
      "a,X,100,50,80,,2\nb,X,10,1,5,0,1\na,Y,0,20,80,,1\na,Z,,20,80,,1\nb,Z,20,,5,0,1\n");
  REQUIRE(table.cases.size() == 2);
  CHECK(table.cases[0].name == "a");
  CHECK(table.cases[0].position == std::vector{100.0, 0.0});
  CHECK(table.cases[0].power == std::vector{2.0, 1.0});
  CHECK(table.cases[0].salience == std::vector{50.0, 20.0});
  CHECK(table.cases[0].outcome == 80);
  CHECK_FALSE(table.cases[0].reference);
  CHECK(table.cases[1].reference == 0.0);
  CHECK(table.n_rows_left_out == 2);
  CHECK(table.n_cases_left_out == 0);
}

TEST_CASE("a case without an outcome, or without salience, is left out and counted", "[bargain]") {
  const CaseTable table = read("issue,actor,position,salience,outcome\na,X,1,5,\nb,X,1,0,1\nc,X,1,5,1\n");
  CHECK(table.cases.size() == 1);
  CHECK(table.n_cases_left_out == 2);
}

TEST_CASE("issues that share a name before their number were decided together", "[bargain]") {
  const auto proposals = [](const std::string& text) {
    std::string joined;
    for (const BargainCase& one : read(text).cases) joined += one.proposal + " ";
    return joined;
  };
  CHECK(proposals(
            "issue,actor,position,salience,outcome\nd07i1,X,1,5,1\nd07i12,X,1,5,1\nni,X,1,5,1\ni3,X,1,5,1\n"
            "tariff2,X,1,5,1\n") == "d07 d07 ni i3 tariff2 ");
  CHECK(proposals("issue,proposal,actor,position,salience,outcome\na,P,X,1,5,1\nb,,X,1,5,1\nb,P,Y,1,5,1\n") ==
        "P P ");
  CHECK(proposals("issue,proposal,actor,position,salience,outcome\nbi1,,X,1,5,1\n") == "b ");
}

TEST_CASE("a case becomes a table of actors on the scale of all", "[bargain]") {
  const CaseTable cases = read(
      "issue,actor,position,salience,outcome,reference,voting\n"
      "a,X,10,50,99,,QMV\na,Y,30,20,99,,QMV\nb,X,50,10,5,-10,\n");
  CHECK((cases.cases[0].voting == "QMV" && cases.cases[1].voting.empty()));
  CHECK(cases.n_with_reference() == 1);
  const BargainTable table = cases.table_of(cases.cases[0]);
  REQUIRE(table.issues.size() == 1);
  CHECK((table.issues[0].least == -10 &&
         table.issues[0].most == 50));  // what was decided is not known beforehand
  CHECK_FALSE(table.issues[0].reference);
  CHECK(cases.table_of(cases.cases[1]).issues[0].reference == -10.0);
  CHECK(table.position == std::vector{10.0, 30.0});
  CHECK(table.salience == std::vector{1.0, 0.4});
  CHECK(table.power == std::vector{1.0, 1.0});
  CHECK(table.n_actors() == 2);
}

TEST_CASE("every problem of a table of cases is reported at its place", "[bargain]") {
  CHECK(problems_with("issue,actor,position,salience,outcome\na,X,1,-5,1\na,Y,o,5,2\n,Y,1,1,1\n") ==
        "t:2:7: salience: must be at least 0, got -5|"
        "t:3:5: position: expected a number, got 'o'|"
        "t:3:9: outcome: this issue has 1 in a line above|"
        "t:4:1: issue: the cell is empty");
  CHECK(problems_with("issue,actor,position,salience,outcome,voting\na,X,1,5,1,QMV\na,Y,1,5,1,Unan\n") ==
        "t:3:11: voting: this issue has 'QMV' in a line above");
  CHECK(problems_with("issue,actor,position,salience,outcome\n") == "t:1:1: issue: the table has no cases");
  CHECK(problems_with("issue,actor,position,salience,outcome\na,X,1,5,\n") ==
        "t:1:31: outcome: no issue has an outcome and an actor with power and salience");
}

TEST_CASE("an actor occurs once in a case, and has a name", "[bargain]") {
  CHECK(problems_with("issue,actor,position,salience,outcome\na,X,1,5,1\nb,X,1,5,1\na,X,2,5,1\na,,2,5,1\n") ==
        "t:4:3: actor: 'X' is already given in line 2|t:5:3: actor: the cell is empty");
}

TEST_CASE("positions, references and outcomes of history stay within the range of sums", "[bargain]") {
  CHECK(problems_with("issue,actor,position,salience,outcome,reference\na,X,-1e308,5,1e308,2e12\n") ==
        "t:2:5: position: must be at least -1000000000000, got -1e308|"
        "t:2:14: outcome: must be at most 1000000000000, got 1e308|"
        "t:2:20: reference: must be at most 1000000000000, got 2e12");
}

TEST_CASE("NA and points are missing values of a table of cases", "[bargain]") {
  const CaseTable table =
      read("issue,actor,position,salience,outcome\nx,A,10,50,20\nx,B,NA,NA,20\nx,C,30,.,20\nx,D,30,50,\n");
  REQUIRE(table.cases.size() == 1);
  CHECK(table.cases[0].position == std::vector{10.0, 30.0});
  CHECK(table.n_rows_left_out == 2);
}

TEST_CASE("power under another name is used, or told", "[bargain]") {
  const auto text = [](const std::string& name) {
    return "issue,actor,position,salience,outcome," + name + "\nx,A,10,50,20,100\nx,B,30,50,20,1\n";
  };
  for (const char* name : {"power", "Power", "Capability", "weight"})
    CHECK(read(text(name)).cases[0].power == std::vector{100.0, 1.0});
  const CaseTable unknown = read(text("powr"));
  CHECK(unknown.cases[0].power == std::vector{1.0, 1.0});
  CHECK(unknown.assumptions ==
        std::vector<std::string>{"column 'powr' is not used; did you mean 'power'?",
                                 "there is no column of power; all actors have the same"});
}

TEST_CASE("a wide table and a table of one issue are cases, too", "[bargain]") {
  const CaseTable wide = read(
      "actor,power,x:position "
      "0..10,x:salience,x:decided,y:position,y:salience,y:decided\nA,1,5,50,7,1,20,2\nB,2,8,40,,3,NA,\n");
  REQUIRE(wide.cases.size() == 2);
  CHECK((wide.cases[0].name == "x" && wide.cases[0].outcome == 7 && wide.cases[1].outcome == 2));
  CHECK(wide.cases[1].position == std::vector{1.0});
  CHECK(wide.table_of(wide.cases[0]).issues[0].most == 10);
  CHECK(wide.table_of(wide.cases[1]).issues[0].most == 1);
  const CaseTable one = read("player;position;salience;status quo;outcome\nA;5,5;50;0;7\nB;8;40;;\n");
  REQUIRE(one.cases.size() == 1);
  CHECK((one.cases[0].position[0] == 5.5 && one.cases[0].reference == 0.0));
}

}  // namespace
}  // namespace hansa
