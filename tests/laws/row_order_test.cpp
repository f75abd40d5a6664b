#include <algorithm>
#include <sstream>

#include <catch2/catch.hpp>

#include "scenarios/load.hpp"
#include "sim/run.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/laws/same_record.hpp"
#include "tests/scenarios/test_folders.hpp"

namespace hansa {
namespace {

using test::differences;
using test::put;
using test::ScratchFolder;
using test::text_of;

/// A table with its rows upside down below its first line.
std::string turned(const std::string& table) {
  std::istringstream lines(table);
  std::string first, line, rest;
  std::getline(lines, first);
  while (std::getline(lines, line)) rest = line + "\n" + rest;
  return first + "\n" + rest;
}

TEST_CASE("the order of rows in the tables changes no bit of a result", "[laws]") {
  const LoadedScenario loaded = load_scenario(
      "copenhagen-2009", {}, {{test::source / "scenarios/data"}, {test::source / "scenarios/library"}});
  const ScratchFolder folder;
  WorldFiles upside_down = loaded.files;
  for (std::filesystem::path* file : {&upside_down.states, &upside_down.cities, &upside_down.networks,
                                      &upside_down.memberships, &upside_down.counts}) {
    const std::string text = text_of(*file);
    *file = folder / file->filename().string();
    put(*file, turned(text));
    REQUIRE(text_of(*file) != text);
  }
  const Facts facts = build_facts(loaded.scenario, read_tables(loaded.files)),
              turned_facts = build_facts(loaded.scenario, read_tables(upside_down));
  CHECK(facts.iso3 == turned_facts.iso3);
  for (std::uint32_t r = 0; r < 2; ++r)
    CHECK(differences(run_realization(facts, 42, r), run_realization(turned_facts, 42, r)) == "");
}

TEST_CASE("the order in which conferences are listed changes no bit of a result", "[laws]") {
  const Scenario scenario = test::law_scenario();
  Scenario turned_scenario = scenario;
  std::reverse(turned_scenario.conferences.begin(), turned_scenario.conferences.end());
  std::swap(turned_scenario.conferences[2],
            turned_scenario.conferences[3]);  // two of one year keep their order
  REQUIRE(turned_scenario.conferences[2].name == "without");
  const Facts facts = build_facts(scenario, test::law_tables()),
              turned_facts = build_facts(turned_scenario, test::law_tables());
  for (std::uint32_t r = 0; r < 4; ++r)
    CHECK(differences(run_realization(facts, 11, r), run_realization(turned_facts, 11, r)) == "");
}

}  // namespace
}  // namespace hansa
