#include <algorithm>
#include <map>

#include "analysis/report/page_numbers.hpp"
#include "analysis/report/page_parts.hpp"
#include "sim/record/column_info.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

/// The city that stands for a state on a map: its capital, else its largest.
std::map<std::string, const CityRow*> seats_of(const Tables& tables) {
  std::map<std::string, const CityRow*> seats;
  for (const CityRow& city : tables.cities) {
    const CityRow*& seat = seats[city.iso3];
    if (seat == nullptr || (city.capital && !seat->capital) ||
        (city.capital == seat->capital && city.population > seat->population))
      seat = &city;
  }
  return seats;
}

/// Values by conference of the chosen rows, of a variable (conference x state) from `offset` on; null: older results
/// lack it.
Json by_conference(const std::vector<double>& values, std::size_t offset, std::size_t n_conferences,
                   std::size_t n_states, const std::vector<std::size_t>& rows) {
  if (values.size() < offset + n_conferences * n_states) return nullptr;
  Json conferences = Json::array();
  for (std::size_t c = 0; c < n_conferences; ++c) {
    std::vector<double> list;
    for (const std::size_t s : rows) list.push_back(values[offset + c * n_states + s]);
    conferences.push_back(rounded(list));
  }
  return conferences;
}

/// How many realizations each state objects in, at each conference.
std::vector<double> count_objections(const ResultSet& result, std::size_t n_points) {
  std::vector<double> times(n_points, 0.0);
  const std::vector<double> objects = numbers_of(result, "objects");
  for (std::size_t k = 0; k < objects.size(); ++k) times[k % n_points] += objects[k];
  return times;
}

}  // namespace

Json state_part(const ResultSet& result, const Tables& tables) {
  const std::vector<std::string> codes = names_along(result, "state");
  const Variable* named = result.find_variable("state_name");
  const std::vector<double> votes = numbers_of(result, "votes");
  const std::size_t n = codes.size(), n_conferences = size_along(result, "conference");
  const auto* names = named == nullptr ? nullptr : std::get_if<std::vector<std::string>>(&named->values);
  if (names == nullptr || votes.empty() || n_conferences == 0) return nullptr;
  const auto seats = seats_of(tables);
  std::vector<std::size_t> rows;
  Json json = {{"codes", Json::array()}, {"names", Json::array()}, {"places", Json::array()}};
  for (std::size_t s = 0; s < n; ++s) {
    if (votes[s] == 0) continue;
    rows.push_back(s);
    json["codes"].push_back(codes[s]);
    json["names"].push_back((*names)[s]);
    const auto seat = seats.find(codes[s]);
    json["places"].push_back(seat == seats.end()
                                 ? Json(nullptr)
                                 : Json{rounded(seat->second->longitude), rounded(seat->second->latitude)});
  }
  json["objections"] = by_conference(count_objections(result, n_conferences * n), 0, n_conferences, n, rows);
  json["gain"] = by_conference(numbers_of(result, "gain"), 0, n_conferences, n, rows);
  const std::vector<double> quantiles = numbers_of(result, "gain_quantile");
  for (std::size_t q = 0; q < kept_quantiles.size() && !quantiles.empty(); q += 2)  // .05, .5, .95
    json["gain_quantiles"].push_back(by_conference(quantiles, q * n_conferences * n, n_conferences, n, rows));
  json["at_home"] = by_conference(numbers_of(result, "at_home"), 0, n_conferences, n, rows);
  return json;
}

}  // namespace hansa
