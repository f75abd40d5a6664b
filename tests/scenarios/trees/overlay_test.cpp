#include <catch2/catch.hpp>

#include "tests/scenarios/load/test_folders.hpp"

namespace hansa {
namespace {

using test::problems_in;
using test::scenario_of;

constexpr const char* base = "extends: two-conferences\n";

TEST_CASE("a setting changes the one parameter that its path names", "[scenario]") {
  const Scenario scenario = scenario_of(
      base,
      {"gridlock.level=0.75", "lobbying.channels.home=0", "preferences.mitigation.vulnerability=-1",
       "preferences.mitigation.salience.intercept=2", "conferences.COP15.floor=0.3", "networks.enabled=false",
       "conferences.COP15.absent=[USA, SAU]", "conferences.COP3.forms=[hard,soft]", "title=the road, \"x\"",
       "networks.births.growth=0.2", "conferences.COP3.treaty.delay=9", "seed=5"});
  CHECK(scenario.gridlock.level == 0.75);
  CHECK(scenario.gridlock.sigma == GridlockParams{}.sigma);
  CHECK(scenario.lobbying.channels[Channel::Home] == 0.0);
  CHECK(scenario.preferences[0].position.covariates[3] == -1.0);
  CHECK(scenario.preferences[0].salience.intercept == 2.0);
  CHECK(scenario.conferences[1].floor == 0.3);
  CHECK(scenario.conferences[1].absent == std::vector<std::string>{"USA", "SAU"});
  CHECK(scenario.conferences[1].forms == std::vector{Form::Hard, Form::Soft});
  CHECK(scenario.conferences[0].forms == std::vector{Form::Hard, Form::Soft});
  CHECK(scenario.conferences[0].treaty.delay == 9);
  CHECK(scenario.conferences[0].treaty.name == "kyoto");
  CHECK(scenario.networks.births.growth == 0.2);
  CHECK_FALSE(scenario.networks.enabled);
  CHECK(scenario.seed == 5);
}

TEST_CASE("of two settings of one parameter the last one wins", "[scenario]") {
  CHECK(scenario_of(base, {"gridlock.level=0.1", "gridlock.level=0.9"}).gridlock.level == 0.9);
}

TEST_CASE("a setting may replace a complete section or list", "[scenario]") {
  const Scenario scenario = scenario_of(base, {"gridlock={level: 0.5, sigma: 0.3}", "withdrawals=[]",
                                               "conferences=[{name: COP9, year: 2003}]"});
  CHECK(scenario.gridlock.sigma == 0.3);
  CHECK(scenario.withdrawals.empty());
  REQUIRE(scenario.conferences.size() == 1);
  CHECK(scenario.conferences[0].name == "COP9");
}

TEST_CASE("an invalid setting is reported at its place in the argument", "[scenario]") {
  const auto [setting, problem] = GENERATE(table<std::string, std::string>({
      {"gridlock.levle=1", "--set:1:10: gridlock.levle: unknown key; did you mean 'level'?"},
      {"gridlok.level=1", "--set:1:1: gridlok: unknown key; did you mean 'gridlock'?"},
      {"gridlock.level=1.5", "--set:1:16: gridlock.level: must be at most 1, got 1.5"},
      {"gridlock.level= 1.5", "--set:1:17: gridlock.level: must be at most 1, got 1.5"},
      {"gridlock.level=", "--set:1:10: gridlock.level: no value given; expected a number"},
      {"gridlock.level=~", "--set:1:10: gridlock.level: no value given; expected a number"},
      {"gridlock.level.x=1", "--set:1:16: gridlock.level: expected a number, got a map"},
      {"gridlock=1", "--set:1:10: gridlock: expected keys with values, got '1'"},
      {"gridlock.level=.nan", "--set:1:16: gridlock.level: expected a number, got '.nan'; it must be finite"},
      {"seed=010", "--set:1:6: seed: expected a whole number from 0, got '010'; drop the leading zero"},
      {"conferences.COP16.floor=0",
       "--set:1:13: conferences.COP16: no entry has this name; did you mean 'COP15'? A new one needs a year"},
      {"conferences.COP15.forms=[soft, sofft]",
       "--set:1:32: conferences.COP15.forms[2]: expected one of soft, shell, hard; got 'sofft'; did you mean "
       "'soft'?"},
      {"conferences.COP15.forms=[soft",
       "--set:1:25: conferences.COP15.forms: no closing ] for this [; reading stopped at 1:29"},
      {"conferences.COP15.forms=soft",
       "--set:1:25: conferences.COP15.forms: expected a list such as [a, b], got 'soft'"},
      {"issues.mitigation=1", "--set:1:8: issues: expected a list such as [a, b], got a map"},
      {"title=\"x", "--set:1:7: title: this quote is not closed on its line"},
      {"title=&a x", "--set:1:7: title: anchors (&) are not supported"},
      {"title=a\nb", "--set:1:1: setting: expected key.path=value on one line, got 'title=a\\nb'"},
      {"title=a\x1b", "--set:1:8: file: hidden character U+001B"},
      {"title=a: b", "--set:1:7: title: expected a text, got a map"},
      {"gridlock.level", "--set:1:1: setting: expected key.path=value on one line, got 'gridlock.level'"},
      {"=1", "--set:1:1: setting: expected key.path=value on one line, got '=1'"},
      {"", "--set:1:1: setting: expected key.path=value on one line, got ''"},
      {"gridlock..level=1", "--set:1:10: gridlock..level: expected a path such as lobbying.channels.home"},
      {"gridlock.=1", "--set:1:10: gridlock.: expected a path such as lobbying.channels.home"},
      {".level=1", "--set:1:1: .level: expected a path such as lobbying.channels.home"},
      {"extends=paris-2015", "--set:1:1: extends: unknown key"},
      {"\xC3\xA9.level=1", "--set:1:1: \xC3\xA9: unknown key"},
      {"title=\xC3\xA9\xE2\x80\xAE", "--set:1:8: file: hidden character U+202E"},
  }));
  CHECK(problems_in(base, {setting}) == problem);
}

TEST_CASE("what looks like the end of a document is a text in a setting", "[scenario]") {
  CHECK(scenario_of(base, {"title=---"}).title == "---");
  CHECK(scenario_of(base, {"title=..."}).title == "...");
}

TEST_CASE("settings and file are checked together", "[scenario]") {
  CHECK(problems_in("name: x\ngridlock: {levle: 1}\n", {"seed=-1", "years.from=2020"}) ==
        "a.yaml:2:12: gridlock.levle: unknown key; did you mean 'level'?\n"
        "--set:1:1: years: from 2020 to 2015 runs backwards\n"
        "--set:1:6: seed: expected a whole number from 0, got '-1'");
}

}  // namespace
}  // namespace hansa
