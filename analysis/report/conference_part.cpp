#include <cmath>

#include "analysis/json_value.hpp"
#include "analysis/outcome_columns.hpp"
#include "analysis/report/page_numbers.hpp"
#include "analysis/report/page_parts.hpp"
#include "support/text/date.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

/// How many realizations end with each form; "none" is no text.
Json count_forms(const Variable& form, const std::vector<double>& codes, std::size_t row, std::size_t n) {
  std::vector<int> times(form.flag_meanings.size(), 0);
  for (const double code : row_of(codes, row, n)) ++times[static_cast<std::size_t>(code)];
  Json counts = Json::object();
  for (std::size_t k = 0; k < times.size(); ++k) counts[form.flag_meanings[k]] = times[k];
  return counts;
}

Json history_of(const HistoryBeside& history) {
  const ObservedConference& known = history.conference;
  Json json = {
      {"name", known.name},          {"instrument", known.instrument},      {"ending", name_of(known.ending)},
      {"form", name_of(known.form)}, {"differs", or_null(history.differs)}, {"participation", nullptr},
      {"entered_force", nullptr}};
  if (history.participation) json["participation"] = rounded(*history.participation);
  if (history.entered_force) json["entered_force"] = to_text(*history.entered_force);
  return json;
}

}  // namespace

Json conference_part(const ResultSet& result, const Summary& summary) {
  const Variable* form = result.find_variable("form");
  if (summary.conferences.empty() || form == nullptr) return nullptr;
  const std::vector<double> codes = numbers_of(result, "form");
  Json list = Json::array();
  for (std::size_t c = 0; c < summary.conferences.size(); ++c) {
    const ConferenceSummary& one = summary.conferences[c];
    const double adopted = mean_of(one.means, "adopted");
    list.push_back({{"name", one.name},
                    {"year", one.year},
                    {"adopted", rounded(adopted)},
                    {"interval", rounded({one.adopted_ci95[0], one.adopted_ci95[1]})},
                    {"forms", count_forms(*form, codes, c, summary.conferences.size())},
                    {"form", or_null(one.form)},
                    {"objectors", one.objectors},
                    {"history", one.history ? history_of(*one.history) : Json(nullptr)}});
  }
  return list;
}

Json outcome_part(const ResultSet& result) {
  const std::size_t n_realizations = size_along(result, "realization"), n = size_along(result, "conference");
  if (n == 0) return nullptr;
  const std::size_t n_shown = std::min(n_realizations, most_shown);
  Json outcomes = Json::array();
  for (const OutcomeColumn& column : conference_columns(result)) {
    const Variable* variable = result.find_variable(column.metric);
    if (variable == nullptr || !variable->flag_meanings.empty()) continue;
    Json conferences = Json::array(), quantiles = Json::array(), means = Json::array();
    for (std::size_t c = 0; c < n; ++c) {
      const std::vector<double> values = row_of(column.values, c, n);
      std::vector<double> shown;
      for (std::size_t k = 0; k < n_shown; ++k) shown.push_back(values[k * n_realizations / n_shown]);
      conferences.push_back(rounded(shown));
      quantiles.push_back(quantiles_of(values));
      means.push_back(rounded(mean_of_applying(values)));
    }
    outcomes.push_back({{"name", column.metric},
                        {"unit", variable->units},
                        {"about", variable->long_name},
                        {"values", std::move(conferences)},
                        {"quantiles", std::move(quantiles)},
                        {"means", std::move(means)}});
  }
  return outcomes;
}

}  // namespace hansa
