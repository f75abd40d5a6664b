#include <cmath>

#include "analysis/outcome_columns.hpp"
#include "analysis/report/page_numbers.hpp"
#include "analysis/report/page_parts.hpp"
#include "support/numbers/lorenz.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_points = 60;  // of a curve

/// A share in ten-thousandths, which are shorter than fractions.
int in_whole(double part, double total) {
  return total > 0 ? static_cast<int>(std::lround(1e4 * part / total)) : 0;
}

Json curve_json(const Lorenz& curve) {
  if (curve.points.empty()) return nullptr;
  Json points = Json::array();
  for (const auto& [holders, held] : thinned(curve, most_points).points)
    points.push_back(rounded({holders, held}));
  return {{"points", std::move(points)}, {"gini", rounded(curve.gini)}};
}

/// How unequally memberships are spread over cities in the last year: all realizations in one curve, and quantiles of the
/// index over realizations. The last class counts as its smallest number.
Json memberships(const ResultSet& result) {
  const std::vector<double> cities = numbers_of(result, "cities_by_degree");
  const std::size_t n = size_along(result, "networks_held"), n_years = size_along(result, "year"),
                    n_realizations = size_along(result, "realization");
  if (cities.empty()) return nullptr;
  std::vector<Holders> all(n);
  std::vector<double> indices;
  for (std::size_t r = 0; r < n_realizations; ++r) {
    std::vector<Holders> one(n);
    for (std::size_t held = 0; held < n; ++held) {
      const double count = cities[(r * n_years + n_years - 1) * n + held];
      one[held] = {count * static_cast<double>(held), count};
      all[held].held += one[held].held;
      all[held].n += count;
    }
    const Lorenz curve = lorenz_of(std::move(one));
    if (!curve.points.empty()) indices.push_back(curve.gini);
  }
  Json json = curve_json(lorenz_of(std::move(all)));
  if (!json.is_null()) json["gini"] = quantiles_of(std::move(indices));
  return json;
}

/// How unequal the nearness of cities to a drafting table is in the last year, by their means over realizations.
Json doors(const ResultSet& result) {
  const std::vector<double> near = numbers_of(result, "city_door");
  if (near.empty()) return nullptr;
  const std::size_t n_years = size_along(result, "year");
  std::vector<Holders> cities;
  for (const double door : row_of(near, n_years - 1, n_years)) cities.push_back({door, 1});
  return curve_json(lorenz_of(std::move(cities)));
}

}  // namespace

Json access_part(const ResultSet& result, const PreparedScenario& prepared) {
  const std::vector<double> access = numbers_of(result, "city_access"), votes = numbers_of(result, "votes");
  const std::size_t n_states = votes.size(), n_conferences = size_along(result, "conference");
  if (access.empty() || n_conferences == 0 || prepared.facts.n_cities == 0) return nullptr;
  std::vector<double> n_cities(n_states, 0.0);
  for (const StateId state : prepared.facts.city_state)
    if (index(state) < n_states) n_cities[index(state)] += 1;
  Json json = {{"cities", Json::array()},
               {"totals", Json::array()},
               {"shares", Json::array()},
               {"curves", Json::array()}};
  for (std::size_t s = 0; s < n_states; ++s)
    if (votes[s] != 0) json["cities"].push_back(rounded(n_cities[s]));
  for (std::size_t c = 0; c < n_conferences; ++c) {
    std::vector<Holders> groups;
    double total = 0;
    for (std::size_t s = 0; s < n_states; ++s) total += access[c * n_states + s];
    std::vector<int> shares;
    for (std::size_t s = 0; s < n_states; ++s) {
      groups.push_back({access[c * n_states + s], n_cities[s]});
      if (votes[s] != 0) shares.push_back(in_whole(access[c * n_states + s], total));
    }
    json["totals"].push_back(rounded(total));
    json["shares"].push_back(std::move(shares));
    json["curves"].push_back(curve_json(lorenz_of(std::move(groups))));
  }
  json["memberships"] = memberships(result);
  json["doors"] = doors(result);
  return json;
}

}  // namespace hansa
