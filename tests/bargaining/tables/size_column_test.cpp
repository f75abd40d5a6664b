// The second weight of a table, which some decision rules ask for.
#include <catch2/catch.hpp>

#include "bargaining/tables/case_table.hpp"
#include "tests/bargaining/tables/table_texts.hpp"

namespace hansa {
namespace {

using test::put;
using test::refusal_of;
using Sizes = std::vector<double>;

BargainTable read_sized(const std::string& text, const ColumnNames& names = {}) {
  const test::ScratchFolder folder;
  put(folder / "t.csv", text);
  return read_bargain_table(read_table_source(folder / "t.csv"), {.needs_size = true, .columns = names});
}

std::string problems_with_sized(const std::string& text) {
  return refusal_of([&] { static_cast<void>(read_sized(text)); });
}

TEST_CASE("sizes are a column of any unit, in a wide or a long table", "[bargain]") {
  CHECK(read_sized("actor,power,size,position,salience\nA,1,82.5,1,1\nB,2,0,2,1\n").size == Sizes{82.5, 0});
  CHECK(read_sized("actor,issue,power,size,position,salience\n"
                   "A,x,1,3,1,1\nA,y,1,,1,1\nB,x,1,4,1,1\nB,y,1,4,1,1\n")
            .size == Sizes{3, 4});
  CHECK(read_sized("actor;power;size;position;salience\nA;1;82,5;1;1\nB;2;3;2;1\n").size == Sizes{82.5, 3});
  CHECK(read_sized("actor,power,Leute,position,salience\nA,1,5,1,1\n", {{"size", "Leute"}}).size == Sizes{5});
}

TEST_CASE("populations are sizes where the rule asks for them, and a column of no use elsewhere",
          "[bargain]") {
  const std::string text = "actor,power,population,position,salience\nA,1,82,1,1\nB,2,60,2,1\n";
  const BargainTable table = read_sized(text);
  CHECK(table.size == Sizes{82, 60});
  CHECK(table.assumptions.front() == "'population' is read as size");
  CHECK(test::read_table(text).size.empty());
  CHECK(test::assumed_in(text).starts_with("column 'population' is not used"));
  // whatever stands in it
  CHECK(test::read_table("actor,power,population,size,position,salience\nA,1,many,-,1,1\n").size.empty());
}

TEST_CASE("a size that is missing or none is reported at its place", "[bargain]") {
  CHECK(problems_with_sized("actor,power,position,salience\nA,1,1,1\n") ==
        "t:1:1: size: the rule asks for sizes, and no column has this name, nor population");
  CHECK(problems_with_sized("actor,power,size,position,salience\nA,1,-1,1,1\nB,1,,2,1\nC,1,x,2,1\n") ==
        "t:2:5: size: must be at least 0, got -1|t:3:5: size: the cell is empty|"
        "t:4:5: size: expected a number, got 'x'");
  CHECK(problems_with_sized("actor,issue,power,size,position,salience\nA,x,1,3,1,1\nA,y,1,4,1,1\n") ==
        "t:3:7: size: this actor has the size 3 in a line above");
  CHECK(problems_with_sized("actor,power,size,position,salience\nA,1,0,1,1\nB,0,3,1,1\n") ==
        "t:1:13: size: no actor with a seat has a size");
}

TEST_CASE("a table of cases has one weight, whatever its rules ask for", "[bargain]") {
  const test::ScratchFolder folder;
  put(folder / "t.csv", "actor,position,salience,outcome,size,voting\nA,1,1,1,3,majority+quota-size:0.5\n");
  CHECK(refusal_of([&] { static_cast<void>(read_cases(folder / "t.csv")); }) ==
        "t:2:11: voting: a table of cases has no sizes: quota-size and over-size are for one bargain");
}

}  // namespace
}  // namespace hansa
