#include <catch2/catch.hpp>

#include "tests/bargaining/tables/table_texts.hpp"

namespace hansa {
namespace {

using test::assumed_in;
using test::problems_with;
using test::read_table;
using test::refusal_of;

TEST_CASE("a table of our own has its columns in any order", "[bargain]") {
  const BargainTable table = read_table(
      "veto,tax:salience,tax:position,actor,power,tax:reference\nyes,50,3,A,2,\n,100,-1,B,0.5,4\n");
  CHECK(table.actors == std::vector<std::string>{"A", "B"});
  CHECK(table.power == std::vector{2.0, 0.5});
  CHECK(table.veto == std::vector<char>{1, 0});
  CHECK(table.position == std::vector{3.0, -1.0});
  CHECK(table.salience == std::vector{0.5, 1.0});
  REQUIRE(table.issues.size() == 1);
  CHECK(table.issues[0].name == "tax");
  CHECK(table.issues[0].reference == 4.0);
}

TEST_CASE("a small table is the same table in every form that people write", "[bargain]") {
  const auto [text, told] = GENERATE(table<std::string, std::string>({
      {"actor,power,x:position,x:salience\nA,1,5,50\nB,2,20,50.5\n", ""},
      {"\xEF\xBB\xBF"
       "actor,power,x:position,x:salience\r\nA,1,5,50\r\nB,2,20,50.5\r\n",
       ""},
      {"actor,power,x:position,x:salience\rA,1,5,50\rB,2,20,50.5\r", ""},
      {"actor;power;x:position;x:salience\nA;1;5;50\nB;2;20;50,5\n",
       "cells are separated by semicolons|a comma in a number is read as its decimal mark"},
      {"sep=;\nactor;power;x:position;x:salience\nA;1;5;50\nB;2;20;50.5\n",
       "cells are separated by semicolons"},
      {"actor\tpower\tx:position\tx:salience\nA\t1\t5\t50\nB\t2\t20\t50.5\n", "cells are separated by tabs"},
      {"actor,power,x:position,x:salience\nA,1,5,50\n\nB,2,20,50.5\n,,,\n\n", ""},
      {"actor, power , x:position,x:salience\n A, 1,5 ,50\nB ,2,20.,50.5\n", ""},
      {"\"actor\",\"power\",\"x:position\",\"x:salience\"\n\"A\",1,5,50\n\"B\",\"2\",20,50.5\n", ""},
      {"actor,power,x:position,x:salience,\nA,1,5,50,\nB,2,20,50.5,\n", ""},
      {"\"\",\"actor\",\"power\",\"x:position\",\"x:salience\"\n\"1\",\"A\",1,5,50\n\"2\",\"B\",2,20,50.5\n",
       "the first column numbers the lines and is not used"},
      {",actor,power,x:position,x:salience\n0,A,1,5,50\n1,B,2,20,50.5\n",
       "the first column numbers the lines and is not used"},
      {"actor,power,x:position,x:salience\n1,A,1,5,50\n2,B,2,20,50.5\n",
       "the first column numbers the lines and is not used"},
      {"Actor,POWER,x:Position,x:Salience\nA,1,5,50\nB,2,20,50.5\n", ""},
      {"\"actor\",\"power\",\"x.position\",\"x.salience\"\n\"A\",1,5,50\n\"B\",2,20,50.5\n",
       "'x.position' is read as x:position, and 1 other alike"},
      {"\"X\",\"actor\",\"power\",\"x.position\",\"x.salience.0..100\"\n1,\"A\",1,5,50\n2,\"B\",2,20,50.5\n",
       "the first column numbers the lines and is not used|'x.position' is read as x:position, and 1 other "
       "alike|the scale of 'x.salience.0..100' is read as 0..100"},
      {"\"\",\"X.1\",\"X\",\"actor\",\"power\",\"x:position\",\"x:salience\"\n1,1,1,\"A\",1,5,50\n2,2,2,"
       "\"B\",2,20,50.5\n",
       "the first 3 columns number the lines and are not used"},
      {"Unnamed: 0,Unnamed: 0.1,actor,power,x:position,x:salience\n0,7,A,1,5,50\n1,9,B,2,20,50.5\n",
       "the first 2 columns number the lines and are not used"},
      {"\xC3\xAF..actor,power,x:position,x:salience\nA,1,5,50\nB,2,20,50.5\n",
       "'\xC3\xAF..' is what R leaves of a byte order mark; the column is 'actor'"},
      {"Stakeholder,Clout,x:position,x:salience\nA,1,5,50\nB,2,20,50.5\n",
       "'Stakeholder' is read as actor|'Clout' is read as power"},
      {"actor,power,party,x:position,x:salience\nA,1,p,5,50\nB,2,q,20,50.5\n", "column 'party' is not used"},
      {"actor,power,x:position,x:salience,x:refrence\nA,1,5,50,1\nB,2,20,50.5,1\n",
       "column 'x:refrence' is not used; did you mean 'reference'?"},
      {"issue,actor,power,position,salience\nx,A,1,5,50\nx,B,2,20,50.5\n", ""},
      {"actor,power,x:position,x:salience\nA,1,5,50%\nB,2,20,50.5 %\n", "'50%' is read as a percentage"},
      {"actor,power,x:position,x:salience\nA,1,+5,50\nB,2,2e1,50.5\n", ""},
      {"actor,power,x:position,x:salience 0..1\nA,1,5,0.5\nB,2,20,.505\n", ""},
      {"actor,power,x:position,x:salience\nA,1,5,0.5\nB,2,20,.505\n",
       "saliences run from 0 to 1, since none is larger"},
      {"actor,power,x:position,x:salience,veto\nA,1,5,50,NA\nB,2,20,50.5,.\n",
       "2 cells 'NA' are read as missing"},
  }));
  INFO(text);
  const BargainTable table = read_table(text);
  CHECK(table.actors == std::vector<std::string>{"A", "B"});
  CHECK(table.power == std::vector{1.0, 2.0});
  CHECK(table.position == std::vector{5.0, 20.0});
  CHECK((table.salience[0] == 0.5 && table.salience[1] == Approx(0.505).epsilon(1e-15)));
  REQUIRE(table.issues.size() == 1);
  CHECK((table.issues[0].name == "x" && table.issues[0].least == 5 && table.issues[0].most == 20));
  CHECK(assumed_in(text) == told);
}

TEST_CASE("a table of one issue needs no name for it", "[bargain]") {
  const BargainTable table = read_table("Actor,Capability,Position,Salience\nA,1,5,50\nB,2,20,50\n");
  CHECK((table.issues[0].name == "issue" && table.position == std::vector{5.0, 20.0}));
  CHECK(table.assumptions == std::vector<std::string>{"'Capability' is read as power"});
}

TEST_CASE("a long table has each actor's positions on several issues", "[bargain]") {
  const BargainTable table = read_table(
      "issue,actor,power,position,salience,reference,outcome\nx,A,1,5,50,0,7\nx,B,2,20,40,,\ny,B,2,8,30,,\n"
      "y,A,,9,20,,\n");
  REQUIRE(table.n_issues() == 2);
  CHECK(table.position == std::vector{5.0, 9.0, 20.0, 8.0});
  CHECK(table.salience == std::vector{0.5, 0.2, 0.4, 0.3});
  CHECK(table.power == std::vector{1.0, 2.0});
  CHECK((table.issues[0].reference == 0.0 && table.issues[0].decided == 7.0 && !table.issues[1].reference));
  CHECK(problems_with(
            "issue,actor,power,position,salience\nx,A,1,5,50\nx,B,2,20,40\ny,B,3,8,30\nx,A,1,5,50\n") ==
        "t:4:5: power: this actor has the power 2 in a line above|t:5:3: actor: 'A' is already given in line "
        "2");
  CHECK(problems_with("issue,actor,power,position,salience\nx,A,1,5,50\nx,B,2,20,40\ny,B,2,8,30\n") ==
        "t:2:3: actor: 'A' has no line on the issue 'y'; without a stake its salience is 0");
}

TEST_CASE("names have any script, quotes, commas and line breaks", "[bargain]") {
  const BargainTable table = read_table(
      "actor,power,x:position,x:salience\n\"Ünal, "
      "\"\"Ü\"\"\",1,5,50\n\"two\r\nlines\",1,6,50\n中国,1,7,50\n5\" gun,1,7,50\nNA,1,1,1\n");
  CHECK(table.actors == std::vector<std::string>{"Ünal, \"Ü\"", "two lines", "中国", "5\" gun", "NA"});
}

TEST_CASE("two columns that may be the same one need a choice", "[bargain]") {
  const std::string two = "actor,Capability,Influence,position,salience\nA,1,2,5,50\nB,1,3,20,50\n";
  CHECK(problems_with(two) ==
        "t:1:18: Influence: 'Capability' already holds this; say which by --columns power=Influence");
  const BargainTable table =
      read_bargain_table(TableSource{"t", two}, {.strict = false, .columns = {{"power", "Influence"}}});
  CHECK(table.power == std::vector{2.0, 3.0});
  const BargainTable named = read_table("actor,power,Influence,position,salience\nA,1,2,5,50\nB,1,3,20,50\n");
  CHECK(named.power == std::vector{1.0, 1.0});
}

TEST_CASE("columns take their places by the names that a user gives", "[bargain]") {
  const std::string text = "who,how strong,Q1,Q2\nA,1,5,50\nB,2,20,40\n";
  const TableOptions options{
      .strict = true,
      .columns = {{"actor", "who"}, {"power", "how strong"}, {"tax:position", "Q1"}, {"tax:salience", "Q2"}}};
  const BargainTable table = read_bargain_table(TableSource{"t", text}, options);
  CHECK((table.issues[0].name == "tax" && table.position == std::vector{5.0, 20.0}));
  CHECK(table.assumptions.empty());
  CHECK(read_column_names("power=capability, x:position=Q 1") ==
        std::vector<std::pair<std::string, std::string>>{{"power", "capability"}, {"x:position", "Q 1"}});
  CHECK_FALSE(read_column_names("power"));
}

TEST_CASE("a strict reader refuses what it would assume", "[bargain]") {
  CHECK(refusal_of([] {
          static_cast<void>(
              read_bargain_table(TableSource{"t", "Player;position;salience;note\nA;5;.5;x\nB;20;.4;NA\n"},
                                 {.strict = true, .columns = {}}));
        }) ==
        "t:1:1: separator: cells are separated by semicolons; --strict assumes nothing|"
        "t:1:1: Player: 'Player' is read as actor; --strict assumes nothing|"
        "t:1:1: power: there is no column of power; all actors have the same; --strict assumes nothing|"
        "t:1:26: note: column 'note' is not used; --strict assumes nothing|"
        "t:2:5: salience: saliences run from 0 to 1, since none is larger; --strict assumes nothing");
}

TEST_CASE("R's points are colons only where nothing else is a position", "[bargain]") {
  const BargainTable table = read_table(
      "actor,power,carbon.tax.position,carbon.tax.salience,carbon.tax.reference.point\nA,1,5,50,2\n");
  CHECK((table.issues[0].name == "carbon.tax" && table.issues[0].reference == 2.0));
  const BargainTable plain =
      read_table("actor,power,position,salience,old.position,old.salience\nA,1,5,50,7,9\n");
  CHECK((plain.n_issues() == 1 && plain.position == std::vector{5.0}));
  // a column X that does not count the lines is an extra one
  CHECK(assumed_in("X,actor,power,position,salience\n3,A,1,5,50\n8,B,1,5,50\n") == "column 'X' is not used");
}

TEST_CASE("a scale behind R's points is read if its ends are sure", "[bargain]") {
  CHECK(read_table("actor,power,position.4..10,salience\nA,1,5,50\n").issues[0].least == 4);
  CHECK(problems_with("actor,power,position..5..5,salience\nA,1,5,50\n") ==
        "t:1:13: position..5..5: R has put points into the ends of this scale; write them, as in 'position "
        "-5..5'");
}

/// A table of one actor with this many columns that nobody knows.
std::string with_more_columns(int n) {
  std::string header = "actor,power,x:position,x:salience", line = "\nA,1,5,50";
  for (int k = 0; k < n; ++k) {
    header += ",n" + std::to_string(k);
    line += ",1";
  }
  return header + line + "\n";
}

TEST_CASE("a table of thousands of columns is read, one of more is refused", "[bargain]") {
  const BargainTable table = read_bargain_table(TableSource{"t", with_more_columns(9996)});
  CHECK(table.assumptions.size() == 21);
  CHECK(table.assumptions.back() == "9976 more columns are not used");
  CHECK_THAT(problems_with(with_more_columns(200'000)),
             Catch::EndsWith("row: a line of more than 10000 cells"));
}

}  // namespace
}  // namespace hansa
