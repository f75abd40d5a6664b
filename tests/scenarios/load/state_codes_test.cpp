#include <catch2/catch.hpp>

#include "scenarios/load/state_codes.hpp"

namespace hansa {
namespace {

TEST_CASE("a state missing from the table is reported wherever it is named", "[scenario]") {
  Tables tables;
  tables.states.resize(2);
  tables.states[0].iso3 = "DEU";
  tables.states[1].iso3 = "USA";
  LoadedScenario loaded;
  loaded.files_read.add_file("my.yaml");
  loaded.given.places = {{"conferences.COP1.absent", {.file = 0, .line = 7, .column = 3}},
                         {"overrides[2]", {.file = 0, .line = 11, .column = 5}}};
  Scenario& scenario = loaded.scenario;
  scenario.conferences = {{.name = "COP1", .presidency = "DEU", .absent = {"USA", "QQQ"}}};
  scenario.shocks = {{.state = "aosis"}, {.state = "all"}, {.state = "USA"}, {.state = "WWW"}};
  scenario.overrides = {{.state = "DEU"}, {.state = "YYY"}};
  scenario.withdrawals = {{.state = "ZZZ"}};
  try {
    check_state_codes(loaded, tables);
    FAIL("no error was reported");
  } catch (const ScenarioError& error) {
    REQUIRE(error.problems().size() == 4);
    std::vector<std::string> messages;
    for (const Problem& problem : error.problems()) messages.push_back(to_text(problem));
    CHECK(messages ==
          std::vector<std::string>{"my.yaml:1:1: shocks[4].state: data/states.csv has no state 'WWW'",
                                   "my.yaml:1:1: withdrawals[1].state: data/states.csv has no state 'ZZZ'",
                                   "my.yaml:7:3: conferences.COP1.absent: data/states.csv has no state 'QQQ'",
                                   "my.yaml:11:5: overrides[2].state: data/states.csv has no state 'YYY'"});
  }
  scenario.conferences[0].absent = {"USA"};
  scenario.shocks.pop_back();
  scenario.overrides.pop_back();
  scenario.withdrawals.clear();
  CHECK_NOTHROW(check_state_codes(loaded, tables));
}

}  // namespace
}  // namespace hansa
