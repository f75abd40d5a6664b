#include <catch2/catch.hpp>

#include "agents/known_networks.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::SmallWorld;

NetworkRow network(std::string id, std::string domain = "climate", Access accreditation = Access::None) {
  return {.id = std::move(id),
          .name = "network",
          .founded = 1990,
          .domain = std::move(domain),
          .accreditation = accreditation,
          .merged_into = {},
          .merged_year = {}};
}

TEST_CASE("a known network is as in the table", "[known_networks]") {
  SmallWorld small(1);
  Tables tables{.networks = {network("c40", "climate", Access::Consultative), network("old")}};
  tables.networks[1].merged_year = 2004;
  build_known_networks(small.scenario, tables, small.facts);
  REQUIRE(small.facts.networks.size() == 2);
  CHECK(small.facts.networks[0].key == entity_key("c40"));
  CHECK(small.facts.networks[0].founded == 1990);
  CHECK(small.facts.networks[0].ended == 9999);
  CHECK(small.facts.networks[0].accreditation == Access::Consultative);
  CHECK(small.facts.networks[1].ended == 2004);
  CHECK(small.facts.networks[1].accreditation == Access::None);
}

TEST_CASE("a network's domain decides which issue it speaks to", "[known_networks]") {
  const auto [domain, issue] = GENERATE(table<std::string, std::size_t>({{"climate", 0},
                                                                         {"energy", 0},
                                                                         {"health", 1},
                                                                         {"development", 2},
                                                                         {"digital", 3},
                                                                         {"general", 4},
                                                                         {"twinning", 4},
                                                                         {"culture", 5}}));
  SmallWorld small(1, 5);
  small.scenario.issues = {"mitigation", "adaptation", "finance", "transparency", "urban_role"};
  build_known_networks(small.scenario, {.networks = {network("n", domain)}}, small.facts);
  CHECK(small.facts.networks[0].issue == issue);  // 5: none of them
  CHECK(small.facts.networks[0].general == (domain == "general"));
}

TEST_CASE("a network may speak to an issue of the scenario's own", "[known_networks]") {
  SmallWorld small(1, 3);
  small.scenario.issues = {"trade", "migration", "health"};
  build_known_networks(small.scenario, {.networks = {network("n", "migration"), network("m", "health")}},
                       small.facts);
  CHECK(small.facts.networks[0].issue == 1);
  CHECK(small.facts.networks[1].issue == 2);
}

TEST_CASE("known members are found by the number of their city", "[known_networks]") {
  SmallWorld small(1);
  for (int k = 0; k < 3; ++k) small.add_city(0);
  small.facts.city_id = {10, 20, 30};
  const Tables tables{.networks = {network("c40"), network("iclei")},
                      .memberships = {{.city_id = 10, .network = "iclei", .year = 1995, .observed = true},
                                      {.city_id = 20, .network = "c40", .year = 2005, .observed = false},
                                      {.city_id = 30, .network = "iclei", .year = 1999, .observed = false}}};
  build_known_networks(small.scenario, tables, small.facts);
  const auto& [c40, iclei] = std::tie(small.facts.networks[0].members, small.facts.networks[1].members);
  REQUIRE(c40.size() == 1);
  CHECK(c40[0].city == CityId{1});
  CHECK(c40[0].since == 2005);
  CHECK_FALSE(c40[0].observed);
  REQUIRE(iclei.size() == 2);
  CHECK(iclei[0].city == CityId{0});
  CHECK(iclei[0].observed);
  CHECK(iclei[1].city == CityId{2});
}

TEST_CASE("a world without cities has networks without members", "[known_networks]") {
  SmallWorld small(1);
  build_known_networks(
      small.scenario,
      {.networks = {network("c40")}, .memberships = {{.city_id = 10, .network = "c40", .year = 2005}}},
      small.facts);
  CHECK(small.facts.networks[0].members.empty());
}

TEST_CASE("a scenario may leave the known networks out", "[known_networks]") {
  SmallWorld small(1);
  small.scenario.networks.real = false;
  build_known_networks(small.scenario, {.networks = {network("c40")}, .counts = {{2000, 60.0}}}, small.facts);
  CHECK(small.facts.networks.empty());
  CHECK(small.facts.initial_networks == 60);
}

TEST_CASE("the number of networks at the start is counted, interpolated or set", "[known_networks]") {
  SmallWorld small(1);
  build_known_networks(small.scenario, {.counts = {{1990, 60.0}, {2010, 121.0}}}, small.facts);
  CHECK(small.facts.initial_networks == 91);  // 90.5
  small.scenario.networks.initial = 7;
  build_known_networks(small.scenario, {.counts = {{1990, 60.0}, {2010, 121.0}}}, small.facts);
  CHECK(small.facts.initial_networks == 7);
  small.scenario.networks.initial = -1;
  build_known_networks(small.scenario, {}, small.facts);
  CHECK(small.facts.initial_networks == 0);
}

}  // namespace
}  // namespace hansa
