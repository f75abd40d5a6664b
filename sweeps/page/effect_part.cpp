#include <algorithm>

#include <nlohmann/json.hpp>

#include "analysis/report/page_numbers.hpp"
#include "sweeps/page/sweep_parts.hpp"
#include "sweeps/report/sensitivity_report.hpp"

namespace hansa {

nlohmann::ordered_json effect_part(const SweepFindings& found) {
  using Json = nlohmann::ordered_json;
  const std::vector<Contrast> contrasts = contrasts_of(found.plan.sweep);
  const auto number_of_outcome = [&](const OutcomeName& name) {
    return std::find(found.runs.names.begin(), found.runs.names.end(), name) - found.runs.names.begin();
  };
  const auto number_of_contrast = [&](const std::string& name) {
    std::size_t k = 0;
    while (name_of(contrasts[k], found.plan.sweep) != name) ++k;
    return k;
  };
  Json methods = Json::object(), list = Json::array();
  for (const OutcomeEffects& one : found.sensitivity.found) {
    const std::string method(name_of(one.effects.method));
    if (!methods.contains(method)) {
      Json measures = Json::array();
      for (const Measure& measure : measures_of(one.effects.method))
        measures.push_back({{"name", measure.name}, {"about", measure.about}});
      methods[method] = {{"measures", std::move(measures)}, {"ranking", ranking_measure(one.effects.method)}};
    }
    Json by_parameter = Json::array();
    for (const std::vector<Estimate>& measures : one.effects.by_parameter) {
      Json row = Json::array();
      for (const Estimate& estimate : measures) row.push_back(estimate_part(estimate));
      by_parameter.push_back(row.empty() ? Json(nullptr) : row);  // null: the method takes no such values
    }
    list.push_back({{"outcome", number_of_outcome(one.outcome)},
                    {"contrast", number_of_contrast(one.contrast)},
                    {"method", method},
                    {"nothing", nothing_to_rank(one)},
                    {"noise", rounded(one.noise_share())},
                    {"variance", estimate_part(one.effects.variance)},
                    {"units", one.effects.n_units},
                    {"used", one.effects.n_used},
                    {"runs", one.n_runs},
                    {"without_text", one.n_not_applying},
                    {"parameters", std::move(by_parameter)}});
  }
  return {{"methods", std::move(methods)}, {"main", name_of(main_method(found))}, {"found", std::move(list)}};
}

}  // namespace hansa
