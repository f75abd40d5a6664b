#include <algorithm>
#include <numeric>

#include <catch2/catch.hpp>

#include "agents/build.hpp"
#include "agents/known_networks.hpp"
#include "scenarios/load/load.hpp"
#include "tests/scenarios/load/test_folders.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::SmallWorld;

NetworkRow network(std::string id, Domain domain = Domain::Climate) {
  return {.id = std::move(id),
          .name = "network",
          .founded = 1990,
          .domain = domain,
          .merged_into = {},
          .merged_year = {}};
}

TEST_CASE("a known network is as in the table", "[known_networks]") {
  SmallWorld small(1);
  Tables tables{.networks = {network("c40"), network("old")},
                .accreditations = {{"c40", Forum::Unfccc, {}, Access::Consultative},
                                   {"c40", Forum::Ecosoc, {}, Access::Consultative},
                                   {"c40", Forum::Habitat, 2001, Access::Advisory}}};
  tables.networks[1].roll = Roll::Some;
  tables.networks[1].merged_into = "c40";
  tables.networks[1].merged_year = 2004;
  build_known_networks(small.scenario, tables, small.facts);
  REQUIRE(small.facts.networks.size() == 2);
  CHECK(small.facts.networks[0].key == entity_key("c40"));
  CHECK(small.facts.networks[0].founded == 1990);
  CHECK(small.facts.networks[0].ended == 9999);
  const std::vector<KnownNetwork::Accreditation>& rows = small.facts.networks[0].accreditations;
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].rung == Access::Consultative);
  CHECK(rows[0].since == std::nullopt);
  CHECK(rows[2].since == 2001);
  CHECK(small.facts.networks[0].worldwide);
  CHECK(small.facts.networks[0].successor == -1);
  CHECK(small.facts.networks[0].roll == Roll::None);
  CHECK(small.facts.networks[1].ended == 2004);
  CHECK(small.facts.networks[1].successor == 0);
  CHECK(small.facts.networks[1].roll == Roll::Some);
  CHECK(small.facts.networks[1].accreditations.empty());
}

TEST_CASE("a network's domain decides which issue it speaks to", "[known_networks]") {
  const auto [domain, issue] = GENERATE(table<Domain, std::size_t>({{Domain::Climate, 0},
                                                                    {Domain::Energy, 0},
                                                                    {Domain::Health, 1},
                                                                    {Domain::Development, 2},
                                                                    {Domain::Digital, 3},
                                                                    {Domain::General, 4},
                                                                    {Domain::Twinning, 4},
                                                                    {Domain::Metropolitan, 4},
                                                                    {Domain::Economy, 5},
                                                                    {Domain::Culture, 5}}));
  SmallWorld small(1, 5);
  small.scenario.issues = {"mitigation", "adaptation", "finance", "transparency", "urban_role"};
  build_known_networks(small.scenario, {.networks = {network("n", domain)}}, small.facts);
  CHECK(small.facts.networks[0].issue == issue);  // 5: none of them
  CHECK(small.facts.networks[0].domain == domain);
}

TEST_CASE("a network may speak to an issue of the scenario's own", "[known_networks]") {
  SmallWorld small(1, 3);
  small.scenario.issues = {"trade", "migration", "health"};
  build_known_networks(small.scenario,
                       {.networks = {network("n", Domain::Migration), network("m", Domain::Health)}},
                       small.facts);
  CHECK(small.facts.networks[0].issue == 1);
  CHECK(small.facts.networks[1].issue == 2);
}

TEST_CASE("the shipped census: who is a member in European cities, and how often", "[known_networks]") {
  const std::filesystem::path folder = test::source / "scenarios";
  const LoadedScenario loaded = load_scenario("paris-2015", {}, {{folder / "data"}, {folder / "library"}});
  const Tables tables = read_tables(loaded.files);
  const Facts facts = build_facts(loaded.scenario, tables);
  const auto eu = static_cast<std::size_t>(std::ranges::find(bloc_names, "eu") - bloc_names.begin());
  std::vector<std::size_t> held(facts.n_cities, 0);
  for (const KnownNetwork& network : facts.networks) {
    if (network.id == "gcom") continue;  // its European members are those of eu-com
    for (const KnownNetwork::Member& member : network.members) ++held[index(member.city)];
  }
  std::vector<std::size_t> of_members;
  std::size_t n_cities = 0;
  for (std::size_t c = 0; c < facts.n_cities; ++c) {
    const std::size_t i = index(facts.city_state[c]);
    const bool in_europe = facts.blocs[i][eu] || facts.iso3[i] == "GBR";
    if (!in_europe || tables.cities[c].population < 100) continue;
    ++n_cities;
    if (held[c] > 0) of_members.push_back(held[c]);
  }
  std::ranges::sort(of_members);
  const auto n = static_cast<double>(of_members.size());
  CHECK(n_cities == 495);
  CHECK(n / 495 == Approx(0.80).margin(0.005));
  CHECK(static_cast<double>(std::accumulate(of_members.begin(), of_members.end(), std::size_t{0})) / n ==
        Approx(4.9).margin(0.05));
  CHECK(of_members[of_members.size() / 4] == 2);
  CHECK(of_members[of_members.size() / 2] == 3);
  CHECK(of_members[of_members.size() * 3 / 4] == 6);
  CHECK(of_members[of_members.size() * 9 / 10] == 11);
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
