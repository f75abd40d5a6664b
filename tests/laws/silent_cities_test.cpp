#include <catch2/catch.hpp>

#include "sim/run.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/laws/library_world.hpp"
#include "tests/laws/same_record.hpp"

namespace hansa {
namespace {

using test::differing_decisions;
using test::law_scenario;
using test::law_tables;

/// Three worlds in which cities cannot influence states: lobbying at strength 0, no networks, no cities.
struct Silences {
  Scenario mute, without_networks, without_cities;
  explicit Silences(const Scenario& scenario)
      : mute(scenario), without_networks(scenario), without_cities(scenario) {
    mute.lobbying.strength = 0;
    without_networks.networks.enabled = false;
    without_cities.world.with_cities = false;
  }
};

TEST_CASE("cities that cannot lobby, have no networks or do not exist have the same effect on states: none",
          "[laws]") {
  const Silences silences(law_scenario());
  const Tables tables = law_tables();
  const Facts mute = build_facts(silences.mute, tables),
              networks = build_facts(silences.without_networks, tables),
              cities = build_facts(silences.without_cities, tables);
  const Scenario loud_scenario = law_scenario();
  const Facts loud = build_facts(loud_scenario, tables);
  int n_moved = 0;
  for (std::uint32_t r = 0; r < 16; ++r) {
    const RunRecord expected = run_realization(mute, 11, r);
    CHECK(differing_decisions(expected, run_realization(networks, 11, r)) == "");
    CHECK(differing_decisions(expected, run_realization(cities, 11, r)) == "");
    CHECK(expected.memberships.back() > 0);
    n_moved += differing_decisions(expected, run_realization(loud, 11, r)).empty() ? 0 : 1;
  }
  CHECK(n_moved == 16);  // while lobbying cities do have an effect
}

TEST_CASE("at zero strength of lobbying no function, ally or coordination of networks has an effect",
          "[laws]") {
  // functions, allies and coordination of networks all act on states through their influence
  Scenario scenario = law_scenario();
  scenario.lobbying.strength = 0;
  const Facts plain = build_facts(scenario, law_tables());
  Scenario grand = scenario;
  grand.networks.functions = {
      .communicate = 2, .negotiate = 5, .inform = 5, .prevent_conflict = 5, .symbolise = 5};
  grand.networks.allies = {.regions = 1, .firms = 1, .civil_society = 1};
  grand.networks.coordination = 1;
  grand.lobbying.channels.fill(10);
  grand.lobbying.gate = 0;
  const Facts silenced = build_facts(grand, law_tables());
  for (std::uint32_t r = 0; r < 4; ++r)
    CHECK(differing_decisions(run_realization(plain, 11, r), run_realization(silenced, 11, r)) == "");
}

TEST_CASE("networks that are shut out change no bit of a conference by their functions", "[laws]") {
  const test::LibraryWorld world("copenhagen-2009");
  Scenario shut = world.loaded.scenario;
  shut.gridlock.level = 0.25;
  shut.networks.functions = {.negotiate = 5, .inform = 5, .prevent_conflict = 5};
  shut.lobbying.gate = 0;
  for (const Channel k : {Channel::Home, Channel::Summit, Channel::Emulation}) shut.lobbying.channels[k] = 0;
  Scenario closed = shut, open = shut;
  shut.conferences[0].access = Access::None;
  closed.lobbying.closed_below = 1;
  Scenario mute = shut;
  mute.lobbying.strength = 0;
  const Facts silent = build_facts(mute, world.tables), heard = build_facts(open, world.tables);
  int n_moved = 0;
  for (const Scenario* scenario : {&shut, &closed}) {
    const Facts facts = build_facts(*scenario, world.tables);
    for (std::uint32_t r = 0; r < 8; ++r) {
      const RunRecord expected = run_realization(silent, 42, r), record = run_realization(facts, 42, r);
      CHECK(differing_decisions(expected, record) == "");
      n_moved += run_realization(heard, 42, r).rounds != expected.rounds ? 1 : 0;
    }
  }
  CHECK(n_moved > 0);  // while with access they change something
}

TEST_CASE("networks without access, summit and channel change no bit of any conference or treaty", "[laws]") {
  const test::LibraryWorld world("paris-2015");
  Scenario shut = world.loaded.scenario;
  shut.networks.functions = {
      .communicate = 2, .negotiate = 5, .inform = 5, .prevent_conflict = 5, .symbolise = 5};
  shut.ratification.home_pressure = 5;
  Scenario open = shut;
  shut.lobbying.channels.fill(0);
  for (ConferenceParams& conference : shut.conferences) {
    conference.access = conference.body = Access::None;
    conference.summit = 0;
  }
  Scenario mute = shut;
  mute.lobbying.strength = 0;
  const Facts without = build_facts(mute, world.tables), facts = build_facts(shut, world.tables),
              heard = build_facts(open, world.tables);
  for (std::uint32_t r = 0; r < 3; ++r) {
    const RunRecord expected = run_realization(without, 42, r);
    CHECK(differing_decisions(expected, run_realization(facts, 42, r)) == "");
    CHECK(differing_decisions(expected, run_realization(heard, 42, r)) != "");
  }
}

TEST_CASE("networks that no forum accredits, no state invites and no body speaks for change no bit",
          "[laws]") {
  const test::LibraryWorld world("paris-2015");
  Scenario shut = world.loaded.scenario;
  shut.networks.functions = {
      .communicate = 2, .negotiate = 5, .inform = 5, .prevent_conflict = 5, .symbolise = 5};
  for (const Channel k : {Channel::Home, Channel::Summit, Channel::Emulation}) shut.lobbying.channels[k] = 0;
  shut.lobbying.invites_from = 1;
  Tables unlisted = world.tables;
  unlisted.accreditations.clear();
  Scenario elsewhere = shut, mute = shut, open = shut;
  shut.networks.accreditation.hazard = 0;
  for (ConferenceParams& conference : elsewhere.conferences) conference.forum = Forum::None;
  mute.lobbying.strength = 0;
  const Facts without = build_facts(mute, world.tables), unknown = build_facts(shut, unlisted),
              outside = build_facts(elsewhere, world.tables), heard = build_facts(open, world.tables);
  for (std::uint32_t r = 0; r < 3; ++r) {
    const RunRecord expected = run_realization(without, 42, r);
    CHECK(differing_decisions(expected, run_realization(unknown, 42, r)) == "");
    CHECK(differing_decisions(expected, run_realization(outside, 42, r)) == "");
    CHECK(differing_decisions(expected, run_realization(heard, 42, r)) != "");
  }
}

TEST_CASE("every column about cities differs between silent cities and none", "[laws]") {
  Scenario scenario = law_scenario();
  scenario.networks.merger = 1;
  const Silences silences(scenario);
  const Facts mute = build_facts(silences.mute, law_tables()),
              cities = build_facts(silences.without_cities, law_tables());
  std::string differing;
  for (std::uint32_t r = 0; r < 8; ++r)
    differing += test::differences(run_realization(mute, 11, r), run_realization(cities, 11, r));
  for (const std::string_view name : test::of_cities) {
    CAPTURE(name);
    CHECK_THAT(differing, Catch::Matchers::Contains(std::string(name)));
  }
}

TEST_CASE("in the library silent cities are equivalent to no cities", "[laws]") {
  const auto [name, n] = GENERATE(
      table<std::string, std::uint32_t>({{"copenhagen-2009", 4}, {"network-boom", 1}, {"paris-2015", 2}}));
  const test::LibraryWorld world(name);
  const Silences silences(world.loaded.scenario);
  const Facts mute = build_facts(silences.mute, world.tables),
              networks = build_facts(silences.without_networks, world.tables),
              cities = build_facts(silences.without_cities, world.tables);
  for (std::uint32_t r = 0; r < n; ++r) {
    const RunRecord expected = run_realization(mute, 42, r);
    CHECK(differing_decisions(expected, run_realization(networks, 42, r)) == "");
    CHECK(differing_decisions(expected, run_realization(cities, 42, r)) == "");
  }
}

}  // namespace
}  // namespace hansa
