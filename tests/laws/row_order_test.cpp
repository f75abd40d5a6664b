#include <algorithm>
#include <sstream>

#include <catch2/catch.hpp>

#include "scenarios/load/load.hpp"
#include "sim/run.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/laws/library_world.hpp"
#include "tests/laws/same_record.hpp"
#include "tests/scenarios/load/test_folders.hpp"

namespace hansa {
namespace {

using test::differences;
using test::put;
using test::ScratchFolder;
using test::text_of;

/// A table with its rows below the header reversed.
std::string turned(const std::string& table) {
  std::istringstream lines(table);
  std::string first, line, rest;
  std::getline(lines, first);
  while (std::getline(lines, line)) rest = line + "\n" + rest;
  return first + "\n" + rest;
}

/// The same tables with other display names, and regions whose names sort in reverse order.
Tables renamed(Tables tables) {
  for (StateRow& state : tables.states) {
    state.name = "Republic of " + state.iso3;
    state.region = std::string(1, static_cast<char>('z' - state.region[0] % 26)) + state.region;
  }
  for (std::size_t c = 0; c < tables.cities.size(); ++c)
    tables.cities[c].name = std::string(1, static_cast<char>('z' - c % 26)) + tables.cities[c].name;
  for (NetworkRow& network : tables.networks) network.name = "Alliance " + network.id;
  return tables;
}

TEST_CASE("the order of rows in the tables changes no bit of a result", "[laws]") {
  const std::string name = GENERATE("copenhagen-2009", "network-boom", "paris-2015");
  const LoadedScenario loaded =
      load_scenario(name, {}, {{test::source / "scenarios/data"}, {test::source / "scenarios/library"}});
  const ScratchFolder folder;
  WorldFiles upside_down = loaded.files;
  for (std::filesystem::path* file :
       {&upside_down.states, &upside_down.cities, &upside_down.networks, &upside_down.memberships,
        &upside_down.accreditations, &upside_down.counts, &upside_down.treaties, &upside_down.ratifications,
        &upside_down.un_votes, &upside_down.veto_players}) {
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

TEST_CASE("the names of states, cities, networks and regions change no bit of a result", "[laws]") {
  const Scenario scenario = test::law_scenario();
  const Facts facts = build_facts(scenario, test::law_tables()),
              named_facts = build_facts(scenario, renamed(test::law_tables()));
  REQUIRE(facts.region != named_facts.region);
  for (std::uint32_t r = 0; r < 8; ++r)
    CHECK(differences(run_realization(facts, 11, r), run_realization(named_facts, 11, r)) == "");
}

TEST_CASE("in the library the names of agents change no bit of a result", "[laws]") {
  const test::LibraryWorld world(GENERATE("copenhagen-2009", "network-boom", "paris-2015"));
  const Facts facts = build_facts(world.loaded.scenario, world.tables),
              named_facts = build_facts(world.loaded.scenario, renamed(world.tables));
  REQUIRE(facts.state_name != named_facts.state_name);
  CHECK(differences(run_realization(facts, 42, 0), run_realization(named_facts, 42, 0)) == "");
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
