#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/cli/bargaining/two_actors.hpp"
#include "tests/cli/program.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using nlohmann::json;
using test::Ended;
using test::hansa_in;
using test::ScratchFolder;
using test::two;

TEST_CASE("a bargain is reported solver by solver, then where the actors went", "[cli][bargain]") {
  const ScratchFolder scratch;
  test::put(scratch / "two.csv", two);
  const Ended ended = hansa_in(scratch, {"bargain", "two.csv"});
  CHECK(ended.status == 0);
  CHECK(ended.err.empty());
  CHECK(ended.out ==
        "two.csv: 2 actors, 1 issue\n\n"
        "solver            agreed  turns  a (0..10)\n"
        "compromise        yes         0    3.33333\n"
        "median            yes         0          0\n"
        "nash              no          0          0\n"
        "contest           yes         0          2\n"
        "smp               yes         2          2\n"
        "chair             no         12          0\n"
        "mean              yes         0    3.33333\n"
        "joint-nash        no          0          0\n"
        "expected-utility  yes         1          0\n\n"
        "smp: positions before the first turn and after the last\n\n"
        "actor  a from  to\n"
        "A           0   2\n"
        "B          10   2\n\n"
        "chair: positions before the first turn and after the last\n\n"
        "actor  a from       to\n"
        "A           0        0\n"
        "B          10  6.08386\n\n"
        "expected-utility: positions before the first turn and after the last\n\n"
        "actor  a from  to\n"
        "A           0   0\n"
        "B          10   0\n");
}

TEST_CASE("a bargain as JSON has every actor's position at every turn", "[cli][bargain]") {
  const ScratchFolder scratch;
  test::put(scratch / "two.csv", two);
  const Ended ended = hansa_in(scratch, {"bargain", "two.csv", "--solver", "smp", "--json"});
  REQUIRE(ended.status == 0);
  const json parsed = json::parse(ended.out);
  CHECK(parsed["issues"] ==
        json::parse(R"([{"name": "a", "min": 0.0, "max": 10.0, "reference": 0.0, "decided": null}])"));
  CHECK(parsed["actors"].size() == 2);
  CHECK(parsed["solvers"].size() == 1);
  const json& smp = parsed["solvers"]["smp"];
  CHECK((smp["turns"] == 2 && smp["agreed"] == true));
  CHECK(smp["positions"] == json::parse("[[[0.0], [10.0]], [[2.0], [2.0]], [[2.0], [2.0]]]"));
}

TEST_CASE("a rule of smp can be set, and a wrong one is refused", "[cli][bargain]") {
  const ScratchFolder scratch;
  test::put(scratch / "two.csv", two);
  const Ended linear =
      hansa_in(scratch, {"bargain", "two.csv", "--solver", "smp", "--smp", "bargain=linear"});
  CHECK_THAT(linear.out, Contains("\nsmp     yes         2      3.333\n"));
  const Ended wrong = hansa_in(scratch, {"bargain", "two.csv", "--smp", "vote=cub"});
  CHECK(wrong.status == 2);
  CHECK_THAT(wrong.err, Contains("vote is proportional, binary") && Contains("not 'cub'"));
}

TEST_CASE("the chair's bargain as JSON has its texts beside the positions", "[cli][bargain][chair]") {
  const ScratchFolder scratch;
  test::put(scratch / "two.csv", two);
  const auto solve = [&](const std::vector<std::string>& more) {
    std::vector<std::string> line = {"bargain", "two.csv", "--solver", "chair", "--json"};
    line.insert(line.end(), more.begin(), more.end());
    return json::parse(hansa_in(scratch, line).out)["solvers"]["chair"];
  };
  const json blocked = solve({});
  CHECK((blocked["agreed"] == false && blocked["turns"] == 12 && blocked["outcome"] == json({0.0})));
  CHECK((blocked["positions"].size() == 13 && blocked["texts"].size() == 13));
  CHECK(solve({"--chair", "rounds=5"})["texts"].size() == 6);
  const json passed = solve({"--rule", "quota:0.3"});
  CHECK((passed["agreed"] == true && passed["outcome"] == passed["texts"].back()));
}

TEST_CASE("a wrong parameter of the chair is refused, and a wrong rule", "[cli][bargain][chair]") {
  const ScratchFolder scratch;
  test::put(scratch / "two.csv", two);
  const Ended wrong = hansa_in(scratch, {"bargain", "two.csv", "--chair", "rounds=0"});
  CHECK(wrong.status == 2);
  CHECK_THAT(wrong.err, Contains("rounds is a number from 1 to 1000, not '0'"));
  const Ended unknown = hansa_in(scratch, {"bargain", "two.csv", "--chair", "pul=0"});
  CHECK(unknown.status == 2);
  CHECK_THAT(unknown.err, Contains("did you mean 'pull'?"));
}

TEST_CASE("nash without a reference is left out, and refused where it is asked for", "[cli][bargain]") {
  const ScratchFolder scratch;
  test::put(scratch / "bare.csv", "actor,power,a:position,a:salience\nA,2,0,100\nB,1,10,100\n");
  const Ended all = hansa_in(scratch, {"bargain", "bare.csv"});
  CHECK(all.status == 0);
  CHECK_THAT(all.err, StartsWith("hansa: nash is left out: nash needs the outcome without an agreement"));
  CHECK_THAT(all.out, !Contains("nash"));
  const Ended alone = hansa_in(scratch, {"bargain", "bare.csv", "--solver", "nash"});
  CHECK(alone.status == 2);
  CHECK_THAT(alone.err, StartsWith("bare.csv:1:1: reference: nash needs the outcome without an agreement"));
}

TEST_CASE("proposals of a table are solved apart on demand, and a remark offers it",
          "[cli][bargain][packages]") {
  const ScratchFolder scratch;
  test::put(scratch / "t.csv",
            "issue,proposal,actor,power,position 0..100,salience,reference,outcome\n"
            "x,pair,A,1,0,90,50,20\nx,pair,B,1,100,10,50,20\ny,pair,A,1,0,10,50,\ny,pair,B,1,100,90,50,\n"
            "z,other,A,1,20,50,50,\nz,other,B,1,60,50,50,\n");
  const Ended together = hansa_in(scratch, {"bargain", "t.csv", "--solver", "joint-nash"});
  CHECK(
      together.err ==
      "hansa: the issues of 2 proposals are solved as one bargain; --packages solves each proposal apart\n");
  const Ended apart =
      hansa_in(scratch, {"bargain", "t.csv", "--solver", "joint-nash", "--packages", "--csv", "f.csv"});
  CHECK(apart.status == 0);
  CHECK(apart.err.empty());
  CHECK_THAT(apart.out,
             StartsWith("t.csv: 2 actors, 3 issues, 2 packages\n") && Contains("\njoint-nash  on 2 of 3  "));
  CHECK(test::text_of(scratch / "f.csv") ==
        "case,issue,solver,outcome,forecast,error,agreed,actors,rule\n"
        "pair,x,joint-nash,20,10,10,yes,2,consensus\npair,y,joint-nash,,90,,yes,2,consensus\n"
        "other,z,joint-nash,,50,,no,2,consensus\n");
  const json parsed = json::parse(
      hansa_in(scratch, {"bargain", "t.csv", "--solver", "joint-nash", "--packages", "--json"}).out);
  CHECK(parsed["issues"][1]["proposal"] == "pair");
  CHECK(parsed["solvers"]["joint-nash"]["agreed_on"] == json({true, true, false}));
}

TEST_CASE("a remark says that no proposal has two issues", "[cli][bargain][packages]") {
  const ScratchFolder scratch;
  test::put(scratch / "t.csv", "issue,actor,power,position,salience\nx,A,1,0,90\ny,A,1,0,90\n");
  CHECK(hansa_in(scratch, {"bargain", "t.csv", "--solver", "mean", "--packages"}).err ==
        "hansa: no proposal has two issues: a column proposal says which are decided together\n");
  const Ended none = hansa_in(scratch, {"bargain", "t.csv", "--solver", "exchange", "--packages"});
  CHECK(none.status == 2);
  CHECK_THAT(none.err, Contains("exchange needs a proposal with two issues"));
}

TEST_CASE("two who care for different issues log-roll, and exchange", "[cli][bargain]") {
  const ScratchFolder scratch;
  test::put(scratch / "logroll.csv",
            "actor,power,x:position 0..100,x:salience,x:reference,y:position 0..100,y:salience,y:reference\n"
            "A,1,0,90,50,0,10,50\nB,1,100,10,50,100,90,50\n");
  const auto solve = [&](const char* solver) {
    return json::parse(
        hansa_in(scratch, {"bargain", "logroll.csv", "--solver", solver, "--json"}).out)["solvers"][solver];
  };
  const json nash = solve("joint-nash"), exchange = solve("exchange");
  CHECK(nash["agreed"] == true);
  CHECK(nash["outcome"][0].get<double>() == Approx(10).margin(1e-6));
  CHECK(nash["outcome"][1].get<double>() == Approx(90).margin(1e-6));
  CHECK(exchange["turns"] == 1);
  CHECK(exchange["outcome"][0].get<double>() == Approx(0).margin(1e-9));
  CHECK(exchange["outcome"][1].get<double>() == Approx(100).margin(1e-9));
}

TEST_CASE("a setter is named, and proposes under the rule", "[cli][bargain]") {
  const ScratchFolder scratch;
  test::put(scratch / "setter.csv",
            "actor,power,a:position 0..100,a:salience,a:reference\nL,1,20,50,20\nM,1,50,50,\nR,1,100,50,\n");
  const Ended text = hansa_in(
      scratch, {"bargain", "setter.csv", "--solver", "setter", "--setter", "R", "--rule", "majority"});
  // of what M prefers to the reference, R is nearest to 80, as far above M as the reference is below
  CHECK_THAT(text.out, Contains("\nsetter  yes         0          80\n"));
  const Ended none = hansa_in(scratch, {"bargain", "setter.csv", "--solver", "setter"});
  CHECK(none.status == 2);
  CHECK_THAT(none.err, Contains("setter needs the actor that sets the agenda: --setter ACTOR"));
  const Ended unknown = hansa_in(scratch, {"bargain", "setter.csv", "--solver", "setter", "--setter", "X"});
  CHECK(unknown.status == 2);
  CHECK_THAT(unknown.err, Contains("there is no 'X'"));
}

TEST_CASE("a chair that runs out of time says with how many rounds it agrees", "[cli][bargain][chair]") {
  const ScratchFolder scratch;
  test::put(
      scratch / "veto2.csv",
      "actor,power,x:position 0..100,x:salience,x:reference,veto\nV1,1,20,100,10,yes\nV2,1,80,100,10,yes\n"
      "V3,1,60,100,10,yes\n");
  const Ended ended = hansa_in(scratch, {"bargain", "veto2.csv", "--solver", "chair"});
  CHECK(ended.status == 0);
  const std::string advice = "hansa: chair runs out of time: it agrees with --chair rounds=";
  REQUIRE_THAT(ended.err, StartsWith(advice));
  const int enough = std::stoi(ended.err.substr(advice.size()));
  const auto after = [&](int rounds) {
    const Ended played = hansa_in(scratch, {"bargain", "veto2.csv", "--solver", "chair", "--chair",
                                            fmt::format("rounds={}", rounds), "--json"});
    CHECK(played.err.empty());
    return json::parse(played.out)["solvers"]["chair"];
  };
  CHECK(after(enough)["agreed"] == true);
  // V1, whom 30 serves no better than no agreement, is last to agree
  const double latest = after(200)["outcome"][0];
  CHECK((latest > 29.95 && latest <= 30));
}

TEST_CASE("solvers that take long with many actors are left out unless they are asked for",
          "[cli][bargain]") {
  const ScratchFolder scratch;
  std::string many = "actor,power,position,salience\n";
  for (int k = 0; k < 1001; ++k) many += fmt::format("A{},1,{},50\n", k, k);
  test::put(scratch / "many.csv", many);
  const Ended all = hansa_in(scratch, {"bargain", "many.csv", "--json"});
  CHECK(all.status == 0);
  CHECK_THAT(
      all.err,
      Contains("hansa: smp is left out, since it takes long with 1001 actors; --solver smp applies it\n") &&
          Contains("hansa: contest is left out"));
  CHECK(json::parse(all.out)["solvers"]["median"]["outcome"] == json({500.0}));
}

}  // namespace
}  // namespace hansa
