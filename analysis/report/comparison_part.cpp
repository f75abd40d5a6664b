#include <string_view>

#include "analysis/outcome_columns.hpp"
#include "analysis/paired_difference.hpp"
#include "analysis/report/page_numbers.hpp"
#include "analysis/report/page_parts.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

/// A difference of compare.json under a name: a part of the whole, what parts do only together, or the whole.
Json contribution(std::string_view name, std::string_view kind, const Json& one) {
  Json row = {{"part", name}, {"kind", kind}};
  for (const char* key : {"mean", "ci95", "p_adjusted", "named", "n"}) row[key] = one.at(key);
  return row;
}

/// The parts of one outcome, at one conference or in the mean, which add up to the last row.
Json contributions_of(const Json& one) {
  Json rows = Json::array();
  const bool attributed = one.contains("parts");
  const Json& parts = attributed ? one.at("parts") : one;
  for (const auto& [name, part] : parts.items())
    if (part.is_object() && name != "interaction" && name != "together")
      rows.push_back(contribution(name, "part", part));
  rows.push_back(contribution("only together", "rest", one.at(attributed ? "remainder" : "interaction")));
  rows.push_back(contribution("the whole", "whole", one.at("together")));
  return {{"metric", one.at("metric")},
          {"conference", one.contains("conference") ? one.at("conference") : Json(nullptr)},
          {"rows", std::move(rows)}};
}

/// The values of an outcome in one year, in the realizations of these pairs.
std::vector<double> values_in(const OutcomeColumn& column, std::size_t n_years, std::size_t year,
                              const std::vector<RowPair>& realizations, std::size_t RowPair::*arm) {
  std::vector<double> values;
  for (const RowPair& pair : realizations) values.push_back(column.values[pair.*arm * n_years + year]);
  return values;
}

Json difference_of(const std::vector<double>& first, const std::vector<double>& second) {
  const PairedDifference difference = paired_difference(first, second);
  return rounded({difference.mean, difference.lo, difference.hi});
}

}  // namespace

Json contribution_part(const Json& comparison) {
  Json list = Json::array();
  for (const char* key : {"mean_attribution", "attribution", "split"})
    if (comparison.contains(key))
      for (const Json& one : comparison.at(key)) list.push_back(contributions_of(one));
  return list.empty() ? Json(nullptr) : list;
}

Json arm_part(const ResultSet& first, const ResultSet& second) {
  const std::vector<RowPair> years = common_rows(first, second, "year"),
                             realizations = common_rows(first, second, "realization");
  const std::vector<OutcomeColumn> others = year_columns(second);
  const std::vector<int> labels = years_of(first);
  Json outcomes = Json::array(), shown = Json::array();
  for (const RowPair& year : years) shown.push_back(labels[year.full]);
  for (const OutcomeColumn& column : year_columns(first)) {
    const OutcomeColumn* other = find_column(others, column.metric);
    if (other == nullptr) continue;
    const Variable* variable = first.find_variable(column.metric);
    const bool declared = variable != nullptr && variable->dims.size() == 2;
    Json arms = {Json::array(), Json::array()}, differences = Json::array();
    for (const RowPair& year : years) {
      const std::vector<double> here =
          values_in(column, labels.size(), year.full, realizations, &RowPair::full);
      const std::vector<double> there =
          values_in(*other, size_along(second, "year"), year.other, realizations, &RowPair::other);
      arms[0].push_back(quantiles_of(here));
      arms[1].push_back(quantiles_of(there));
      differences.push_back(difference_of(here, there));
    }
    outcomes.push_back({{"name", column.metric},
                        {"unit", declared ? variable->units : "1"},
                        {"about", declared ? variable->long_name : ""},
                        {"arms", std::move(arms)},
                        {"differences", std::move(differences)}});
  }
  return {{"labels", std::move(shown)}, {"outcomes", std::move(outcomes)}};
}

}  // namespace hansa
