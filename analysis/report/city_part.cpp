#include <algorithm>
#include <map>

#include "analysis/report/page_numbers.hpp"
#include "analysis/report/page_parts.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

constexpr double shown_from = 1000;  // people of a city outside all networks that the map shows  [thousand]

}  // namespace

Json city_part(const PreparedScenario& prepared, const Tables& tables) {
  if (!prepared.scenario().world.with_cities || tables.cities.empty()) return nullptr;
  std::map<std::string, std::vector<std::int64_t>> members;  // by network
  std::map<std::int64_t, std::size_t> row;                   // of the city in the page
  for (const MembershipRow& membership : tables.memberships) {
    members[membership.network].push_back(membership.city_id);
    row[membership.city_id];
  }
  Json names = Json::array(), places = Json::array(), people = Json::array(), networks = Json::array();
  for (const CityRow& city : tables.cities) {
    if (city.population < shown_from && !row.contains(city.id)) continue;
    row[city.id] = names.size();
    names.push_back(city.name);
    places.push_back({rounded(city.longitude), rounded(city.latitude)});
    people.push_back(rounded(city.population));
  }
  for (const NetworkRow& network : tables.networks) {
    const auto found = members.find(network.id);
    if (found == members.end()) continue;
    Json rows = Json::array();
    for (const std::int64_t city : found->second) rows.push_back(row[city]);
    networks.push_back({{"name", network.name}, {"founded", network.founded}, {"members", std::move(rows)}});
  }
  return {{"names", std::move(names)},
          {"places", std::move(places)},
          {"people", std::move(people)},
          {"networks", std::move(networks)}};
}

}  // namespace hansa
