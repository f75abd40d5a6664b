#include <span>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "bargaining/tables/column_words.hpp"
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
using test::shell;
using test::two;

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

TEST_CASE("the help of both verbs has every other name of a column", "[cli][bargain]") {
  const ScratchFolder scratch;
  for (const char* verb : {"bargain", "backtest"}) {
    const Ended ended = hansa_in(scratch, {verb, "--help"});
    for (const ColumnWord& word : column_words)
      if (!word.aliases.empty()) CHECK_THAT(ended.out, Contains(other_names(word.kind).substr(0, 40)));
  }
}

}  // namespace
}  // namespace hansa
