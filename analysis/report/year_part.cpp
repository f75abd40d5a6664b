#include <algorithm>

#include "analysis/outcome_columns.hpp"
#include "analysis/report/page_numbers.hpp"
#include "analysis/report/page_parts.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

/// Cities by the number of networks that they are in, in the last year; null without --networks.
Json degrees_of(const ResultSet& result) {
  const std::vector<double> cities = numbers_of(result, "cities_by_degree");
  if (cities.empty()) return nullptr;
  const std::size_t n_years = size_along(result, "year"), n = size_along(result, "networks_held");
  Json list = Json::array();
  for (std::size_t held = 0; held < n; ++held)
    list.push_back(quantiles_of(row_of(cities, (n_years - 1) * n + held, n_years * n)));
  return list;
}

}  // namespace

std::vector<int> events_within(const PreparedScenario& prepared, const std::vector<int>& years) {
  std::vector<int> events;
  for (const int year : prepared.scenario().event_years)
    if (year >= years.front() && year <= years.back()) events.push_back(year);
  return events;
}

Json year_part(const ResultSet& result, const PreparedScenario& prepared) {
  const std::vector<int> years = years_of(result);
  const std::size_t n = years.size();
  Json outcomes = Json::object();
  for (const OutcomeColumn& column : year_columns(result)) {
    const Variable* variable = result.find_variable(column.metric);
    const bool declared = variable != nullptr && variable->dims.size() == 2;
    Json quantiles = Json::array();
    for (std::size_t y = 0; y < n; ++y) quantiles.push_back(quantiles_of(row_of(column.values, y, n)));
    outcomes[column.metric] = {{"unit", declared ? variable->units : "1"},
                               {"about", declared ? variable->long_name : ""},
                               {"quantiles", std::move(quantiles)}};
  }
  return {{"labels", years},
          {"outcomes", std::move(outcomes)},
          {"events", events_within(prepared, years)},
          {"degrees", degrees_of(result)}};
}

Json pressure_part(const ResultSet& result) {
  const std::vector<double> pressure = numbers_of(result, "pressure");
  const std::vector<std::string> channels = names_along(result, "channel");
  const std::size_t n_conferences = size_along(result, "conference"), n = channels.size();
  if (pressure.empty()) return nullptr;
  Json conferences = Json::array();
  for (std::size_t c = 0; c < n_conferences; ++c) {
    Json list = Json::array();
    for (std::size_t k = 0; k < n; ++k)
      list.push_back(quantiles_of(row_of(pressure, c * n + k, n_conferences * n)));
    conferences.push_back(std::move(list));
  }
  return {{"channels", channels}, {"conferences", std::move(conferences)}};
}

}  // namespace hansa
