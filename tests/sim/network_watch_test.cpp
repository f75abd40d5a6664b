#include <map>
#include <string>

#include <catch2/catch.hpp>

#include "sim/network_watch.hpp"
#include "sim/phases/deliberation.hpp"
#include "sim/phases/formation.hpp"
#include "sim/run.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/laws/same_record.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::near;

/// The world in which no city is a member of network k.
World without_members(const World& world, std::size_t k) {
  World less = world;
  less.networks.members[k].clear();
  for (auto& held : less.cities.networks) std::erase(held, static_cast<NetworkId>(k));
  return less;
}

double voice_again(const Phase& phase, const Turn& turn, World& world) {
  Turn elsewhere{.scenario = turn.scenario, .world = world, .conference = turn.conference};
  phase.play(elsewhere);
  return world.voice.strength();
}

/// A network as the tables and a year or conference as the facts number them.
using Place = std::pair<int, std::size_t>;

/// The law world, watched; beside it every voice without each known network, measured in a world without its members.
struct Watched {
  Scenario scenario = test::law_scenario();
  Facts facts = build_facts(scenario, test::law_tables());
  NetworkWatch watch{facts};
  RunRecord record = make_record(facts);
  std::map<Place, double> at_conferences, access, in_years, freed;

  void leave_out(const Phase& phase, const Turn& turn) {
    const World& world = turn.world;
    for (std::size_t k = 0; k < world.networks.size(); ++k) {
      const int row = world.networks.known[k];
      if (row < 0 || world.networks.members[k].empty()) continue;
      World less = without_members(world, k);
      const double strength = voice_again(phase, turn, less);
      if (phase.at_conference) {
        at_conferences[{row, turn.conference}] = strength;
        access[{row, turn.conference}] = less.voice.access;
        continue;
      }
      const auto year = static_cast<std::size_t>(world.year - facts.first_year);
      in_years[{row, year}] = strength;
      deliberate(scenario.networks, less);
      freed[{row, year}] = voice_again(phase, turn, less);
    }
  }

  explicit Watched(std::uint32_t realization) {
    World world = make_world(facts, Draws(scenario.seed, realization));
    found_initial_networks(scenario.networks, world);
    for (world.year = scenario.years.from; world.year <= scenario.years.to; ++world.year) {
      play_year(scenario, world, record, [&](const Phase& phase, const Turn& turn) {
        watch(phase, turn);
        if (phase.verb == "measure_voice") leave_out(phase, turn);
      });
    }
  }
};

TEST_CASE("what leaving a network out changes is the voice of the world without its members, less the voice",
          "[network_watch]") {
  const Watched watched(3);
  const NetworkRecord& networks = const_cast<Watched&>(watched).watch.record();
  const std::size_t n_years = watched.facts.years.size(), n_conferences = watched.facts.conferences.size();
  REQUIRE(watched.in_years.size() > n_years);
  int n_changed = 0;
  for (const auto& [place, strength] : watched.in_years) {
    const auto [row, year] = place;
    const std::size_t at = static_cast<std::size_t>(row) * n_years + year;
    CHECK(networks.leave_one_out[at] == strength - watched.record.network_voice[year]);
    CHECK(networks.leave_one_out_freed[at] == watched.freed.at(place) - watched.record.network_voice[year]);
    n_changed += networks.leave_one_out[at] != networks.leave_one_out_freed[at] ? 1 : 0;
  }
  CHECK(n_changed > 0);
  for (const auto& [place, strength] : watched.at_conferences) {
    const auto [row, conference] = place;
    const std::size_t at = static_cast<std::size_t>(row) * n_conferences + conference;
    CHECK(networks.conference_leave_one_out[at] == strength - watched.record.voice[conference]);
    CHECK(networks.access_leave_one_out[at] ==
          watched.access.at(place) - watched.record.conference_access[conference]);
  }
  // and nowhere else
  std::size_t n_years_known = 0, n_conferences_known = 0;
  for (const double change : networks.leave_one_out) n_years_known += std::isnan(change) ? 0U : 1U;
  for (const double change : networks.conference_leave_one_out)
    n_conferences_known += std::isnan(change) ? 0U : 1U;
  CHECK(n_years_known == watched.in_years.size());
  CHECK(n_conferences_known == watched.at_conferences.size());
}

TEST_CASE("recording networks and cities changes no bit of a run", "[network_watch][laws]") {
  const Scenario scenario = test::law_scenario();
  const Facts facts = build_facts(scenario, test::law_tables());
  for (std::uint32_t r = 0; r < 4; ++r)
    CHECK(test::differences(run_realization(facts, 11, r), watch_realization(facts, 11, r).run) == "");
}

TEST_CASE("without networks or cities a watch has nothing to record", "[network_watch]") {
  Scenario scenario = test::law_scenario();
  scenario.world.with_cities = GENERATE(true, false);
  scenario.networks.enabled = false;
  const Facts facts = build_facts(scenario, test::law_tables());
  const NetworkRecord record = watch_realization(facts, 11, 0).networks;
  for (const std::int32_t members : record.network_members) CHECK(members == 0);
  for (const double change : record.leave_one_out) CHECK(std::isnan(change));
  for (const double part : record.network_state_pressure) CHECK(part == 0);
}

}  // namespace
}  // namespace hansa
