#include <catch2/catch.hpp>

#include "tests/scenarios/load/test_folders.hpp"

namespace hansa {
namespace {

using test::problems_in;
using test::problems_of;
using test::scenario_of;

TEST_CASE("a scenario that extends another keeps all that it does not change", "[scenario]") {
  const Scenario scenario = scenario_of("extends: two-conferences\nname: x\ngridlock: {sigma: 0.5}\n");
  CHECK(scenario.name == "x");
  CHECK(scenario.years.to == 2012);
  CHECK(scenario.gridlock.level == 0.25);
  CHECK(scenario.gridlock.sigma == 0.5);
  CHECK(scenario.conferences.size() == 2);
  CHECK(scenario_of("extends: two-conferences\n").name == "two-conferences");
}

TEST_CASE("a list replaces a list, and keys change one row of it", "[scenario]") {
  const Scenario replaced = scenario_of(
      "extends: two-conferences\nconferences: [{name: COP3, year: 2001, treaty: {name: kyoto}}]\n");
  REQUIRE(replaced.conferences.size() == 1);
  CHECK(replaced.conferences[0].year == 2001);
  CHECK(replaced.conferences[0].forms == ConferenceParams{}.forms);

  const Scenario changed = scenario_of(
      "extends: two-conferences\n"
      "conferences: {COP15: {floor: 0.05, absent: []}, COP3: {treaty: {min_parties: 30}}}\n");
  REQUIRE(changed.conferences.size() == 2);
  CHECK(changed.conferences[1].floor == 0.05);
  CHECK(changed.conferences[1].absent.empty());
  CHECK(changed.conferences[1].forms == std::vector{Form::Hard, Form::Soft});
  CHECK(changed.conferences[0].treaty.min_parties == 30);
  CHECK(changed.conferences[0].treaty.name == "kyoto");
}

TEST_CASE("a problem is reported in the file that gives its value", "[scenario]") {
  const test::ScratchFolder folder;
  test::put(folder / "b.yaml",
            "name: b\ngridlock: {level: 2, sigma: 0.1}\nconferences: [{name: COP1, year: 1990}]\n");
  test::put(folder / "a.yaml", "extends: b.yaml\ngridlock:\n  sigma: 3\nconferences: {COP1: {floor: 7}}\n");
  CHECK(problems_of(folder / "a.yaml") ==
        "a.yaml:3:10: gridlock.sigma: must be at most 1, got 3\n"
        "a.yaml:4:29: conferences.COP1.floor: must be at most 1 [depth], got 7\n"
        "b.yaml:2:19: gridlock.level: must be at most 1, got 2\n"
        "b.yaml:3:34: conferences.COP1.year: 1990 is not among the simulated years 1995..2015");
}

TEST_CASE("a value that is changed is not checked where it was", "[scenario]") {
  const test::ScratchFolder folder;
  test::put(folder / "b.yaml", "name: b\ngridlock: {level: 2}\n");
  test::put(folder / "a.yaml", "extends: b.yaml\ngridlock: {level: 1}\n");
  CHECK(problems_of(folder / "a.yaml").empty());
}

TEST_CASE("tables are searched beside the file that names them", "[scenario]") {
  const test::ScratchFolder folder;
  std::filesystem::create_directory(folder / "inner");
  test::put(folder / "inner/b.yaml", "name: b\nworld: {states: s.csv}\n");
  test::put(folder / "inner/s.csv", "iso3\n");
  test::put(folder / "c.csv", "id\n");
  test::put(folder / "a.yaml", "extends: inner/b.yaml\nworld: {cities: c.csv}\n");
  const LoadedScenario loaded = load_scenario(folder / "a.yaml", {}, test::folders());
  CHECK(loaded.files.states == folder / "inner/s.csv");
  CHECK(loaded.files.cities == folder / "c.csv");
}

TEST_CASE("eight files may extend one another, nine may not", "[scenario]") {
  const test::ScratchFolder folder;
  test::put(folder / "1.yaml", "name: x\n");
  for (int k = 2; k <= 9; ++k) {
    test::put(folder / (std::to_string(k) + ".yaml"), "extends: " + std::to_string(k - 1) + ".yaml\n");
  }
  CHECK(problems_of(folder / "8.yaml").empty());
  CHECK(problems_of(folder / "9.yaml") == "2.yaml:1:10: extends: more than eight files deep");
}

TEST_CASE("a scenario that extends itself by another name is refused", "[scenario]") {
  const test::ScratchFolder folder;
  test::put(folder / "a.yaml", "extends: b.yaml\nname: x\n");
  std::filesystem::create_symlink("a.yaml", folder / "b.yaml");
  CHECK(problems_of(folder / "a.yaml") == "a.yaml:1:10: extends: 'b.yaml' extends this file in turn");
}

TEST_CASE("a conference with a year or its own name is added to the list, any other key must be known",
          "[scenario]") {
  const auto added = GENERATE(values<std::string>({"{year: 2010}", "{name: COP16, year: 2010}"}));
  const Scenario scenario =
      scenario_of("extends: two-conferences\nconferences: {COP16: " + added + ", COP15: {floor: 0.2}}\n");
  REQUIRE(scenario.conferences.size() == 3);
  CHECK(scenario.conferences[1].floor == 0.2);
  CHECK(scenario.conferences[2].name == "COP16");
  CHECK(scenario.conferences[2].year == 2010);
  CHECK_THAT(problems_in("extends: two-conferences\nname: x\nconferences: {COP16: {floor: 0.1}}\n"),
             Catch::Matchers::Contains(
                 "conferences.COP16: no entry has this name; did you mean 'COP15'? A new one needs a "
                 "year"));
  CHECK_THAT(
      problems_in("extends: two-conferences\nname: x\nconferences: {COP16: {name: COP17, year: 2010}}\n"),
      Catch::Matchers::Contains("conferences.COP16: no entry has this name"));
}

TEST_CASE("rows are appended to a list that another scenario gives, or to none", "[scenario]") {
  const Scenario once =
      scenario_of("extends: two-conferences\nshocks: {append: [{year: 2011, size: 0.5}]}\n");
  REQUIRE(once.shocks.size() == 1);
  CHECK(once.shocks[0].year == 2011);
  const test::ScratchFolder folder;
  test::put(folder / "base.yaml", "extends: two-conferences\nname: b\nshocks: [{year: 2010, size: 0.2}]\n");
  test::put(folder / "more.yaml",
            "extends: base.yaml\nname: m\nshocks: {append: [{year: 2011, size: 0.5}]}\n");
  const Scenario more = load_scenario(folder / "more.yaml", {}, test::folders()).scenario;
  REQUIRE(more.shocks.size() == 2);
  CHECK(more.shocks[0].size == 0.2);
  CHECK(more.shocks[1].size == 0.5);
  CHECK_THAT(problems_in("extends: two-conferences\nname: x\nconferences: {append: COP16}\n"),
             Catch::Matchers::Contains("conferences.append: expected a list of the rows to append"));
}

TEST_CASE("a table on the command line is looked for in the working folder, then as a scenario finds it",
          "[scenario]") {
  const test::ScratchFolder folder;
  std::filesystem::create_directory(folder / "elsewhere");
  std::filesystem::create_directory(folder / "a");
  test::put(folder / "elsewhere/s.csv", "iso3\n");
  test::put(folder / "a/b.yaml", "name: b\n");
  test::put(folder / "a/beside.csv", "iso3\n");
  const auto states_of = [&](const std::string& written) {
    const std::vector<std::string> settings = {"world.states=" + written};
    return load_scenario(folder / "a/b.yaml", settings, test::folders()).files.states;
  };
  const std::string absolute = (folder / "elsewhere/s.csv").string();
  CHECK(states_of(absolute) == absolute);
  CHECK(states_of("beside.csv") == folder / "a/beside.csv");
  CHECK_THROWS_WITH(
      states_of("nowhere.csv"),
      Catch::Matchers::Contains("'nowhere.csv' is no file here, nor one in '" + (folder / "a").string()));
}

}  // namespace
}  // namespace hansa
