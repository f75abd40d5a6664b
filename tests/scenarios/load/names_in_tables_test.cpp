#include <catch2/catch.hpp>

#include "scenarios/load/names_in_tables.hpp"
#include "scenarios/parameters/network_fields.hpp"
#include "scenarios/parameters/parameter_names.hpp"
#include "support/input/suggest.hpp"
#include "tests/scenarios/load/test_folders.hpp"

namespace hansa {
namespace {

TEST_CASE("a presidency of the EU, which has no vote, is refused", "[scenario]") {
  Tables tables;
  tables.states.resize(2);
  tables.states[0].iso3 = "DEU";
  tables.states[0].party = true;
  tables.states[1].iso3 = "EUU";
  LoadedScenario loaded;
  loaded.files_read.add_file("my.yaml");
  loaded.scenario.conferences = {{.name = "COP1", .presidency = "EUU"}};
  CHECK_THROWS_WITH(
      check_names(loaded, tables),
      "my.yaml:1:1: conferences.COP1.presidency: the EU itself has no vote, so its presidency has no "
      "effect; give the member that presides");
}

TEST_CASE("a state missing from the table is reported wherever it is named", "[scenario]") {
  Tables tables;
  tables.states.resize(2);
  tables.states[0].iso3 = "DEU";
  tables.states[1].iso3 = "USA";
  tables.states[0].party = true;
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
    check_names(loaded, tables);
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
  CHECK_NOTHROW(check_names(loaded, tables));
}

TEST_CASE("a state called by its name gets its code as a hint", "[scenario]") {
  Tables tables;
  for (const auto& [iso3, name] :
       {std::pair("CHN", "China"), std::pair("DEU", "Germany"), std::pair("USA", "USA")}) {
    tables.states.push_back({.iso3 = iso3});
    tables.states.back().name = name;
  }
  LoadedScenario loaded;
  loaded.files_read.add_file("my.yaml");
  const auto told = [&](const std::string& word) {
    loaded.scenario.withdrawals = {{.state = word}};
    try {
      check_names(loaded, tables);
    } catch (const ScenarioError& error) {
      return error.problems().front().message;
    }
    return std::string();
  };
  CHECK(told("China") == "data/states.csv has no state 'China'; did you mean CHN (China)?");
  CHECK(told("GER") == "data/states.csv has no state 'GER'; did you mean DEU (Germany)?");
  CHECK(told("US") == "data/states.csv has no state 'US'; did you mean 'USA'?");
  CHECK(told("DEU").empty());
}

std::string problems_with(const std::vector<std::string>& settings) {
  try {
    const LoadedScenario loaded = load_scenario("two-conferences", settings, test::folders());
    check_names(loaded, read_tables(loaded.files));
  } catch (const ScenarioError& error) {
    std::string text;
    for (const Problem& problem : error.problems()) text += to_text(problem) + "\n";
    return text;
  }
  return "";
}

TEST_CASE("a network that is changed must be in the tables, as must the one that takes it over",
          "[scenario]") {
  CHECK(problems_with({"networks.c40.exists=false", "networks.100rc.access=observer",
                       "networks.uclg.merged_into=iclei", "networks.eu-com.merged_into=none"}) == "");
  const auto [setting, complaint] = GENERATE(table<std::string, std::string>({
      {"networks.c4o.exists=false",
       "--set:1:10: networks.c4o: no parameter, and data/networks.csv has no network 'c4o'; did you mean "
       "'c40'?\n"},
      {"networks.uclg.merged_into=icle",
       "--set:1:27: networks.uclg.merged_into: data/networks.csv has no network 'icle'; did you mean "
       "'iclei'?\n"},
      {"networks.gcom.merged_into=compact-of-mayors",
       "--set:1:27: networks.gcom.merged_into: networks merge in a circle: gcom, compact-of-mayors, gcom\n"},
      {"networks.c40.merged_into=c40",
       "--set:1:26: networks.c40.merged_into: networks merge in a circle: c40, c40\n"},
      {"networks.c40={exists: false, merged_into: iclei}",
       "--set:1:43: networks.c40.merged_into: a network that does not exist has nothing to hand on\n"},
  }));
  CHECK(problems_with({setting}) == complaint);
  CHECK(problems_with({"networks.real=false", "networks.c40.exists=true"}) ==
        "--set:1:10: networks.c40: networks.real is false, so there is no network of the tables\n");
}

TEST_CASE("no shipped network has a name like a parameter's", "[scenario]") {
  const LoadedScenario loaded = load_scenario("two-conferences", {}, test::folders());
  const std::vector<std::string> names = names_of_parameters<NetworkParams>();
  const std::vector<std::string_view> parameters(names.begin(), names.end());
  for (const NetworkRow& network : read_tables(loaded.files).networks) {
    CAPTURE(network.id);
    CHECK(suggest(network.id, parameters) == "");
  }
}

}  // namespace
}  // namespace hansa
