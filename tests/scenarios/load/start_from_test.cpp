#include <catch2/catch.hpp>

#include "scenarios/print/print.hpp"
#include "tests/scenarios/load/test_folders.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using test::problems_in;
using test::problems_of;
using test::put;
using test::scenario_of;
using test::ScratchFolder;

constexpr const char* after_kyoto = "name: x\nextends: two-conferences\nstart_from: two-conferences@2000\n";

TEST_CASE("a scenario that starts from a run takes over what belongs to the start", "[scenario][start]") {
  const Scenario whole = scenario_of("extends: two-conferences\n");
  const Scenario bare = scenario_of(
      "name: x\nstart_from: two-conferences@2000\nyears: {to: 2015}\nconferences: [{name: COP15, "
      "year: 2014}]\n");
  CHECK(bare.start.year == 2000);
  REQUIRE(bare.start.scenario);
  CHECK(print_scenario(*bare.start.scenario) == print_scenario(whole));
  CHECK(bare.years.from == whole.years.from);
  CHECK(bare.seed == whole.seed);
  CHECK(bare.realizations == whole.realizations);
  CHECK(bare.world == whole.world);
  REQUIRE(bare.conferences.size() == 2);
  CHECK(bare.conferences[0] == whole.conferences[0]);
  CHECK(bare.conferences[1].year == 2014);
  CHECK(bare.gridlock.level == Scenario{}.gridlock.level);
}

TEST_CASE("what it prints is complete: the start is in it, and reads back the same", "[scenario][start]") {
  const std::string printed = print_scenario(scenario_of(after_kyoto));
  CHECK_THAT(printed, Contains("\nstart_from:\n  year: 2000\n  scenario:\n    schema_version: 1\n"));
  CHECK(print_scenario(scenario_of(printed)) == printed);
}

TEST_CASE("seed and realizations are the start's unless given beside it or on the command line",
          "[scenario][start]") {
  const ScratchFolder folder;
  std::filesystem::create_directory(folder / "run");
  put(folder / "run/scenario.yaml", "extends: two-conferences\nseed: 9\nrealizations: 3\n");
  put(folder / "a.yaml", "extends: two-conferences\nstart_from: run@2000\n");
  put(folder / "b.yaml", "extends: two-conferences\nseed: 5\nstart_from: run@2000\n");
  const auto load = [&](const char* file, const std::vector<std::string>& settings) {
    return load_scenario(folder / file, settings, test::folders()).scenario;
  };
  CHECK(load("a.yaml", {}).seed == 9);
  CHECK(load("a.yaml", {}).realizations == 3);
  CHECK(load("b.yaml", {}).seed == 5);
  CHECK(load("a.yaml", {"seed=6"}).seed == 6);
  const std::string run = "start_from=" + (folder / "run").string() + "@2000";
  CHECK(load("b.yaml", {run}).seed == 9);
  CHECK(load("b.yaml", {run, "seed=6", "realizations=2"}).seed == 6);
}

TEST_CASE("the treaty of an earlier conference can be another, the conference cannot", "[scenario][start]") {
  const std::string text = after_kyoto;
  const Scenario changed = scenario_of(text + "conferences: {COP3: {treaty: {min_parties: 30}}}\n");
  CHECK(changed.conferences[0].treaty.min_parties == 30);
  CHECK(problems_in(text + "conferences: {COP3: {floor: 0.05}}\n") ==
        "two-conferences.yaml:7:5: conferences.COP3: was held in 1997, before the run starts at the end of "
        "2000: only its treaty can be another than in two-conferences");
  CHECK_THAT(
      problems_in(text + "conferences: {COP9: {year: 1999}}\n"),
      Contains("conferences.COP9: is in 1999, up to the end of which two-conferences is as it was, and "
               "has no such conference"));
}

TEST_CASE("a start that cannot be is refused where it is given", "[scenario][start]") {
  const auto problems = [](const std::string& start, const std::string& more = "") {
    return problems_in("name: x\nstart_from: " + start + "\nyears: {to: 2012}\n" + more);
  };
  CHECK(problems("two-conferences") ==
        "a.yaml:2:13: start_from: expected SCENARIO@YEAR, such as paris-2015@2009, got 'two-conferences'");
  CHECK_THAT(problems("two-conferences@late"), Contains("got 'two-conferences@late'"));
  CHECK_THAT(problems("[1]"), Contains("start_from: expected SCENARIO@YEAR") && Contains("got a list"));
  CHECK_THAT(problems("two-conference@2000"), Contains("did you mean 'two-conferences'?"));
  CHECK_THAT(problems("sub/none.yaml@2000"), Contains("'sub/none.yaml' cannot be read"));
  CHECK_THAT(problems("../x.yaml@2000"), Contains("a path may not contain .."));
  CHECK_THAT(problems("two-conferences@1980"),
             Contains("start_from: two-conferences is simulated from 1995 to 2012"));
  CHECK_THAT(problems("two-conferences@2012"), Contains("no run starts at the end of 2012"));
  CHECK_THAT(problems("two-conferences@2000", "issues: [mitigation]\n"),
             Contains("issues: must be that of two-conferences, from which the run starts; leave it out"));
  CHECK_THAT(problems("two-conferences@2000", "networks: {real: false}\n"),
             Contains("networks.real: must be"));
  CHECK_THAT(problems_in("name: x\nstart_from: two-conferences@2000\nyears: {from: 2001, to: 2012}\n"),
             Contains("a.yaml:3:15: years.from: must be 1995 as in two-conferences, from which the run "
                      "starts: leave it out, or give --set years.from=1995"));
  CHECK_THAT(
      problems("two-conferences@2000", "withdrawals: [{state: CAN, treaty: kyoto, year: 1999}]\n"),
      Contains("withdrawals[1]: is in 1999, up to the end of which all is as in two-conferences, which has "
               "no such withdrawal"));
  CHECK(problems_in(after_kyoto, {"start_from.year=2005"}) ==
        "--set:1:12: start_from: expected SCENARIO@YEAR, such as paris-2015@2009, or a year with a complete "
        "scenario");
  CHECK_THAT(problems_in("name: x\nstart_from: {year: 2000}\n"), Contains("start_from"));
}

TEST_CASE("a start that leads back to its own file is refused", "[scenario][start]") {
  const ScratchFolder folder;
  put(folder / "a.yaml", "name: a\nextends: two-conferences\nstart_from: a.yaml@2000\n");
  CHECK_THAT(problems_of(folder / "a.yaml"), Contains("start_from: more than eight starts"));
}

TEST_CASE("the command line names any file, a run's folder, and says what is missing", "[scenario][start]") {
  const ScratchFolder folder, elsewhere;
  put(folder / "a.yaml", "extends: two-conferences\n");
  put(elsewhere / "b.yaml", "extends: two-conferences\ngridlock: {level: 0.9}\n");
  std::filesystem::create_directory(elsewhere / "empty");
  const auto start = [&](const char* name) { return "start_from=" + (elsewhere / name).string() + "@2000"; };
  const Scenario scenario =
      load_scenario(folder / "a.yaml", std::vector{start("b.yaml")}, test::folders()).scenario;
  CHECK(scenario.start.scenario->gridlock.level == 0.9);
  CHECK(scenario.gridlock.level == 0.25);
  CHECK_THAT(problems_of(folder / "a.yaml", {start("empty")}), Contains("has no scenario.yaml"));
  CHECK_THAT(problems_of(folder / "a.yaml", {start("none")}), Contains("is no file"));
}

}  // namespace
}  // namespace hansa
