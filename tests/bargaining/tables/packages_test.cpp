#include <catch2/catch.hpp>

#include "bargaining/tables/case_table.hpp"
#include "bargaining/tables/packages.hpp"
#include "tests/bargaining/tables/table_texts.hpp"

namespace hansa {
namespace {

/// A proposal of two issues, on which not all take part, and one of one issue.
CaseTable cases() {
  return read_cases(TableSource{"c",
                                "issue,actor,power,position,salience,outcome\n"
                                "p1i1,A,3,0,100,10\np1i1,B,1,100,50,10\n"
                                "p2i1,A,3,0,50,5\n"
                                "p1i2,B,1,40,80,20\np1i2,C,2,60,20,20\n"});
}

TEST_CASE("who takes no part in an issue of a package has no salience there, and moves no mean",
          "[packages]") {
  const CaseTable table = cases();
  const std::vector<Package> packages = packages_of(table);
  CHECK(packages == std::vector<Package>{{0, 2}, {1}});
  const BargainTable pair = package_of(table, packages[0], table.shared());
  CHECK(pair.actors == std::vector<std::string>{"A", "B", "C"});
  CHECK(pair.power == std::vector<double>{3, 1, 2});
  CHECK(pair.salience == std::vector<double>{1, 0, .5, .8, 0, .2});
  CHECK(pair.position[4] == 25);  // (3 * 0 + 1 * 100) / 4
  CHECK(pair.position[1] == Approx((1 * 40 + 2 * 60) / 3.0));
  CHECK((pair.issues[1].name == "p1i2" && pair.issues[1].least == 0 && pair.issues[1].most == 100));
}

TEST_CASE("cases under another rule are another package", "[packages]") {
  CaseTable table = cases();
  table.cases[0].voting = "QMV";
  CHECK(packages_of(table).size() == 3);
}

TEST_CASE("an actor has one power in a package", "[packages]") {
  CaseTable table = cases();
  CHECK(why_no_packages(table).empty());
  table.cases[2].power[0] = 7;
  CHECK(why_no_packages(table) == "in the proposal 'p1' 'B' has the powers 1 and 7, but a package has one");
}

TEST_CASE("a bargain's proposals are a column, or in the names of issues", "[packages]") {
  const BargainTable named = read_bargain_table(TableSource{
      "t", "issue,actor,power,position,salience,proposal\nx,A,1,0,50,P\ny,A,1,0,50,\nz,A,1,0,50,P\n"});
  CHECK(packages_of(named) == std::vector<Package>{{0, 2}, {1}});
  CHECK(named.assumptions.empty());
  const BargainTable numbered = read_bargain_table(TableSource{
      "t",
      "actor,power,d7i1:position,d7i1:salience,d8i1:position,d8i1:salience,d7i2:position,d7i2:salience\n"
      "A,1,0,50,0,50,0,50\n"});
  CHECK(packages_of(numbered) == std::vector<Package>{{0, 2}, {1}});
}

TEST_CASE("an issue has one proposal", "[packages]") {
  CHECK(test::problems_with("issue,actor,power,position,salience,proposal\nx,A,1,0,50,P\nx,B,1,0,50,Q\n") ==
        "t:3:12: proposal: this issue has 'P' in a line above");
}

}  // namespace
}  // namespace hansa
