#include <limits>

#include <catch2/catch.hpp>

#include "bargaining/tables/case_table.hpp"
#include "support/numbers/reals.hpp"
#include "tests/bargaining/tables/table_texts.hpp"

namespace hansa {
namespace {

using test::assumed_in;
using test::problems_with;
using test::read_table;

constexpr double infinite = std::numeric_limits<double>::infinity();

/// The standard deviations of all uncertain inputs, below and above the value.
std::vector<double> spreads_in(const std::string& text) {
  std::vector<double> spreads;
  for (const UncertainInput& one : read_table(text).uncertain)
    spreads.insert(spreads.end(), {one.below, one.above});
  return spreads;
}

TEST_CASE("a position, salience or power is written with its standard deviation", "[bargain][uncertain]") {
  const BargainTable table = read_table(
      "actor,power,position 0..10,salience 0..1\nA,2 +- 0.5,5 +- 1,.8\nB,1,10,\"0.4\xC2\xB1.1\"\n");
  CHECK(table.power == std::vector{2.0, 1.0});
  CHECK(table.position == std::vector{5.0, 10.0});
  CHECK(table.salience == std::vector{0.8, 0.4});
  REQUIRE(table.uncertain.size() == 3);
  const UncertainInput &power = table.uncertain[0], &position = table.uncertain[1],
                       &salience = table.uncertain[2];
  CHECK((power.kind == InputKind::Power && power.actor == 0 && power.below == 0.5));
  CHECK((power.least == 0 && power.most == infinite));
  CHECK((position.kind == InputKind::Position && position.above == 1));
  CHECK((position.least == 0 && position.most == 10));
  CHECK((salience.kind == InputKind::Salience && salience.actor == 1 && salience.below == 0.1));
  CHECK((salience.least == 0 && salience.most == 1));
}

TEST_CASE("every form of the same uncertainty is read alike, in every shape of table",
          "[bargain][uncertain]") {
  const auto cell = GENERATE(as<std::string>{}, "5 +- 1", "5+-1", "5 +/- 1", "5 \xC2\xB1 1",
                             "5\xC2\xB1"
                             "1");
  const std::vector<double> one = {1, 1};
  CHECK(spreads_in("actor,power,position,salience\nA,1," + cell + ",80\nB,1,10,40\n") == one);
  CHECK(spreads_in("actor,power,x:position,x:salience\nA,1," + cell + ",80\nB,1,10,40\n") == one);
  CHECK(spreads_in("issue,actor,power,position,salience\nx,A,1," + cell + ",80\nx,B,1,10,40\n") == one);
  CHECK(spreads_in("actor;power;position;salience\nA;1," + std::string("0;") + cell + ";80\nB;1;10;40\n") ==
        one);
}

TEST_CASE("columns of ends or of a standard deviation say the same as a cell", "[bargain][uncertain]") {
  const double z = normal_quantile(0.95);
  const std::string lo = fmt::format("{}", 5 - z), hi = fmt::format("{}", 5 + z);
  const auto head =
      GENERATE(as<std::string>{}, "position,position_lo,position_hi", "Position,Position Low,position.upper");
  const std::vector<double> ends =
      spreads_in("actor,power," + head + ",salience\nA,1,5," + lo + "," + hi + ",80\nB,1,10,,,40\n");
  REQUIRE(ends.size() == 2);
  CHECK((ends[0] == Approx(1).epsilon(1e-14) && ends[1] == Approx(1).epsilon(1e-14)));
  CHECK(spreads_in("actor,power,x:position,x:position_sd,x:salience\nA,1,5,1,80\nB,1,10,NA,40\n") ==
        std::vector{1.0, 1.0});
  CHECK(spreads_in("actor,power,power_sd,x:position,x:salience\nA,1,0.5,5,80\nB,1,,10,40\n") ==
        std::vector{0.5, 0.5});
  CHECK(spreads_in("actor,pwr,pl,ph,position,salience\nA,1,1,1,5,80\nB,1,,,10,40\n").empty());  // not used
  CHECK(assumed_in("actor,power,power_std,position,salience\nA,1,0.5,5,80\nB,1,,10,40\n") ==
        "'power_std' is read as power_sd");
}

TEST_CASE("the ends are the quantiles .05 and .95, and the value is the median", "[bargain][uncertain]") {
  const BargainTable table =
      read_table("actor,power,position,position_lo,position_hi,salience\nA,1,5,4,9,80\nB,1,10,,,40\n");
  const UncertainInput& input = table.uncertain.at(0);
  CHECK(input.quantile(5, 0.05) == Approx(4).epsilon(1e-12));
  CHECK(input.quantile(5, 0.5) == 5);
  CHECK(input.quantile(5, 0.95) == Approx(9).epsilon(1e-12));
  CHECK(input.beyond(5) == 0);
}

TEST_CASE("a salience's spread has the unit of the saliences", "[bargain][uncertain]") {
  const auto spread = [](const std::string& heading, const std::string& cells) {
    return spreads_in("actor,power,position 0..10,salience" + heading + "\n" + cells);
  };
  CHECK(spread("", "A,1,5,80 +- 10\nB,1,10,40\n")[0] == 0.1);
  CHECK(spread("", "A,1,5,.8 +- .1\nB,1,10,.4\n")[0] == 0.1);
  CHECK(spread(" 0..4", "A,1,5,2 +- 1\nB,1,10,4\n")[0] == 0.25);
  CHECK(spread(" 0..1", "A,1,5,80% +- 10%\nB,1,10,1\n")[0] == Approx(0.1));
  CHECK(spreads_in("actor;power;position;salience\nA;1;5,5 +- 0,5;80\nB;1;10;40\n")[0] == 0.5);
}

TEST_CASE("uncertainty that cannot be meant is refused at its cell", "[bargain][uncertain]") {
  const auto with = [](const std::string& cell) {
    return problems_with("actor,power,x:position,x:salience\nA,1," + cell + ",80\nB,1,10,40\n");
  };
  CHECK(with("5 +- -1") == "t:2:5: x:position: a standard deviation must be at least 0, got -1");
  CHECK(with("5 +-") ==
        "t:2:5: x:position: a standard deviation is needed behind +-, as in '5 +- 1', got '5 +-'");
  CHECK(with("+- 1") == "t:2:5: x:position: a value is needed before +-, as in '5 +- 1', got '+- 1'");
  CHECK(with("5 +- much") == "t:2:5: x:position: expected a number, got 'much'");
  CHECK(with("5 +- 1 +- 2") == "t:2:5: x:position: expected a number, got '1 +- 2'");
  CHECK(with("5 +- 1e13") == "t:2:5: x:position: must be at most 1000000000000, got 1e13");
  CHECK(problems_with("actor,power,position,salience\nA,1,5,80% +- 10\nB,1,10,40\n") ==
        "t:2:7: salience: the value and its uncertainty must both be percentages, or neither");
  CHECK(problems_with("actor,power,position,salience\nA,-1 +- 2,5,80\nB,1,10,40\n") ==
        "t:2:3: power: must be at least 0, got -1");
}

TEST_CASE("ends that do not hold the value are refused at their cell", "[bargain][uncertain]") {
  const auto with = [](const std::string& cells) {
    return problems_with("actor,power,position,position_lo,position_hi,salience\nA,1," + cells +
                         ",80\nB,1,10,,,40\n");
  };
  CHECK(with("5,4,6").empty());
  CHECK(with("5,6,4") == "t:2:7: position_lo: must be at most 4, its upper end, got 6");
  CHECK(with("7,4,6") == "t:2:5: position: must be from 4 to 6, its own ends, got 7");
  CHECK(with("5,4,") == "t:2:9: position_hi: the other end is given, and this one lacks");
  CHECK(with("5 +- 1,4,6") == "t:2:5: position: its uncertainty is given twice, by +- and in 'position_lo'");
  CHECK(
      problems_with("actor,power,position,position_lo,position_sd,position_hi,salience\nA,1,5,4,1,6,80\n") ==
      "t:2:5: position: its uncertainty is given twice, in 'position_sd' and 'position_lo'");
  CHECK(problems_with("actor,power,position,position_lo,salience\nA,1,5,4,80\n") ==
        "t:1:22: position_lo: the upper end lacks: a column _hi");
  CHECK(problems_with("actor,x:position_lo,x:position_hi\nA,4,6\n") ==
        "t:1:7: x:position_lo: there is no column of the values themselves|"
        "t:1:21: x:position_hi: there is no column of the values themselves");
  CHECK(problems_with("actor,power,position 0..10,position_lo,position_hi,salience\nA,1,5,-1,6,80\n") ==
        "t:2:7: position_lo: must be at least 0, got -1");
}

TEST_CASE("lines of a long table share a power with its uncertainty", "[bargain][uncertain]") {
  const auto with = [](const std::string& again) {
    return "issue,actor,power,position,salience\nx,A,2 +- 1,5,80\ny,A," + again +
           ",6,80\nx,B,1,1,50\ny,B,1,2,50\n";
  };
  CHECK(spreads_in(with("2 +- 1")).size() == 2);
  CHECK(spreads_in(with("")).size() == 2);
  CHECK(problems_with(with("2 +- 2")) ==
        "t:3:5: power: the power of this actor has another uncertainty in a line above");
  CHECK(problems_with(with("3 +- 1")) == "t:3:5: power: this actor has the power 2 in a line above");
}

TEST_CASE("a distribution is cut at its bounds, not clipped to them", "[bargain][uncertain]") {
  const UncertainInput half{.below = 2, .above = 2, .least = 0, .most = 10};
  CHECK(half.beyond(0) == Approx(0.5).epsilon(1e-6));
  CHECK(half.quantile(0, 1e-9) > 0);
  CHECK(half.quantile(0, 0.5) == Approx(2 * normal_quantile(0.75)).epsilon(1e-6));  // half-normal
  const UncertainInput wide{.below = 1e6, .above = 1e6, .least = 0, .most = 10};
  for (const double u : {0.01, 0.3, 0.99}) CHECK(wide.quantile(5, u) == Approx(10 * u).epsilon(1e-6));
  const UncertainInput known{.below = 0, .above = 0, .least = 0, .most = 1};
  for (const double u : {1e-16, 0.3, 1 - 1e-16}) CHECK(known.quantile(0.1, u) == 0.1);
  CHECK((known.beyond(0) == 0 && known.beyond(1) == 0));
}

TEST_CASE("a mirror image has mirrored quantiles", "[bargain][uncertain]") {
  const UncertainInput input{.below = 2, .above = 3, .least = 0, .most = 10},
      mirrored{.below = 3, .above = 2, .least = -10, .most = 0};
  for (int k = 1; k < 100; ++k) {
    const double u = k / 100.0;
    CHECK(input.quantile(4, u) == Approx(-mirrored.quantile(-4, 1 - u)).epsilon(1e-12));
  }
}

TEST_CASE("a table of cases reads the value of an uncertain cell, and says so", "[backtest][uncertain]") {
  const test::ScratchFolder folder;
  test::put(folder / "t.csv",
            "actor,position,position_lo,position_hi,salience,outcome\nA,5,4,6,80 +- 10,7\nB,9,,,40,\n");
  const CaseTable table = read_cases(folder / "t.csv");
  CHECK(table.cases.at(0).position == std::vector{5.0, 9.0});
  CHECK(table.cases.at(0).salience == std::vector{80.0, 40.0});
  CHECK(table.assumptions.back() == "the uncertainty of 2 numbers is not used");
}

}  // namespace
}  // namespace hansa
