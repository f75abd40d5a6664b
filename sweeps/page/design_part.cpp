#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "analysis/pages/describe.hpp"
#include "analysis/report/page_parts.hpp"
#include "scenarios/print/parameter_values.hpp"
#include "scenarios/print/write_value.hpp"
#include "sweeps/page/parameter_words.hpp"
#include "sweeps/page/sweep_parts.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

/// What is swept, with its values as texts, or the ends of its range.
Json parameter_rows(const SweepFindings& found) {
  const Sweep& sweep = found.plan.sweep;
  std::map<std::string, ParameterEntry> documented;
  for (const SectionEntry& section : describe_parameters())
    for (const ParameterEntry& entry : section.parameters) documented.emplace(entry.path, entry);
  std::map<std::string, std::string> reference;
  for (const ParameterValue& value : parameter_values(sweep.reference.scenario))
    reference.emplace(value.path, value.value);
  Json list = Json::array();
  for (std::size_t j = 0; j < sweep.parameters.size(); ++j) {
    const SweepParameter& parameter = sweep.parameters[j];
    Json values = Json::array();
    for (const Node& value : parameter.values) values.push_back(write_node(value));
    Json row = {{"path", parameter.path},
                {"words", words_of_parameter(parameter.path)},
                {"unit", parameter.unit},
                {"number", parameter.number},
                {"values", parameter.values.empty() ? Json(nullptr) : values},
                {"min", nullptr},
                {"max", nullptr},
                {"base", nullptr},
                {"about", ""},
                {"source", ""}};
    if (parameter.number) {
      const Ends ends = ends_of(sweep, j);
      row["min"] = ends.least;
      row["max"] = ends.greatest;
    }
    if (const auto base = reference.find(parameter.path); base != reference.end()) row["base"] = base->second;
    if (const auto entry = documented.find(documented_path(parameter.path)); entry != documented.end()) {
      row["about"] = entry->second.info.about;
      row["source"] = entry->second.info.source;
    }
    list.push_back(std::move(row));
  }
  return list;
}

Json arm_rows(const Sweep& sweep) {
  Json list = Json::array();
  for (const SweepArm& arm : sweep.arms) {
    Json settings = Json::array();
    for (const SweepSetting& setting : arm.settings)
      settings.push_back(setting.path + "=" + write_node(setting.value));
    list.push_back({{"name", arm.name}, {"without", arm.without}, {"settings", std::move(settings)}});
  }
  return list;
}

}  // namespace

Ends ends_of(const Sweep& sweep, std::size_t parameter) {
  const SweepParameter& swept = sweep.parameters[parameter];
  Ends ends{swept.min, swept.max};
  for (std::size_t k = 0; k < swept.values.size(); ++k) {
    const double value = number_of(sweep, swept.values[k], parameter);
    ends = k == 0 ? Ends{value, value} : Ends{std::min(ends.least, value), std::max(ends.greatest, value)};
  }
  return ends;
}

Json design_part(const SweepFindings& found) {
  const Sweep& sweep = found.plan.sweep;
  Json outcomes = Json::array(), contrasts = Json::array();
  for (const OutcomeName& name : found.runs.names)
    outcomes.push_back({{"name", name.column},
                        {"conference", name.conference.empty() ? Json(nullptr) : Json(name.conference)}});
  for (const Contrast& contrast : contrasts_of(sweep))
    contrasts.push_back({{"name", name_of(contrast, sweep)},
                         {"arm", contrast.arm},
                         {"minus", contrast.minus ? Json(*contrast.minus) : Json(nullptr)}});
  return {{"design", name_of(sweep.design)},
          {"scenario", sweep.reference.scenario.name},
          {"points", sweep.n_points},
          {"realizations", sweep.realizations},
          {"samples", sweep.samples},
          {"runs", found.plan.n_runs()},
          {"last_year", sweep.reference.scenario.years.to},
          {"parameters", parameter_rows(found)},
          {"arms", arm_rows(sweep)},
          {"outcomes", std::move(outcomes)},
          {"main_outcome", main_outcome(found)},
          {"contrasts", std::move(contrasts)}};
}

}  // namespace hansa
