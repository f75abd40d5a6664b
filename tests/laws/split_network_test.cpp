#include <catch2/catch.hpp>

#include "sim/run.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/laws/same_record.hpp"

namespace hansa {
namespace {

/// The law tables with cities in pairs of one size in one state; of every pair the first city belongs to the
/// network "first" and the second to "second", or, as one network, both to "first". A network "other" has its
/// own members.
Tables paired_tables(bool split) {
  Tables tables = test::law_tables({test::known_network("first", 1990, Domain::Climate),
                                    test::known_network("other", 1990, Domain::Development)});
  tables.accreditations = {{"first", Forum::Unfccc, 1995, Access::Observer},
                           {"other", Forum::Unfccc, 1995, Access::Consultative},
                           {"second", Forum::Unfccc, 1995, Access::Observer}};
  if (split) {
    tables.networks.push_back(tables.networks[0]);
    tables.networks.back().id = "second";
  }
  for (std::size_t c = 0; c + 1 < tables.cities.size(); c += 2) {
    CityRow &one = tables.cities[c], &twin = tables.cities[c + 1];
    twin.iso3 = one.iso3;
    twin.population = one.population;
    const bool outside = c % 6 == 4;
    for (const CityRow* city : {&one, &twin}) {
      const char* half = split && city == &twin ? "second" : "first";
      tables.memberships.push_back({.city_id = city->id, .network = outside ? "other" : half, .year = 1990});
    }
  }
  return tables;
}

/// The law scenario where cities of a state have the same position and memberships cost no attention. Every
/// network signs every declaration, none drafts, and size is no advantage: soft power is equal for networks
/// of equal access.
Scenario paired_scenario(int n_networks) {
  Scenario scenario = test::law_scenario();
  scenario.devolution.spread = 0;
  scenario.devolution.hazard = 0;
  scenario.networks.births = {.growth = 0, .event = 0};
  scenario.networks.initial = n_networks;
  scenario.networks.attention_cost = 0;
  scenario.networks.merger = 0;
  scenario.networks.accreditation.hazard = 0;
  scenario.networks.coordination = 1;
  scenario.networks.functions.negotiate = 0;
  scenario.lobbying.declaration_rate = 1000;
  scenario.feedback.mentions = 0;
  return scenario;
}

TEST_CASE("a network split into like-minded halves keeps its voice, through a complete run", "[laws]") {
  const Scenario joint = paired_scenario(2), split = paired_scenario(3);
  const Facts of_joint = build_facts(joint, paired_tables(false)),
              of_split = build_facts(split, paired_tables(true));
  REQUIRE(of_joint.networks.size() == 2);
  REQUIRE(of_split.networks.size() == 3);
  for (std::uint32_t r = 0; r < 8; ++r) {
    const RunRecord one = run_realization(of_joint, 11, r), two = run_realization(of_split, 11, r);
    REQUIRE(one.networks.back() == 2);
    REQUIRE(two.networks.back() == 3);
    CHECK(one.voice.back() > 0.1);
    // counts of networks, and means over them, differ
    CHECK(test::differences_beyond(
              1e-12, one, two,
              {"networks", "known_networks", "effective_number", "concentration", "correlation", "soft_power",
               "top_access", "declarations", "entropy_number", "accredited"}) == "");
  }
}

}  // namespace
}  // namespace hansa
