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
  CHECK(problems_with("actor,power,a:position 9..4,a:salience,b:salience,c:salence,foo\nA,1,1,1,1,1,1\n") ==
        "t:1:13: a:position 9..4: expected the ends of the scale, the lower first, as in 'position 4..10'|"
        "t:1:40: b:salience: this issue needs a column b:position");
  CHECK(problems_with("actor,power\nA,1\n") ==
        "t:1:1: actor: the table has no issue: expected columns ISSUE:position and ISSUE:salience, or "
        "position and "
        "salience");
  CHECK(problems_with("actor,power,a:position,a:salience\n") ==
        "t:1:1: actor: expected 1 to 100000 actors, got 0");
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

/// What was assumed in reading a table, joined by bars.
std::string assumed(const std::string& text) {
  std::string joined;
  for (const std::string& one : read(text).assumptions) joined += (joined.empty() ? "" : "|") + one;
  return joined;
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
  const BargainTable table = read(text);
  CHECK(table.actors == std::vector<std::string>{"A", "B"});
  CHECK(table.power == std::vector{1.0, 2.0});
  CHECK(table.position == std::vector{5.0, 20.0});
  CHECK((table.salience[0] == 0.5 && table.salience[1] == Approx(0.505).epsilon(1e-15)));
  REQUIRE(table.issues.size() == 1);
  CHECK((table.issues[0].name == "x" && table.issues[0].least == 5 && table.issues[0].most == 20));
  CHECK(assumed(text) == told);
}

TEST_CASE("a table of one issue needs no name for it", "[bargain]") {
  const BargainTable table = read("Actor,Capability,Position,Salience\nA,1,5,50\nB,2,20,50\n");
  CHECK((table.issues[0].name == "issue" && table.position == std::vector{5.0, 20.0}));
  CHECK(table.assumptions == std::vector<std::string>{"'Capability' is read as power"});
}

TEST_CASE("a long table has each actor's positions on several issues", "[bargain]") {
  const BargainTable table = read(
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
  const BargainTable table = read(
      "actor,power,x:position,x:salience\n\"Ünal, "
      "\"\"Ü\"\"\",1,5,50\n\"two\r\nlines\",1,6,50\n中国,1,7,50\n5\" gun,1,7,50\nNA,1,1,1\n");
  CHECK(table.actors == std::vector<std::string>{"Ünal, \"Ü\"", "two lines", "中国", "5\" gun", "NA"});
}

TEST_CASE("saliences of two scales in one table are refused", "[bargain]") {
  // who writes 0.8 for 80 % in one cell gets a compromise of 78.95 for 34.29
  CHECK(problems_with("actor,power,x:position,x:salience\nA,1,0,0.8\nB,1,60,30\nC,1,100,30\n") ==
        "t:2:7: x:salience: 0.8 looks like a share of 1, but 30 in line 3 is above 1; if both are right, "
        "give the scale, as "
        "in 'x:salience 0..100'");
  const BargainTable table = read("actor,power,x:position,x:salience 0..100\nA,1,0,0.8\nB,1,60,30\n");
  CHECK(table.salience == std::vector{0.008, 0.3});
  CHECK(read("actor,power,x:position,x:salience\nA,1,0,1\nB,1,60,30\n").salience == std::vector{0.01, 0.3});
  CHECK(problems_with("actor,power,x:position,x:salience 0..1\nA,1,0,80\n") ==
        "t:2:7: x:salience 0..1: must be at most 1, got 80");
  const BargainTable ktab =
      read("N,D,2,1\nActor,Description,Power,P Position,P Salience\nA,a,1,10,0.8\nB,b,1,2,0.3\n");
  CHECK(ktab.salience == std::vector{0.8, 0.3});
}

TEST_CASE("a percentage is one of its column's scale", "[bargain]") {
  CHECK(read("actor,power,x:position 0..100,x:salience\nA,1,80%,80%\nB,1,60,30\n").position[0] == 80);
  CHECK(read("actor,power,x:position 0..1,x:salience 0..1\nA,1,80%,80%\nB,1,.6,.3\n").salience ==
        std::vector{0.8, 0.3});
  CHECK(problems_with("actor,power,x:position,x:salience\nA,1,80%,80\nB,1,60,30\n") ==
        "t:2:5: x:position: a percentage of what? give the ends of the scale, as in 'position 0..100'");
  CHECK(problems_with("actor,power,x:position,x:salience\nA,40%,8,80\nB,1,60,30\n") ==
        "t:3:3: power: some powers are percentages, others are not");
}

TEST_CASE("a comma between thousands is told, and refused where it may be a decimal mark", "[bargain]") {
  CHECK(assumed("actor,power,x:position,x:salience\nA,\"1,000\",5,50\nB,2.5,20,50\n") ==
        "'1,000' is read with marks between thousands");
  CHECK(problems_with("actor;power;x:position;x:salience\nA;1,000;5;50\nB;2;20;50\n") ==
        "t:2:3: power: '1,000' may be one thousand or one; write it without the comma");
  CHECK(read("actor;power;x:position;x:salience\nA;1.000,5;5;50\nB;2;20;50\n").power[0] == 1000.5);
  CHECK(problems_with("actor;power;x:position;x:salience\nA;1,5;5;50\nB;2.5;20;50\n") ==
        "t:3:3: power: expected a decimal comma, as elsewhere in the table, got '2.5'");
  CHECK(read("actor,power,x:position,x:salience\nA,1\xC2\xA0"
             "000,\xE2\x88\x92"
             "5,50\nB,2,20,50\n")
            .position[0] == -5);
}

TEST_CASE("without a column of power all actors are equal, which is told", "[bargain]") {
  CHECK(assumed("actor,position,salience\nA,5,50\nB,20,50\n") ==
        "there is no column of power; all actors have the same");
  CHECK(assumed("actor,powr,position,salience\nA,1,5,50\nB,3,20,50\n") ==
        "column 'powr' is not used; did you mean 'power'?|there is no column of power; all actors have the "
        "same");
}

TEST_CASE("power is of any unit", "[bargain]") {
  CHECK(read("actor,power,x:position,x:salience\nUSA,21060473613000,10,50\nCHN,14687673892882,60,80\n")
            .power[0] == 21060473613000.0);
}

TEST_CASE("two columns that may be the same one need a choice", "[bargain]") {
  const std::string two = "actor,Capability,Influence,position,salience\nA,1,2,5,50\nB,1,3,20,50\n";
  CHECK(problems_with(two) ==
        "t:1:18: Influence: 'Capability' already holds this; say which by --columns power=Influence");
  const BargainTable table =
      read_bargain_table(TableSource{"t", two}, {.strict = false, .columns = {{"power", "Influence"}}});
  CHECK(table.power == std::vector{2.0, 3.0});
  const BargainTable named = read("actor,power,Influence,position,salience\nA,1,2,5,50\nB,1,3,20,50\n");
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
  try {
    static_cast<void>(
        read_bargain_table(TableSource{"t", "Player;position;salience;note\nA;5;.5;x\nB;20;.4;NA\n"},
                           {.strict = true, .columns = {}}));
    FAIL("it was read");
  } catch (const ScenarioError& error) {
    std::string told;
    for (const Problem& problem : error.problems()) told += to_text(problem) + "\n";
    CHECK(told ==
          "t:1:1: separator: cells are separated by semicolons; --strict assumes nothing\n"
          "t:1:1: Player: 'Player' is read as actor; --strict assumes nothing\n"
          "t:1:26: note: column 'note' is not used; --strict assumes nothing\n");
  }
}

TEST_CASE("a file that is no text in UTF-8 is answered with the command that makes one", "[bargain]") {
  const auto told = [](const std::string& bytes) {
    try {
      static_cast<void>(read_bargain_table(TableSource{"my t.csv", bytes}));
    } catch (const ScenarioError& error) {
      return error.problems().front().message;
    }
    return std::string();
  };
  CHECK(told("actor,power\nM\xfcller,1\n") ==
        "byte 0xfc is not UTF-8; convert it: iconv -f LATIN1 -t UTF-8 'my t.csv' > 'my t-utf8.csv'");
  CHECK(told("actor,power\nM\xfcller \x80,1\n") ==
        "byte 0xfc is not UTF-8; convert it: iconv -f WINDOWS-1252 -t UTF-8 'my t.csv' > 'my t-utf8.csv'");
  CHECK(told(std::string("\xff\xfe"
                         "a\0c\0",
                         6)) ==
        "is UTF-16; convert it: iconv -f UTF-16 -t UTF-8 'my t.csv' > 'my t-utf8.csv'");
  CHECK(told(std::string("a\0c\0", 4)) ==
        "is UTF-16; convert it: iconv -f UTF-16LE -t UTF-8 'my t.csv' > 'my t-utf8.csv'");
  CHECK(told("PK\x03\x04...") ==
        "is a workbook; save its sheet as CSV UTF-8, or: libreoffice --headless --convert-to 'csv:Text - txt "
        "- csv "
        "(StarCalc):44,34,76' 'my t.csv'");
}

TEST_CASE("a table of very many columns is read in time", "[bargain]") {
  std::string header = "actor,power,x:position,x:salience", line = "\nA,1,5,50";
  for (int k = 0; k < 200000; ++k) {
    header += ",n" + std::to_string(k);
    line += ",1";
  }
  const BargainTable table = read_bargain_table(TableSource{"t", header + line + "\n"});
  CHECK(table.assumptions.size() == 21);
  CHECK(table.assumptions.back() == "199980 more columns are not used");
}

TEST_CASE("a text around a quoted cell, and a quote without an end, are refused", "[bargain]") {
  CHECK(problems_with("actor,power,x:position,x:salience\n\"A\" b,1,5,50\n") ==
        "t:2:5: row: text after a closing quote");
  CHECK(problems_with("actor,power,x:position,x:salience\n\"A,1,5,50\nB,1,5,50\n") ==
        "t:2:1: row: this quote is not closed");
  CHECK(problems_with("actor,power,x:position,x:salience\nA,1,5\n") == "t:2:1: row: 3 cells under 4 columns");
  CHECK(problems_with("") == "t:1:1: file: the file is empty; the first line names the columns");
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
