#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using nlohmann::json;
using test::Ended;
using test::hansa_in;
using test::ScratchFolder;

constexpr const char* cases =
    "issue,actor,position,salience,outcome\na,X,0,50,40\na,Y,100,50,40\na,Z,7,,40\nb,X,0,50,50\nb,Y,100,50,"
    "50\n";

TEST_CASE("a backtest reports each solver's error and what it omits", "[cli][backtest]") {
  const ScratchFolder scratch;
  test::put(scratch / "cases.csv", cases);
  const Ended ended = hansa_in(scratch, {"backtest", "cases.csv"});
  CHECK(ended.status == 0);
  CHECK(ended.out ==
        R"(cases.csv: 2 cases of 2 proposals, 0 with a reference; left out: 0 cases, 1 actor

solver            cases  agreed  mean error         95 %  against compromise        95 %  against mean        95 %  against median        95 %
compromise            2       2        5.00  0.00..10.00                0.00  0.00..0.00          0.00  0.00..0.00            0.00  0.00..0.00
median                2       2        5.00  0.00..10.00                0.00  0.00..0.00          0.00  0.00..0.00            0.00  0.00..0.00
nash                  0       0           -            -                   -           -             -           -               -           -
contest               2       2        5.00  0.00..10.00                0.00  0.00..0.00          0.00  0.00..0.00            0.00  0.00..0.00
smp                   2       0        5.00  0.00..10.00                0.00  0.00..0.00          0.00  0.00..0.00            0.00  0.00..0.00
chair                 2       2        5.00  0.00..10.00                0.00  0.00..0.00          0.00  0.00..0.00            0.00  0.00..0.00
mean                  2       2        5.00  0.00..10.00                0.00  0.00..0.00          0.00  0.00..0.00            0.00  0.00..0.00
joint-nash            0       0           -            -                   -           -             -           -               -           -
expected-utility      2       2        5.00  0.00..10.00                0.00  0.00..0.00          0.00  0.00..0.00            0.00  0.00..0.00

mean error by decision rule and by number of actors

rule (played by chair as)  cases  compromise  median  nash  contest   smp  chair  mean  joint-nash  expected-utility
not named (consensus)          2        5.00    5.00     -     5.00  5.00   5.00  5.00           -              5.00

 actors  cases  compromise  median  nash  contest   smp  chair  mean  joint-nash  expected-utility
1 to 10      2        5.00    5.00     -     5.00  5.00   5.00  5.00           -              5.00
)");
}

TEST_CASE("a backtest as JSON has null where a solver solves nothing", "[cli][backtest]") {
  const ScratchFolder scratch;
  test::put(scratch / "cases.csv", cases);
  const Ended ended = hansa_in(scratch, {"backtest", "cases.csv", "--json"});
  REQUIRE(ended.status == 0);
  const json parsed = json::parse(ended.out);
  CHECK((parsed["cases"] == 2 && parsed["rows_left_out"] == 1));
  CHECK(parsed["solvers"]["compromise"]["mae"] == 5.0);
  CHECK(parsed["solvers"]["compromise"]["ci95"] == json({0.0, 10.0}));
  CHECK(parsed["solvers"]["nash"]["mae"].is_null());
  CHECK((parsed["solvers"].size() == 9 && parsed["solvers"]["chair"]["n"] == 2));
  CHECK(parsed["against_compromise"]["median"]["mean"] == 0.0);
  CHECK(parsed["against_mean"]["median"]["mean"] == 0.0);
  CHECK(parsed["against_median"]["mean"]["mean"] == 0.0);
  CHECK(parsed["by_rule"]["not named (consensus)"]["solvers"]["median"]["mae"] == 5.0);
  CHECK(parsed["by_actors"]["1 to 10"]["cases"] == 2);
  CHECK_FALSE(parsed.contains("cross_validation"));
  CHECK((parsed["chair"]["contest"] == "cubic" && parsed["chair"]["rounds"] == 12));
}

TEST_CASE("a backtest writes each forecast beside what was decided", "[cli][backtest]") {
  const ScratchFolder scratch;
  test::put(scratch / "cases.csv",
            "issue,actor,position,salience,outcome,voting\np1i1,X,0,50,40,QMV\np1i1,Y,100,50,40,QMV\np1i2,X,"
            "0,50,60,\n");
  CHECK(hansa_in(scratch, {"backtest", "cases.csv", "--csv", "f.csv"}).status == 0);
  const std::string csv = test::text_of(scratch / "f.csv");
  CHECK_THAT(csv, StartsWith("case,issue,solver,outcome,forecast,error,agreed,actors,rule\n"
                             "p1,p1i1,compromise,40,50,10,yes,2,quota-power:0.72\n"));
  CHECK_THAT(csv, Contains("\np1,p1i1,nash,40,,,,2,quota-power:0.72\n") &&
                      Contains("\np1,p1i2,mean,60,0,60,yes,1,consensus\n"));
  CHECK(hansa_in(scratch, {"backtest", "cases.csv", "--csv", "f.csv"}).status == 3);
}

TEST_CASE("proposals are solved as packages on demand, beside each issue alone",
          "[cli][backtest][packages]") {
  const ScratchFolder scratch;
  test::put(scratch / "cases.csv",
            "issue,actor,power,position "
            "0..100,salience,reference,outcome\np1i1,A,1,0,90,50,10\np1i1,B,1,100,10,50,10\n"
            "p1i2,A,1,0,10,50,90\np1i2,B,1,100,90,50,90\n");
  const Ended ended = hansa_in(scratch, {"backtest", "cases.csv", "--packages"});
  CHECK(ended.status == 0);
  CHECK_THAT(ended.out,
             Contains("issues of a proposal solved as one, 1 package, against each issue solved alone\n\n"
                      "solver            cases  mean error  less alone            95 %\n") &&
                 Contains("\njoint-nash            2        0.00      -40.00  -40.00..-40.00\n"));
  const json parsed = json::parse(hansa_in(scratch, {"backtest", "cases.csv", "--packages", "--json"}).out);
  CHECK(parsed["packages"] == 1);
  CHECK(parsed["against_alone"]["joint-nash"]["mean"].get<double>() == Approx(-40).margin(1e-3));
  CHECK(parsed["solvers"]["exchange"]["n"] == 2);
  CHECK_FALSE(
      json::parse(hansa_in(scratch, {"backtest", "cases.csv", "--json"}).out).contains("against_alone"));
  test::put(scratch / "two.csv",
            "issue,actor,power,position,salience,outcome\np1i1,A,1,0,90,10\np1i2,A,2,0,10,90\n");
  const Ended two = hansa_in(scratch, {"backtest", "two.csv", "--packages"});
  CHECK(two.status == 2);
  CHECK_THAT(two.err, Contains("--packages: in the proposal 'p1' 'A' has the powers 1 and 2"));
}

TEST_CASE("a setter is scored where it takes part", "[cli][backtest]") {
  const ScratchFolder scratch;
  test::put(scratch / "cases.csv",
            "issue,actor,position,salience,outcome,reference,voting\n"
            "a,L,20,50,80,20,majority\na,M,50,50,80,20,majority\na,R,100,50,80,20,majority\n"
            "b,L,0,50,0,100,majority\nb,M,50,50,0,100,majority\n");
  const Ended ended = hansa_in(scratch, {"backtest", "cases.csv", "--setter", "R", "--json"});
  REQUIRE(ended.status == 0);
  const json setter = json::parse(ended.out)["solvers"]["setter"];
  CHECK((setter["n"] == 1 && setter["mae"] == 0.0));
  CHECK_FALSE(
      json::parse(hansa_in(scratch, {"backtest", "cases.csv", "--json"}).out)["solvers"].contains("setter"));
}

TEST_CASE("chair's parameters are cross-validated over proposals on demand", "[cli][backtest]") {
  const ScratchFolder scratch;
  test::put(scratch / "cases.csv", cases);
  const Ended ended = hansa_in(scratch, {"backtest", "cases.csv", "--cross-validate", "2", "--json"});
  REQUIRE(ended.status == 0);
  const json parsed = json::parse(ended.out)["cross_validation"];
  CHECK((parsed["folds"].size() == 2 && parsed["n"] == 2));
  CHECK(parsed["folds"][0]["chosen"]["contest"].is_string());
  CHECK(parsed["chosen_on_all"]["disagreement"].is_number());
  const Ended many = hansa_in(scratch, {"backtest", "cases.csv", "--cross-validate", "3"});
  CHECK(many.status == 2);
  CHECK_THAT(many.err, Contains("2 proposals make 2 folds at most"));
}

TEST_CASE("an unknown decision rule is reported and replaced by --rule", "[cli][backtest]") {
  const ScratchFolder scratch;
  test::put(scratch / "cases.csv",
            "issue,actor,position,salience,outcome,voting\na,X,0,50,40,lot\na,Y,100,50,40,lot\n");
  const Ended ended = hansa_in(scratch, {"backtest", "cases.csv", "--rule", "quota:0.6"});
  CHECK(ended.status == 0);
  CHECK(ended.err ==
        "hansa: cases.csv: there is no column of power; all actors have the same\n"
        "hansa: unknown rule 'lot'; chair uses quota:0.6\n");
  CHECK_THAT(ended.out, Contains("\nlot (quota-power:0.6) "));
}

TEST_CASE("a table without a column it needs is refused", "[cli][backtest]") {
  const ScratchFolder scratch;
  test::put(scratch / "cases.csv", "issue,actor,position,salience\na,X,0,50\n");
  const Ended ended = hansa_in(scratch, {"backtest", "cases.csv"});
  CHECK(ended.status == 2);
  CHECK_THAT(ended.err, StartsWith("cases.csv:1:1: outcome: no column with this name"));
}

TEST_CASE("the seed of a backtest is a whole number that the machine can hold", "[cli][backtest]") {
  const ScratchFolder scratch;
  test::put(scratch / "cases.csv", cases);
  for (const char* seed : {"-1", "18446744073709551616", "1.5", "nan"}) {
    const Ended ended = hansa_in(scratch, {"backtest", "cases.csv", "--seed", seed});
    CHECK(ended.status == 2);
    CHECK_THAT(ended.err,
               Contains(fmt::format("--seed: expected a whole number from 0, below 2^64; got '{}'", seed)));
  }
  CHECK(hansa_in(scratch, {"backtest", "cases.csv", "--seed", "18446744073709551615"}).status == 0);
}

TEST_CASE("history is scored with the votes, statements and ratifications of the user", "[cli][history]") {
  const ScratchFolder scratch;
  test::put(scratch / "votes.csv", "iso3,vote\nUSA,no\nHUN,no\nDEU,yes\nMEX,yes\nAUS,abstain\nXYZ,no\n");
  test::put(scratch / "said.csv",
            "date,sender,target,relation\n2001-01-01,USA,DEU,conflict\n2001-01-01,USA,AUS,cooperation\n"
            "2003-01-01,SAU,DEU,conflict\n2003-01-01,CHN,IND,cooperation\n");
  test::put(scratch / "joined.csv",
            "treaty,iso3,adopted,signed,ratified,left,in_force\nban,USA,2010-03-01,,,,\nban,DEU,2010-03-01,,"
            "2011-01-"
            "01,,\nban,FRA,2010-03-01,,2012-01-01,,\nban,MEX,2010-03-01,,2010-09-01,,\n");
  const Ended ended =
      hansa_in(scratch, {"backtest", "history", "--votes", "votes.csv", "--conference", "GCM", "--relations",
                         "said.csv", "--treaty", "joined.csv", "--realizations", "1", "--json"});
  REQUIRE(ended.status == 0);
  const json found = json::parse(ended.out);
  CHECK(found["votes"]["n"] == 5);
  CHECK(found["unknown_states"] == json::array({"XYZ"}));
  CHECK_THAT(ended.err, Contains("hansa: left out, not in the tables of states: XYZ\n"));
  CHECK(found["votes"]["not_yes"] == 3);
  CHECK(found["relations"]["n"] == 4);
  CHECK(found["relations"]["conflicts"] == 2);
  REQUIRE(found["ratification"].size() == 1);
  CHECK(found["ratification"][0]["treaty"] == "ban");
  CHECK(found["ratification"][0]["n"] == 3);
  CHECK(found["ratification"][0]["threshold_met"].is_null());
}

TEST_CASE("options of the other kind of backtest are refused, and files of what happened checked",
          "[cli][history]") {
  const ScratchFolder scratch;
  test::put(scratch / "cases.csv", cases);
  test::put(scratch / "votes.csv", "iso3,vote\nUSA,perhaps\nXYZ,no\n");
  const auto [words, complaint] = GENERATE(table<std::vector<std::string>, std::string>({
      {{"backtest", "history", "--smp", "vote=cubic"}, "--smp: is an option of hansa backtest CASES.csv"},
      {{"backtest", "cases.csv", "--treaty", "t.csv"}, "--treaty: is an option of hansa backtest history"},
      {{"backtest", "memberships", "--chair", "chair_step=0.3"},
       "--chair: is an option of hansa backtest CASES.csv"},
      {{"backtest", "memberships", "--realizations", "8"},
       "--realizations: is an option of hansa backtest history"},
      {{"backtest", "history", "--votes", "votes.csv"}, "--votes requires --conference"},
      {{"backtest", "history", "--votes", "votes.csv", "--conference", "GCM"},
       "votes.csv:2:5: vote: expected one of"},
      {{"backtest", "history", "--votes", "none.csv", "--conference", "GCM"}, "none.csv"},
      {{"backtest", "history", "--conference", "GCN"}, "no scenario of the library plays it"},
  }));
  const Ended ended = hansa_in(scratch, words);
  CHECK(ended.status == 2);
  CHECK_THAT(ended.err, Contains(complaint));
}

}  // namespace
}  // namespace hansa
