// What may be set for single networks, through complete runs.

#include <algorithm>

#include <catch2/catch.hpp>

#include "sim/phases/formation.hpp"
#include "sim/run.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/laws/library_world.hpp"
#include "tests/laws/same_record.hpp"

namespace hansa {
namespace {

using test::differences;
using test::differing_decisions;
using test::law_scenario;
using test::law_tables;
using test::LibraryWorld;

/// No networks but those of the tables.
Scenario of_known_alone(Scenario scenario) {
  scenario.networks.births = {.growth = 0, .event = 0};
  scenario.networks.initial = 0;
  scenario.networks.merger = 0;
  return scenario;
}

std::vector<NetworkDials> for_each_network(const Tables& tables, NetworkDials dials) {
  std::vector<NetworkDials> all;
  for (const NetworkRow& network : tables.networks) {
    dials.name = network.id;
    all.push_back(dials);
  }
  return all;
}

TEST_CASE("a network that does not exist changes nothing before it would have been founded", "[laws]") {
  Tables tables = law_tables();
  tables.networks[0].founded = 2000;
  for (MembershipRow& member : tables.memberships) member.year = std::max(member.year, 2000);
  const Scenario plain = law_scenario();
  Scenario less = plain;
  less.networks.named = {{.name = "c40", .exists = false}};
  Scenario early = plain, early_less = less;
  early.years.to = early_less.years.to = 1999;
  for (Scenario* one : {&early, &early_less}) {
    std::erase_if(one->conferences,
                  [](const ConferenceParams& conference) { return conference.year > 1999; });
    one->withdrawals.clear();
  }
  const Facts with = build_facts(plain, tables), without = build_facts(less, tables),
              before = build_facts(early, tables), before_without = build_facts(early_less, tables);
  int n_moved = 0;
  for (std::uint32_t r = 0; r < 8; ++r) {
    CHECK(differences(run_realization(before, 11, r), run_realization(before_without, 11, r)) == "");
    n_moved += differences(run_realization(with, 11, r), run_realization(without, 11, r)).empty() ? 0 : 1;
  }
  CHECK(n_moved == 8);
}

TEST_CASE("if no network of the tables exists, there is none", "[laws]") {
  Scenario scenario = of_known_alone(law_scenario());
  scenario.networks.named = for_each_network(law_tables(), {.exists = false});
  Scenario none = scenario;
  none.networks.enabled = false;
  const Facts facts = build_facts(scenario, law_tables()), empty = build_facts(none, law_tables());
  for (std::uint32_t r = 0; r < 8; ++r)
    CHECK(differences(run_realization(facts, 11, r), run_realization(empty, 11, r)) == "");
  const LibraryWorld paris("paris-2015");
  Scenario shipped = of_known_alone(paris.loaded.scenario);
  shipped.networks.named = for_each_network(paris.tables, {.exists = false});
  none = shipped;
  none.networks.enabled = false;
  const Facts of_paris = build_facts(shipped, paris.tables), silent = build_facts(none, paris.tables);
  CHECK(differences(run_realization(of_paris, 42, 0), run_realization(silent, 42, 0)) == "");
}

TEST_CASE("no other network takes the place of one that does not exist", "[laws]") {
  Scenario scenario = law_scenario();
  scenario.networks.births = {.growth = 0, .event = 0};
  Scenario less = scenario;
  less.networks.named = {{.name = "c40", .exists = false}, {.name = "uclg", .exists = false}};
  const auto count = [](const Facts& facts) {
    World world = make_world(facts, Draws(11, 0));
    found_initial_networks(facts.scenario->networks, world);
    return std::count(world.networks.alive.begin(), world.networks.alive.end(), 1);
  };
  const Facts with = build_facts(scenario, law_tables()), without = build_facts(less, law_tables());
  CHECK(count(with) == 8);
  CHECK(count(without) == 7);  // without uclg
  CHECK(run_realization(with, 11, 0).births[1] == 1);
  CHECK(run_realization(without, 11, 0).births[1] == 0);  // without c40, of 1996
}

TEST_CASE("dials that are set to what holds anyway change no bit", "[laws]") {
  const LibraryWorld paris("paris-2015");
  Scenario set = paris.loaded.scenario;
  set.networks.named = for_each_network(paris.tables, {.year = 2000});
  const Facts plain = build_facts(paris.loaded.scenario, paris.tables),
              dialled = build_facts(set, paris.tables);
  for (std::uint32_t r = 0; r < 2; ++r)
    CHECK(differences(run_realization(plain, 42, r), run_realization(dialled, 42, r)) == "");
}

TEST_CASE("if no network uses a channel, it is off, bit for bit", "[laws]") {
  const LibraryWorld paris("paris-2015", {"networks.coordination=1", "ratification.home_pressure=1",
                                          "lobbying.channels.summit=2", "lobbying.declaration_rate=0.5"});
  const Scenario plain = of_known_alone(paris.loaded.scenario);
  const Facts all = build_facts(plain, paris.tables);
  for (const Channel channel : each<Channel>) {
    if (channel == Channel::Counter) continue;
    Scenario off = plain, unused = plain;
    off.lobbying.channels[channel] = 0;
    NetworkDials dials;
    dials.channels[channel] = 0;
    unused.networks.named = for_each_network(paris.tables, dials);
    const Facts of_off = build_facts(off, paris.tables), of_unused = build_facts(unused, paris.tables);
    int n_moved = 0;
    for (std::uint32_t r = 0; r < 3; ++r) {
      CAPTURE(name_of(channel), r);
      const RunRecord expected = run_realization(of_off, 42, r);
      CHECK(differences(expected, run_realization(of_unused, 42, r), {"home_pressure"}) == "");
      n_moved += differing_decisions(expected, run_realization(all, 42, r)).empty() ? 0 : 1;
    }
    CHECK(n_moved > 0);
  }
}

TEST_CASE("networks merged within a domain keep their members", "[laws]") {
  Tables tables = law_tables();
  tables.networks.push_back(
      {.id = "zero", .name = "", .founded = 1998, .domain = Domain::Climate, .roll = Roll::All});
  for (int c = 0; c < 20; ++c)
    tables.memberships.push_back({.city_id = 101 + 2 * c, .network = "zero", .year = 1998 + c % 5});
  std::erase_if(tables.networks, [](const NetworkRow& network) { return network.id == "uclg"; });
  const Scenario plain = of_known_alone(law_scenario());
  Scenario merged = plain;
  merged.networks.merge_domains = {Domain::Climate};
  const Facts apart = build_facts(plain, tables), together = build_facts(merged, tables);
  for (std::uint32_t r = 0; r < 8; ++r) {
    const RunRecord two = run_realization(apart, 11, r), one = run_realization(together, 11, r);
    CHECK(one.member_cities == two.member_cities);
    CHECK(two.networks.back() == 2);
    CHECK(one.networks.back() == 1);
  }
}

}  // namespace
}  // namespace hansa
