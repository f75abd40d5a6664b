#include <catch2/catch.hpp>

#include "tests/bargaining/tables/table_texts.hpp"

namespace hansa {
namespace {

using test::assumed_in;
using test::problems_with;
using test::read_table;

TEST_CASE("a scale runs from the least to the most value, the reference included, or as given", "[bargain]") {
  const BargainTable table = read_table(
      "actor,power,a:position,a:salience,a:reference,b:position "
      "-5..5,b:salience\nA,1,2,50,0,1,1\nB,1,3,50,,2,1\n");
  CHECK((table.issues[0].least == 0 && table.issues[0].most == 3));
  CHECK((table.issues[1].least == -5 && table.issues[1].most == 5));
  CHECK(table.to_unit(1, 0) == 0.5);
  CHECK(table.from_unit(1, 0.75) == 2.5);
}

TEST_CASE("an issue on which all agree has no width", "[bargain]") {
  const BargainTable table = read_table("actor,power,a:position,a:salience\nA,1,2,50\nB,1,2,50\n");
  CHECK(table.to_unit(0, 2) == 0);
  CHECK(table.from_unit(0, 0) == 2);
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
      read_table("actor,power,a:position -1e12..1e12,a:salience\nA,1,-1e12,1\nB,1,1e12,1\n");
  CHECK((widest.to_unit(0, -1e12) == 0 && widest.to_unit(0, 1e12) == 1));
}

TEST_CASE("saliences of two scales in one table are refused", "[bargain]") {
  // who writes 0.8 for 80 % in one cell gets a compromise of 78.95 for 34.29
  CHECK(problems_with("actor,power,x:position,x:salience\nA,1,0,0.8\nB,1,60,30\nC,1,100,30\n") ==
        "t:2:7: x:salience: 0.8 looks like a share of 1, but 30 in line 3 is above 1; if both are right, "
        "give the scale, as "
        "in 'x:salience 0..100'");
  const BargainTable table = read_table("actor,power,x:position,x:salience 0..100\nA,1,0,0.8\nB,1,60,30\n");
  CHECK(table.salience == std::vector{0.008, 0.3});
  CHECK(read_table("actor,power,x:position,x:salience\nA,1,0,1\nB,1,60,30\n").salience ==
        std::vector{0.01, 0.3});
  CHECK(problems_with("actor,power,x:position,x:salience 0..1\nA,1,0,80\n") ==
        "t:2:7: x:salience 0..1: must be at most 1, got 80");
  const BargainTable ktab =
      read_table("N,D,2,1\nActor,Description,Power,P Position,P Salience\nA,a,1,10,0.8\nB,b,1,2,0.3\n");
  CHECK(ktab.salience == std::vector{0.8, 0.3});
}

TEST_CASE("a percentage is one of its column's scale", "[bargain]") {
  CHECK(read_table("actor,power,x:position 0..100,x:salience\nA,1,80%,80%\nB,1,60,30\n").position[0] == 80);
  CHECK(read_table("actor,power,x:position 0..1,x:salience 0..1\nA,1,80%,80%\nB,1,.6,.3\n").salience ==
        std::vector{0.8, 0.3});
  CHECK(problems_with("actor,power,x:position,x:salience\nA,1,80%,80\nB,1,60,30\n") ==
        "t:2:5: x:position: a percentage of what? give the ends of the scale, as in 'position 0..100'");
  CHECK(problems_with("actor,power,x:position,x:salience\nA,40%,8,80\nB,1,60,30\n") ==
        "t:3:3: power: some powers are percentages, others are not");
}

TEST_CASE("a comma between thousands is told, and refused where it may be a decimal mark", "[bargain]") {
  const std::string thousands = "actor,power,x:position,x:salience\nA,\"1,000\",5,50\nB,2.5,20,50\n";
  CHECK(read_table(thousands).power == std::vector{1000.0, 2.5});
  CHECK(assumed_in(thousands) == "'1,000' is read with marks between thousands");
  CHECK(problems_with("actor;power;x:position;x:salience\nA;1,000;5;50\nB;2;20;50\n") ==
        "t:2:3: power: '1,000' may be one thousand or one; write it without the comma");
  CHECK(read_table("actor;power;x:position;x:salience\nA;1.000,5;5;50\nB;2;20;50\n").power[0] == 1000.5);
  CHECK(problems_with("actor;power;x:position;x:salience\nA;1,5;5;50\nB;2.5;20;50\n") ==
        "t:3:3: power: expected a decimal comma, as elsewhere in the table, got '2.5'");
  const BargainTable typeset = read_table(
      "actor,power,x:position,x:salience\nA,1\xC2\xA0"
      "000,\xE2\x88\x92"
      "5,50\nB,2,20,50\n");  // a hard space and a minus sign
  CHECK((typeset.power[0] == 1000 && typeset.position[0] == -5));
}

TEST_CASE("without a column of power all actors are equal, which is told", "[bargain]") {
  const std::string none = "actor,position,salience\nA,5,50\nB,20,50\n";
  CHECK(read_table(none).power == std::vector{1.0, 1.0});
  CHECK(assumed_in(none) == "there is no column of power; all actors have the same");
  CHECK(assumed_in("actor,powr,position,salience\nA,1,5,50\nB,3,20,50\n") ==
        "column 'powr' is not used; did you mean 'power'?|there is no column of power; all actors have the "
        "same");
}

TEST_CASE("power is of any unit", "[bargain]") {
  CHECK(read_table("actor,power,x:position,x:salience\nUSA,21060473613000,10,50\nCHN,14687673892882,60,80\n")
            .power[0] == 21060473613000.0);
}

}  // namespace
}  // namespace hansa
