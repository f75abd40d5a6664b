#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "scenarios/load/load.hpp"
#include "scenarios/tables/tables.hpp"
#include "tests/scenarios/load/test_folders.hpp"
#include "tests/shipped_issue.hpp"

namespace hansa {
namespace {

using test::problems_in;
using test::problems_of;
using test::scenario_of;

TEST_CASE("a scenario of one line is complete", "[scenario]") {
  const Scenario scenario = scenario_of("name: x\n");
  CHECK(scenario.name == "x");
  CHECK(scenario.realizations == Scenario{}.realizations);
  REQUIRE(scenario.preferences.size() == climate_issues.size());
  CHECK(scenario.preferences[0].name == "mitigation");
  CHECK(scenario.preferences[0].position.intercept == test::shipped_issue("mitigation").position.intercept);
  CHECK(scenario.conferences.empty());
}

TEST_CASE("line ends of any kind and a byte order mark change nothing", "[scenario]") {
  for (const char* text : {"name: x\nseed: 7\n", "name: x\r\nseed: 7\r\n", "\xEF\xBB\xBFname: x\nseed: 7",
                           "{name: x, seed: 7}"}) {
    CHECK(scenario_of(text).seed == 7);
  }
}

TEST_CASE("every kind of value is read", "[scenario]") {
  const Scenario scenario = scenario_of(
      "name: a.b-c_9\n"
      "title: \"COP21: the road \xE2\x86\x92 Paris\"\n"
      "seed: 9007199254740991\n"
      "gridlock: {level: 1e-1}\n"
      "networks:\n  enabled: false\n  births: {growth: 0.125}\n"
      "lobbying: {channels: {counter: 0, home: 2}}\n"
      "conferences:\n"
      "  - {name: COP21, year: 2015, architecture: pledges, forms: [shell, soft], absent: [NOR, SOM], "
      "access: advisory,\n"
      "     presidency: FRA, treaty: {name: paris, min_parties: 55}}\n");
  CHECK(scenario.title == "COP21: the road \xE2\x86\x92 Paris");
  CHECK(scenario.seed == 9007199254740991u);
  CHECK(scenario.gridlock.level == 0.1);
  CHECK_FALSE(scenario.networks.enabled);
  CHECK(scenario.networks.births.growth == 0.125);
  CHECK(scenario.lobbying.channels[Channel::Home] == 2.0);
  CHECK(scenario.lobbying.channels[Channel::Conference] == 1.0);
  CHECK(scenario.lobbying.channels[Channel::Counter] == 0.0);
  REQUIRE(scenario.conferences.size() == 1);
  const ConferenceParams& conference = scenario.conferences[0];
  CHECK(conference.architecture == Architecture::Pledges);
  CHECK(conference.forms == std::vector{Form::Shell, Form::Soft});
  CHECK(conference.absent == std::vector<std::string>{"NOR", "SOM"});
  CHECK(conference.access == Access::Advisory);
  CHECK(conference.treaty.name == "paris");
  CHECK(conference.treaty.min_parties == 55);
}

TEST_CASE("issues may be named before or after their preferences", "[scenario]") {
  const std::string preferences =
      "preferences: {trade: {income: 0.5, salience: {eu: -1}}, finance: {eu: 2}}\n";
  const std::string issues = "issues: [trade, finance]\n";
  for (const std::string& text : {issues + preferences, preferences + issues}) {
    const Scenario scenario = scenario_of("name: x\n" + text);
    REQUIRE(scenario.preferences.size() == 2);
    CHECK(scenario.preferences[0].name == "trade");
    CHECK(scenario.preferences[0].position.covariates[0] == 0.5);
    CHECK(scenario.preferences[0].salience.blocs[8] == -1.0);
    CHECK(scenario.preferences[1].position.blocs[8] == 2.0);
    CHECK(scenario.preferences[1].position.covariates[0] ==
          test::shipped_issue("finance").position.covariates[0]);
  }
}

TEST_CASE("a bare name is a scenario of the library and never a file here", "[scenario]") {
  const LoadedScenario loaded = load_scenario("two-conferences", {}, test::folders());
  CHECK(loaded.scenario.conferences.size() == 2);
  CHECK(loaded.source == (test::source / "tests/scenarios/library/two-conferences.yaml").string());
  CHECK(problems_of("two-conference") ==
        "two-conference:1:1: file: no scenario of the library is called 'two-conference'; did you mean "
        "'two-conferences'? A file is given as ./NAME or NAME.yaml");
  CHECK(problems_of("nowhere.yaml") == "nowhere.yaml:1:1: file: cannot be read: No such file or directory");
}

TEST_CASE("a table is searched beside the scenario first, then among the shipped ones", "[scenario]") {
  const test::ScratchFolder folder;
  std::filesystem::create_directory(folder / "data");
  test::put(folder / "data/states.csv", "iso3\n");
  test::put(folder / "mine.csv", "id\n");
  test::put(folder / "a.yaml", "name: x\nworld: {cities: mine.csv}\n");
  const LoadedScenario loaded = load_scenario(folder / "a.yaml", {}, test::folders());
  CHECK(loaded.files.states == folder / "data/states.csv");
  CHECK(loaded.files.cities == folder / "mine.csv");
  CHECK(loaded.files.networks == test::source / "scenarios/data/networks.csv");
  CHECK(loaded.scenario.world.cities == "mine.csv");
  CHECK(loaded.scenario.world.states == "data/states.csv");
}

TEST_CASE("a scenario may say that a table is absent, but those of states and issues", "[scenario]") {
  const test::ScratchFolder folder;
  const auto with = [&](const std::string& world) {
    test::put(folder / "a.yaml", "name: x\nworld: {" + world + "}\n");
    return problems_of(folder / "a.yaml");
  };
  CHECK(with("memberships: none") == "");
  const LoadedScenario loaded = load_scenario(folder / "a.yaml", {}, test::folders());
  CHECK(loaded.scenario.world.memberships == "none");
  const Tables tables = read_tables(loaded.files);
  CHECK((tables.memberships.empty() && !tables.networks.empty()));
  const auto has_roll = [](const NetworkRow& network) { return network.roll != Roll::None; };
  CHECK(std::none_of(tables.networks.begin(), tables.networks.end(), has_roll));
  CHECK(with("cities: none, networks: none, memberships: none, accreditations: none, counts: none, "
             "treaties: none, ratifications: none, un_votes: none, veto_players: none") == "");
  const Tables nothing = read_tables(load_scenario(folder / "a.yaml", {}, test::folders()).files);
  CHECK((nothing.cities.empty() && nothing.networks.empty() && nothing.treaties.empty()));
  CHECK(with("networks: none") ==
        "a.yaml:2:19: world.networks: none, so world.memberships must be none too\n"
        "a.yaml:2:19: world.networks: none, so world.accreditations must be none too");
  CHECK(with("treaties: none") ==
        "a.yaml:2:19: world.treaties: none, so world.ratifications must be none too");
  CHECK(with("states: none") ==
        "a.yaml:2:17: world.states: 'none' cannot be read: No such file or directory");
}

TEST_CASE("no link leads a scenario out of its folder", "[scenario]") {
  const test::ScratchFolder outside, folder;
  test::put(outside / "states.csv", "iso3\n");
  test::put(outside / "b.yaml", "name: y\n");
  std::filesystem::create_symlink(outside / "states.csv", folder / "states.csv");
  std::filesystem::create_directory_symlink(outside.path(), folder / "data");
  std::filesystem::create_symlink(outside / "b.yaml", folder / "b.yaml");
  std::filesystem::create_symlink("inside.csv", folder / "link.csv");
  test::put(folder / "inside.csv", "iso3\n");
  test::put(folder / "a.yaml",
            "name: x\nworld: {states: states.csv, cities: data/states.csv, counts: link.csv}\n");
  CHECK(problems_of(folder / "a.yaml") ==
        "a.yaml:2:17: world.states: 'states.csv' is outside this file's folder\n"
        "a.yaml:2:37: world.cities: 'data/states.csv' is outside this file's folder");
  test::put(folder / "a.yaml", "extends: b.yaml\n");
  CHECK(problems_of(folder / "a.yaml") == "a.yaml:1:10: extends: 'b.yaml' is outside this file's folder");
}

TEST_CASE("a scenario named on the command line may be any path, a link too", "[scenario]") {
  const test::ScratchFolder folder;
  std::filesystem::create_symlink(test::source / "tests/scenarios/library/two-conferences.yaml",
                                  folder / "a.yaml");
  CHECK(problems_of(folder / "a.yaml").empty());
}

TEST_CASE("a pipe or a folder is not a scenario", "[scenario]") {
  const test::ScratchFolder folder;
  CHECK(problems_of(folder.path() / "") == ":1:1: file: is a folder, not a file");
  REQUIRE(::mkfifo((folder / "pipe.yaml").c_str(), 0600) == 0);
  CHECK(problems_of(folder / "pipe.yaml") == "pipe.yaml:1:1: file: is not a regular file");
  test::put(folder / "a.yaml", "");
  CHECK(problems_of(folder / "a.yaml") == "a.yaml:1:1: file: the file is empty");
  test::put(folder / "a.yaml", std::string((1 << 20) + 1, '#'));
  CHECK(problems_of(folder / "a.yaml") == "a.yaml:1:1: file: is larger than 1024 KiB");
  test::put(folder / "a.yaml", std::string(1 << 20, '#'));
  CHECK(problems_of(folder / "a.yaml") == "a.yaml:1:1: file: the file is empty");
}

TEST_CASE("every scenario of the library is accepted", "[scenario]") {
  const DataFolders folders{{test::source / "scenarios/data"}, {test::source / "scenarios/library"}};
  int n = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folders.library[0])) {
    if (entry.path().extension() != ".yaml" ||
        test::text_of(entry.path()).find("\nscenario:") != std::string::npos)
      continue;
    INFO(entry.path().filename());
    CHECK(load_scenario(entry.path(), {}, folders).scenario.name == entry.path().stem());
    ++n;
  }
  CHECK(n >= 1);
}

}  // namespace
}  // namespace hansa
