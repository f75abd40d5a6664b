#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"

namespace hansa {
namespace {

using Catch::Matchers::StartsWith;
using nlohmann::json;
using test::Ended;
using test::hansa_in;
using test::ScratchFolder;

constexpr const char* cases =
    "issue,actor,position,salience,outcome\na,X,0,50,40\na,Y,100,50,40\na,Z,7,,40\nb,X,0,50,50\nb,Y,100,50,"
    "50\n";

TEST_CASE("a backtest tells each solver's error, and what it left out", "[cli][backtest]") {
  const ScratchFolder scratch;
  test::put(scratch / "cases.csv", cases);
  const Ended ended = hansa_in(scratch, {"backtest", "cases.csv"});
  CHECK(ended.status == 0);
  CHECK(ended.out ==
        "cases.csv: 2 cases, 0 left out; 1 actors left out\n\n"
        "solver      cases  mean error  95 %         beyond compromise  95 %\n"
        "compromise  2      5.00        0.00..10.00  0.00               0.00..0.00\n"
        "median      2      5.00        0.00..10.00  0.00               0.00..0.00\n"
        "nash        0      -           -            -                  -\n");
}

TEST_CASE("a backtest as JSON has null where a solver solves nothing", "[cli][backtest]") {
  const ScratchFolder scratch;
  test::put(scratch / "cases.csv", cases);
  const Ended ended = hansa_in(scratch, {"backtest", "cases.csv", "--json"});
  REQUIRE(ended.status == 0);
  const json told = json::parse(ended.out);
  CHECK((told["cases"] == 2 && told["rows_left_out"] == 1));
  CHECK(told["solvers"]["compromise"]["mae"] == 5.0);
  CHECK(told["solvers"]["compromise"]["ci95"] == json({0.0, 10.0}));
  CHECK(told["solvers"]["nash"]["mae"].is_null());
}

TEST_CASE("a table without a column it needs is refused", "[cli][backtest]") {
  const ScratchFolder scratch;
  test::put(scratch / "cases.csv", "issue,actor,position,salience\na,X,0,50\n");
  const Ended ended = hansa_in(scratch, {"backtest", "cases.csv"});
  CHECK(ended.status == 2);
  CHECK_THAT(ended.err, StartsWith("cases.csv:1:1: outcome: no column of this name"));
}

}  // namespace
}  // namespace hansa
