#include <catch2/catch.hpp>

#include "sim/run.hpp"
#include "tests/experiment.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/laws/same_record.hpp"

namespace hansa {
namespace {

/// Three known networks of which no other city is a member, in a chain: a merges into b in 1998, b into c in 2001;
/// c is founded in 2003. Half of the members join after their network has merged.
Tables chained_tables(bool merged) {
  Tables tables = test::law_tables({test::known_network("a", 1990, Domain::Climate),
                                    test::known_network("b", 1992, Domain::Development),
                                    test::known_network("c", 2003, Domain::Climate)});
  if (merged) {
    tables.networks[0].merged_into = "b";
    tables.networks[0].merged_year = 1998;
    tables.networks[1].merged_into = "c";
    tables.networks[1].merged_year = 2001;
  }
  for (int c = 0; c < 60; ++c) {
    const char* network = c % 3 == 0 ? "a" : c % 3 == 1 ? "b" : "c";
    const int founded = c % 3 == 0 ? 1990 : c % 3 == 1 ? 1992 : 2003;
    const bool observed = c % 2 == 0;
    tables.memberships.push_back({.city_id = 100 + c,
                                  .network = network,
                                  .year = observed ? 2010 : founded + c % 12,
                                  .observed = observed});
  }
  return tables;
}

TEST_CASE("a known merger never lowers member_cities, through a complete run", "[laws]") {
  Scenario scenario = test::law_scenario();
  scenario.networks.births = {.growth = 0, .event = 0};
  scenario.networks.initial = 0;
  scenario.networks.merger = 0;
  const Facts facts = build_facts(scenario, chained_tables(true)),
              unmerged = build_facts(scenario, chained_tables(false));
  for (std::uint32_t r = 0; r < 8; ++r) {
    const RunRecord record = run_realization(facts, 11, r), other = run_realization(unmerged, 11, r);
    CHECK(record.member_cities == other.member_cities);
    CHECK(record.member_cities.back() > record.member_cities.front());
    CHECK(record.networks.back() == 1);
    CHECK(other.networks.back() > 1);
  }
}

TEST_CASE("a merger that a scenario sets is that of the tables, bit for bit", "[laws]") {
  const Scenario plain = test::law_scenario();
  Scenario merged = plain;
  merged.networks.named = {{.name = "a", .merged_into = "b", .year = 1998},
                           {.name = "b", .merged_into = "c", .year = 2001}};
  Scenario apart = plain;
  apart.networks.named = {{.name = "a", .merged_into = "none"}, {.name = "b", .merged_into = "none"}};
  const Facts by_table = build_facts(plain, chained_tables(true)),
              by_scenario = build_facts(merged, chained_tables(false)),
              unmerged = build_facts(plain, chained_tables(false)),
              undone = build_facts(apart, chained_tables(true));
  for (std::uint32_t r = 0; r < 4; ++r) {
    CHECK(test::differences(run_realization(by_table, 11, r), run_realization(by_scenario, 11, r)) == "");
    CHECK(test::differences(run_realization(unmerged, 11, r), run_realization(undone, 11, r)) == "");
  }
}

TEST_CASE("known memberships never fall in the shipped world, mergers or not", "[laws]") {
  const test::Experiment world("paris-2015", {"realizations=4"});
  for (const RunRecord& record : world.records) {
    for (std::size_t year = 1; year < record.member_cities.size(); ++year)
      CHECK(record.known_memberships[year] >= record.known_memberships[year - 1]);
  }
}

}  // namespace
}  // namespace hansa
