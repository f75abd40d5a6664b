#include <span>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "bargaining/tables/column_words.hpp"
#include "tests/cli/program.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using nlohmann::json;
using test::Ended;
using test::hansa_in;
using test::ScratchFolder;
using test::shell;

constexpr const char* two =
    "actor,power,a:position 0..10,a:salience,a:reference\nA,2,0,100,\nB,1,10,100,-0\n";

TEST_CASE("a bargain is reported solver by solver, then where the actors went", "[cli][bargain]") {
  const ScratchFolder scratch;
  test::put(scratch / "two.csv", two);
  const Ended ended = hansa_in(scratch, {"bargain", "two.csv"});
  CHECK(ended.status == 0);
  CHECK(ended.err.empty());
  CHECK(ended.out ==
        "two.csv: 2 actors, 1 issue\n\n"
        "solver      agreed  turns  a (0..10)\n"
        "compromise  yes         0    3.33333\n"
        "median      yes         0          0\n"
        "nash        no          0          0\n"
        "contest     yes         0          2\n"
        "smp         yes         2          2\n"
        "chair       no         12          0\n"
        "mean        yes         0    3.33333\n"
        "joint-nash  no          0          0\n\n"
        "smp: positions before the first turn and after the last\n\n"
        "actor  a from  to\n"
        "A           0   2\n"
        "B          10   2\n\n"
        "chair: positions before the first turn and after the last\n\n"
        "actor  a from       to\n"
        "A           0        0\n"
        "B          10  6.08386\n");
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

TEST_CASE("all problems of a table are reported at once", "[cli][bargain]") {
  const ScratchFolder scratch;
  test::put(scratch / "bad.csv", "actor,power,a:position,a:salience\nA,-2,0,100\nB,1,x,100\n");
  const Ended ended = hansa_in(scratch, {"bargain", "bad.csv", "--json"});
  CHECK(ended.status == 2);
  CHECK(ended.out.empty());
  CHECK(ended.err ==
        "bad.csv:2:3: power: must be at least 0, got -2\n  | A,-2,0,100\n  |   ^\n"
        "bad.csv:3:5: a:position: expected a number, got 'x'\n  | B,1,x,100\n  |     ^\n");
}

TEST_CASE("under a rule a bargain reports voting power", "[cli][bargain]") {
  const ScratchFolder scratch;
  test::put(scratch / "two.csv", two);
  const Ended text = hansa_in(scratch, {"bargain", "two.csv", "--solver", "median", "--rule", "quota:0.6"});
  CHECK_THAT(
      text.out,
      Contains("\nquota:0.6: who decides; 50 % of all coalitions win\n\n"
               "actor  power  Shapley-Shubik  Banzhaf  absolute Banzhaf  Coleman prevent  Coleman initiate  "
               "Johnston  Deegan-Packel  Holler  swings\n"
               "A          2          1.0000   1.0000            1.0000           1.0000            1.0000  "
               "  1.0000         1.0000  1.0000       2\n"
               "B          1          0.0000   0.0000            0.0000           0.0000            0.0000  "
               "  0.0000         0.0000  0.0000       0\n"));
  CHECK_THAT(text.out, Contains("\nquota:0.6: what no winning coalition wants to change\n\n"
                                "issue  core  win set of the reference\n"
                                "a      0..0  none\n"));
  const Ended ended =
      hansa_in(scratch, {"bargain", "two.csv", "--solver", "median", "--rule", "consensus", "--json"});
  CHECK(json::parse(ended.out)["power"]["shapley"] == json({0.5, 0.5}));
  const Ended wrong = hansa_in(scratch, {"bargain", "two.csv", "--rule", "quota:2"});
  CHECK(wrong.status == 2);
  CHECK_THAT(wrong.err, Contains("got 'quota:2'"));
}

TEST_CASE("many actors bargain under a quota, and their coalitions are counted", "[cli][bargain][chair]") {
  const ScratchFolder scratch;
  std::string many = "actor,power,a:position,a:salience\n";
  for (int k = 0; k < 30; ++k) many += fmt::format("A{},1,{},50\n", k, k);
  test::put(scratch / "many.csv", many);
  const Ended ended =
      hansa_in(scratch, {"bargain", "many.csv", "--solver", "chair", "--rule", "quota:0.72", "--json"});
  CHECK(ended.status == 0);
  CHECK(ended.err.empty());
  const json parsed = json::parse(ended.out);
  CHECK(parsed["solvers"]["chair"]["agreed"] == true);
  CHECK(parsed["power"]["shapley"][29].get<double>() == Approx(1.0 / 30.0));
  CHECK(parsed["power"]["swings_in_full"][0] == "4292145");  // 29 over 21: 22 of 30 are needed
  CHECK(parsed["pie"]["proposing_member"].get<double>() == Approx(1 - 21.0 / 30.0));
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
  CHECK_THAT(ended.err, StartsWith("hansa: chair runs out of time: it agrees with --chair rounds="));
  const Ended longer =
      hansa_in(scratch, {"bargain", "veto2.csv", "--solver", "chair", "--chair", "rounds=200", "--json"});
  CHECK(longer.err.empty());
  CHECK(json::parse(longer.out)["solvers"]["chair"]["outcome"][0].get<double>() ==
        Approx(29.98).margin(0.005));
}

TEST_CASE("what is assumed in reading a table is told, kept in the result, and refused on demand",
          "[cli][bargain]") {
  const ScratchFolder scratch;
  test::put(scratch / "t.csv", "Player;Clout;Position;Salience;note\nA;1;5,5;0,5;x\nB;2;20;1;y\n");
  const std::vector<std::string> told = {"cells are separated by semicolons",
                                         "'Player' is read as actor",
                                         "'Clout' is read as power",
                                         "column 'note' is not used",
                                         "a comma in a number is read as its decimal mark",
                                         "saliences run from 0 to 1, since none is larger"};
  const Ended ended = hansa_in(scratch, {"bargain", "t.csv", "--solver", "mean", "--json"});
  CHECK(ended.status == 0);
  std::string lines;
  for (const std::string& one : told) lines += "hansa: t.csv: " + one + "\n";
  CHECK(ended.err == lines);
  CHECK(json::parse(ended.out)["assumptions"] == json(told));
  CHECK(json::parse(ended.out)["solvers"]["mean"]["outcome"][0] == Approx((5.5 + 2 * 20) / 3));
  const Ended strict = hansa_in(scratch, {"bargain", "t.csv", "--strict"});
  CHECK(strict.status == 2);
  for (const std::string& one : std::span(told).first(5))  // what depends on all of these is not looked at
    CHECK_THAT(strict.err, Contains(one + "; --strict assumes nothing"));
  const Ended named =
      hansa_in(scratch, {"bargain", "t.csv", "--solver", "mean", "--json", "--columns",
                         "actor=Player,tax:position=Position", "--columns", "tax:salience=Salience"});
  CHECK(json::parse(named.out)["issues"][0]["name"] == "tax");
  const Ended wrong = hansa_in(scratch, {"bargain", "t.csv", "--columns", "power"});
  CHECK(wrong.status == 2);
  CHECK_THAT(wrong.err, Contains("--columns: expected KEY=COLUMN"));
  const Ended unknown = hansa_in(scratch, {"bargain", "t.csv", "--columns", "powr=Clout,power=Clot"});
  CHECK_THAT(unknown.err,
             Contains("t.csv:1:1: --columns: there is no 'powr'; did you mean 'power'?") &&
                 Contains("t.csv:1:1: --columns: the table has no column 'Clot'; did you mean 'Clout'?"));
}

TEST_CASE("a table may come from a pipe or from standard input", "[cli][bargain]") {
  const ScratchFolder scratch;
  test::put(scratch / "two.csv", two);
  const std::string whole = hansa_in(scratch, {"bargain", "two.csv", "--json"}).out;
  CHECK(shell(scratch, "cat two.csv | $HANSA bargain - --json").out == whole);
  CHECK(shell(scratch, "cat two.csv | $HANSA bargain /dev/stdin --json").out == whole);
  CHECK(shell(scratch, "$HANSA bargain - --json < two.csv").out == whole);
  CHECK(shell(scratch, "mkfifo pipe; cat two.csv > pipe & $HANSA bargain pipe --json").out == whole);
  const Ended wrong =
      shell(scratch, "printf 'actor,power,position,salience\\nA,x,1,1\\n' | $HANSA bargain -");
  CHECK(wrong.err == "-:2:3: power: expected a number, got 'x'\n");
}

TEST_CASE("forecasts are written as a table, a row for each issue and solver", "[cli][bargain]") {
  const ScratchFolder scratch;
  test::put(scratch / "t.csv",
            "actor,power,a:position "
            "0..10,a:salience,a:decided,b:position,b:salience\nA,2,0,100,4,1,50\nB,1,10,100,,"
            "5,50\n");
  const Ended ended = hansa_in(scratch, {"bargain", "t.csv", "--solver", "mean", "--csv", "f.csv"});
  CHECK(ended.status == 0);
  CHECK(test::text_of(scratch / "f.csv") ==
        "case,issue,solver,outcome,forecast,error,agreed,actors,rule\n"
        "t,a,mean,4,3.33333333,0.666666667,yes,2,consensus\nt,b,mean,,2.33333333,,yes,2,consensus\n");
  CHECK(hansa_in(scratch, {"bargain", "t.csv", "--csv", "f.csv"}).status == 3);
  CHECK(hansa_in(scratch, {"bargain", "t.csv", "--csv", "f.csv", "--force"}).status == 0);
  CHECK(hansa_in(scratch, {"bargain", "t.csv", "--csv", "t.csv", "--force"}).status == 2);
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

TEST_CASE("the help of both verbs has every other name of a column", "[cli][bargain]") {
  const ScratchFolder scratch;
  for (const char* verb : {"bargain", "backtest"}) {
    const Ended ended = hansa_in(scratch, {verb, "--help"});
    for (const ColumnWord& word : column_words)
      if (!word.aliases.empty()) CHECK_THAT(ended.out, Contains(other_names(word.kind).substr(0, 40)));
  }
}

TEST_CASE("a picture is written beside the result, the same bytes each time, and replaced only if asked",
          "[cli][bargain][picture]") {
  const ScratchFolder scratch;
  test::put(scratch / "two.csv", two);
  const std::vector<std::string> line = {"bargain", "two.csv", "--picture", "two.svg"};
  const Ended first = hansa_in(scratch, line);
  CHECK(first.status == 0);
  CHECK_THAT(first.out, StartsWith("two.csv: 2 actors"));
  const std::string drawn = test::text_of(scratch / "two.svg");
  CHECK_THAT(drawn, StartsWith("<svg xmlns=") && Contains("two.csv"));
  test::put(scratch / "two.svg", "mine");
  const Ended again = hansa_in(scratch, line);
  CHECK(again.status == 3);
  CHECK_THAT(again.err, Contains("two.svg"));
  CHECK(again.out.empty());
  CHECK(test::text_of(scratch / "two.svg") == "mine");
  std::vector<std::string> forced = line;
  forced.emplace_back("--force");
  CHECK(hansa_in(scratch, forced).status == 0);
  CHECK(test::text_of(scratch / "two.svg") == drawn);
  const Ended nowhere = hansa_in(scratch, {"bargain", "two.csv", "--picture", "none/two.svg"});
  CHECK(nowhere.status == 3);
}

TEST_CASE("a picture takes the place of nothing but a file", "[cli][bargain][picture]") {
  const ScratchFolder scratch;
  test::put(scratch / "two.csv", two);
  test::put(scratch / "mine.svg", "mine");
  std::filesystem::create_symlink("mine.svg", scratch / "link.svg");
  std::filesystem::create_symlink("nothing", scratch / "loose.svg");
  REQUIRE(::mkfifo((scratch / "pipe.svg").c_str(), 0600) == 0);
  std::filesystem::create_directory(scratch / "folder.svg");
  const auto [name, what] = GENERATE(table<std::string, std::string>({
      {"link.svg", "is a symbolic link, not a regular file, and is not replaced"},
      {"loose.svg", "is a symbolic link, not a regular file, and is not replaced"},
      {"pipe.svg", "is a device, a pipe or a socket, not a regular file, and is not replaced"},
      {"folder.svg", "is a folder, not a regular file, and is not replaced"},
  }));
  const auto type = std::filesystem::symlink_status(scratch / name).type();
  const Ended ended = hansa_in(scratch, {"bargain", "two.csv", "--picture", name, "--force"});
  CHECK(ended.status == 3);
  CHECK(ended.out.empty());
  CHECK(ended.err == "hansa: " + name + ": " + what + "\n");
  CHECK(std::filesystem::symlink_status(scratch / name).type() == type);
  CHECK(test::text_of(scratch / "mine.svg") == "mine");
}

TEST_CASE("a picture never takes the place of its own table, under whatever name",
          "[cli][bargain][picture]") {
  const ScratchFolder scratch;
  test::put(scratch / "two.csv", two);
  std::filesystem::create_symlink("two.csv", scratch / "link.csv");
  for (const char* name : {"two.csv", "./two.csv", "link.csv"}) {
    const Ended ended = hansa_in(scratch, {"bargain", "two.csv", "--picture", name, "--force"});
    CHECK(ended.status == 2);
    CHECK_THAT(ended.err, Contains(fmt::format("--picture: {} is the table itself", name)));
  }
  CHECK(hansa_in(scratch, {"bargain", "link.csv", "--picture", "two.csv", "--force"}).status == 2);
  CHECK(test::text_of(scratch / "two.csv") == two);
}

TEST_CASE("a bare name is a table that ships with the program, and a misspelt one gets a hint",
          "[cli][bargain]") {
  const ScratchFolder scratch;
  const Ended found = hansa_in(scratch, {"bargain", "ec-car-emission", "--json"});
  CHECK(found.status == 0);
  CHECK(json::parse(found.out)["issues"][0]["decided"] == 8.833);
  CHECK_THAT(hansa_in(scratch, {"bargain", "ec-car-emission"}).out, StartsWith("ec-car-emission: "));
  const Ended misspelt = hansa_in(scratch, {"bargain", "ec-car-emision"});
  CHECK(misspelt.status == 2);
  CHECK_THAT(misspelt.err, Contains("did you mean 'ec-car-emission'?") && Contains("./NAME or NAME.csv"));
  test::put(scratch / "mine", two);
  CHECK(hansa_in(scratch, {"bargain", "mine"}).status == 0);
}

TEST_CASE("the page of a bargain replaces a file only with --force, and never its own table",
          "[cli][bargain][report]") {
  const ScratchFolder scratch;
  test::put(scratch / "two.csv", two);
  const Ended first = hansa_in(scratch, {"bargain", "two.csv", "--report", "two.html"});
  if (first.err.find("this build has no page") != std::string::npos) return;
  CHECK(first.status == 0);
  const std::string page = test::text_of(scratch / "two.html");
  CHECK_THAT(page, Contains("<title>two.csv"));
  CHECK(hansa_in(scratch, {"bargain", "two.csv", "--report", "two.html"}).status == 3);
  CHECK(hansa_in(scratch, {"bargain", "two.csv", "--report", "two.html", "--force"}).status == 0);
  CHECK(test::text_of(scratch / "two.html") == page);
  CHECK(hansa_in(scratch, {"bargain", "two.csv", "--report", "two.csv", "--force"}).status == 2);
  CHECK(hansa_in(scratch, {"bargain", "two.csv", "--force"}).status == 2);
  CHECK(test::text_of(scratch / "two.csv") == two);
}

TEST_CASE("a picture without a name is refused", "[cli][bargain][picture]") {
  const ScratchFolder scratch;
  test::put(scratch / "two.csv", two);
  const Ended ended = hansa_in(scratch, {"bargain", "two.csv", "--picture", ""});
  CHECK(ended.status == 2);
  CHECK_THAT(ended.err, Contains("--picture: expected the name of a file"));
}

TEST_CASE("a rule that more heads than there are must keep is refused, and so is none", "[cli][bargain]") {
  const ScratchFolder scratch;
  test::put(scratch / "two.csv", two);
  for (const char* rule : {"heads:3", "quota:0.5,heads:3"}) {
    const Ended beyond = hansa_in(scratch, {"bargain", "two.csv", "--rule", rule});
    CHECK(beyond.status == 2);
    CHECK_THAT(beyond.err,
               Contains(fmt::format(
                   "--rule: nothing passes under {}: the table has 2 actors with power or a veto", rule)));
  }
  CHECK(hansa_in(scratch, {"bargain", "two.csv", "--rule", "heads:2"}).status == 0);
  for (const char* verb : {"bargain", "backtest"}) {
    const Ended empty = hansa_in(scratch, {verb, "two.csv", "--rule", ""});
    CHECK(empty.status == 2);
    CHECK_THAT(empty.err, Contains("--rule: expected consensus") && Contains("got ''"));
  }
}

}  // namespace
}  // namespace hansa
