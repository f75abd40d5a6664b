#include <catch2/catch.hpp>

#include "scenarios/state_codes.hpp"

namespace hansa {
namespace {

TEST_CASE("a state that the table does not have is told, wherever it is named", "[scenario]") {
  Tables tables;
  tables.states.resize(2);
  tables.states[0].iso3 = "DEU";
  tables.states[1].iso3 = "USA";
  LoadedScenario loaded;
  loaded.source = "my.yaml";
  Scenario& scenario = loaded.scenario;
  scenario.conferences = {{.name = "COP1", .presidency = "DEU", .absent = {"USA", "QQQ"}}};
  scenario.shocks = {{.state = "aosis"}, {.state = "all"}, {.state = "USA"}, {.state = "WWW"}};
  scenario.overrides = {{.state = "DEU"}, {.state = "YYY"}};
  scenario.withdrawals = {{.state = "ZZZ"}};
  try {
    check_state_codes(loaded, tables);
    FAIL("nothing was told");
  } catch (const ScenarioError& error) {
    REQUIRE(error.problems().size() == 4);
    CHECK(error.problems()[0].key == "conferences.COP1.absent");
    CHECK(error.problems()[0].message.find("QQQ") != std::string::npos);
    CHECK(error.problems()[3].key == "withdrawals.state");
  }
  scenario.conferences[0].absent = {"USA"};
  scenario.shocks.pop_back();
  scenario.overrides.pop_back();
  scenario.withdrawals.clear();
  CHECK_NOTHROW(check_state_codes(loaded, tables));
}

}  // namespace
}  // namespace hansa
