#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/cli/bargaining/two_actors.hpp"
#include "tests/cli/program.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using nlohmann::json;
using test::Ended;
using test::hansa_in;
using test::ScratchFolder;
using test::two;

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
