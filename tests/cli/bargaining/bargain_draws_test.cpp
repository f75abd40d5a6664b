#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using test::Ended;
using test::hansa_in;
using test::ScratchFolder;
using Json = nlohmann::ordered_json;

constexpr const char* uncertain =
    "actor,power,tax:position 0..10,tax:salience\nA,2,2 +- 1,90 +- 10\nB,1,9 +- 0.5,50\n";

TEST_CASE("draws give distributions, agreement and whose uncertainty matters, in every output",
          "[cli][bargain]") {
  const ScratchFolder scratch;
  test::put(scratch / "t.csv", uncertain);
  const std::vector<std::string> line = {"bargain", "t.csv", "--solver", "compromise", "--draws", "200"};
  const auto with = [&](std::vector<std::string> more) {
    more.insert(more.begin(), line.begin(), line.end());
    return hansa_in(scratch, more);
  };
  const Ended text = with({});
  CHECK(text.status == 0);
  CHECK_THAT(text.out, Contains("200 draws of 3 uncertain numbers, seed 42") && Contains("tax (0..10)") &&
                           Contains("compromise  100.0 %") && Contains("position"));
  CHECK_THAT(text.err, Contains("truncated"));
  const Json json = Json::parse(with({"--json"}).out);
  const Json& draws = json.at("draws");
  CHECK((draws.at("n") == 200 && draws.at("seed") == 42 && draws.at("inputs").size() == 3));
  CHECK(draws.at("inputs")[1].at("input") == "salience");
  CHECK(draws.at("inputs")[1].at("sd") == Json({0.1, 0.1}));
  const Json& issue = draws.at("solvers").at("compromise").at("issues")[0];
  CHECK(issue.at("q05") < issue.at("mean"));
  CHECK(issue.at("actors")[0].at("name") == "A");
  CHECK(draws.at("solvers").at("compromise").at("agreed").at("share") == 1);
  CHECK(with({"--csv", "f.csv"}).status == 0);
  CHECK_THAT(
      test::text_of(scratch / "f.csv"),
      StartsWith("case,issue,solver,outcome,forecast,error,agreed,actors,rule,mean,sd,q05,q25,q50,q75,q95,"
                 "p_agreed,matters_most,share,share_lo,share_hi,draws,seed\nt,tax,compromise,,") &&
          Contains(",1,A,") && Contains(",200,42\n"));
}

TEST_CASE("draws are equal for equal seeds, whatever the threads", "[cli][bargain]") {
  const ScratchFolder scratch;
  test::put(scratch / "t.csv", uncertain);
  const auto with = [&](const char* seed, const char* threads) {
    return hansa_in(scratch,
                    {"bargain", "t.csv", "--draws", "100", "--seed", seed, "--threads", threads, "--json"})
        .out;
  };
  const std::string one = with("3", "1");
  CHECK(one == with("3", "3"));
  CHECK(one != with("4", "1"));
}

TEST_CASE("uncertainty that is not drawn is told, and changes nothing", "[cli][bargain]") {
  const ScratchFolder scratch;
  test::put(scratch / "t.csv", uncertain);
  test::put(scratch / "c.csv", "actor,power,tax:position 0..10,tax:salience\nA,2,2,90\nB,1,9,50\n");
  const Ended without = hansa_in(scratch, {"bargain", "t.csv", "--strict", "--json"});
  CHECK(without.status == 0);
  CHECK_THAT(without.err, Contains("the uncertainty of 3 numbers is not used; --draws 1000 draws them"));
  Json told = Json::parse(without.out),
       known = Json::parse(hansa_in(scratch, {"bargain", "c.csv", "--json"}).out);
  CHECK(told.at("assumptions").size() == 1);
  told.erase("assumptions");
  known.erase("assumptions");
  CHECK(told == known);
}

TEST_CASE("columns of ends have names of their own, and a scale that is not given follows the draws",
          "[cli][bargain]") {
  const ScratchFolder scratch;
  test::put(scratch / "t.csv", "actor,power,Best,Q5,Q95,salience\nA,2,2,1,3,90\nB,1,9,,,50\n");
  const Ended ended =
      hansa_in(scratch, {"bargain", "t.csv", "--columns", "position=Best,position_lo=Q5,position_hi=Q95",
                         "--solver", "mean", "--draws", "100"});
  CHECK(ended.status == 0);
  CHECK_THAT(ended.out, Contains("100 draws of 1 uncertain number, seed 42") && Contains("\nissue\n"));
  CHECK_THAT(ended.err,
             Contains("the scale of issue is not given: that of each draw ends at its own extremes; "
                      "'position 2..9' fixes it"));
}

TEST_CASE("of several solvers those actors are shown whose uncertainty matters beyond chance",
          "[cli][bargain]") {
  const ScratchFolder scratch;
  test::put(scratch / "t.csv",
            "actor,power,position 0..10,salience\nA,2,2 +- 1,90\nB,1,9 +- 0,50\nC,1,4 +- 0,50\n");
  const Ended all = hansa_in(scratch, {"bargain", "t.csv", "--draws", "100"});
  const std::string shares = all.out.substr(all.out.find("Whose"));
  CHECK_THAT(shares, Contains("(the largest; --json has all)") && Contains(" A ") && !Contains(" B "));
  const Ended one = hansa_in(scratch, {"bargain", "t.csv", "--draws", "100", "--solver", "mean"});
  CHECK_THAT(one.out, Contains("B      0.00 [0.00, 0.00]  position") && !Contains("--json"));
}

TEST_CASE("draws of a table without uncertainty are refused with what to write", "[cli][bargain]") {
  const ScratchFolder scratch;
  test::put(scratch / "c.csv", "actor,power,position,salience\nA,2,2,90\nB,1,9,50\n");
  const Ended ended = hansa_in(scratch, {"bargain", "c.csv", "--draws", "100"});
  CHECK(ended.status == 2);
  CHECK_THAT(ended.err, Contains("--draws: the table has no uncertain number") && Contains("5 +- 1"));
  CHECK(hansa_in(scratch, {"bargain", "c.csv", "--draws", "99"}).status == 2);
  CHECK(hansa_in(scratch, {"bargain", "c.csv", "--seed", "3"}).status == 2);
}

}  // namespace
}  // namespace hansa
