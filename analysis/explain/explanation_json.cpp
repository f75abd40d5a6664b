#include "analysis/explain/explanation_report.hpp"
#include "analysis/json_value.hpp"
#include "scenarios/parameters/scenario.hpp"
#include "support/text/json_text.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

Json parts_json(const StateReading& state, const FormExplanation& text) {
  Json json;
  for (std::size_t k = 0; k < text.issues.size(); ++k)
    for (const GainPart& part : gain_parts)
      json[text.issues[k]][std::string(part.name)] = state.parts[k].*part.value;
  return json;
}

Json readings_json(const Readings& readings, const FormExplanation& text, const Facts& facts) {
  Json objector;
  for (const GainPart& part : gain_parts) objector[std::string(part.name)] = readings.objector.*part.value;
  Json json = {{"realizations", readings.n},
               {"objections", readings.n_objections},
               {"objector_gain_parts", std::move(objector)},
               {"states", Json::array()}};
  for (const StateReading& state : readings.states) {
    json["states"].push_back({{"state", facts.iso3[state.row]},
                              {"name", facts.state_name[state.row]},
                              {"objects", state.objects},
                              {"objects_ci95", state.objects_ci95},
                              {"gain", state.gain},
                              {"gain_90", state.gain_90},
                              {"bearable_loss", state.bearable},
                              {"margin", state.margin},
                              {"at_home", state.at_home},
                              {"payment", state.payment},
                              {"gain_parts", parts_json(state, text)}});
  }
  return json;
}

Json change_json(const LeastChange& change) {
  Json values = Json::array();
  for (const LeverValue& value : change.turned_at) values.push_back(or_null(value));
  const auto& [near, far] = change.ci95;
  const bool near_first = change.range.from < change.range.to;  // the smaller value first
  return {{"change", change.lever->name},
          {"now", change.now},
          {"from", change.range.from},
          {"to", change.range.to},
          {"median", or_null(change.median)},
          {"median_ci95", {or_null(near_first ? near : far), or_null(near_first ? far : near)}},
          {"turned", change.turned},
          {"turned_ci95", change.turned_ci95},
          {"by_realization", std::move(values)}};
}

}  // namespace

std::string explanation_json(const Explanation& explanation, const Facts& facts) {
  Json json = {{"scenario_name", facts.scenario->name},
               {"conference", explanation.conference},
               {"year", explanation.year},
               {"realizations", explanation.n_realizations},
               {"seed", facts.scenario->seed},
               {"history", Json(nullptr)},
               {"forms", Json::array()}};
  if (explanation.past) {
    json["history"] = {{"ending", name_of(explanation.past->ending)},
                       {"form_asked", name_of(explanation.past->form)},
                       {"instrument", explanation.past->instrument},
                       {"differs", or_null(explanation.differs)}};
  }
  for (const FormExplanation& text : explanation.forms) {
    json["forms"].push_back({{"form", name_of(text.form)},
                             {"offered", text.n_offered},
                             {"adopted", text.n_adopted},
                             {"adopted_ci95", text.adopted_ci95},
                             {"rounds", text.rounds},
                             {"objectors_where_failed", text.n_objectors},
                             {"issues", text.issues},
                             {"status_quo", text.status_quo},
                             {"content_by_round", text.content},
                             {"failed", readings_json(text.failed, text, facts)},
                             {"passed", readings_json(text.passed, text, facts)}});
  }
  json["least_changes"] = {
      {"form", name_of(explanation.turned)}, {"aim", name_of(explanation.aim)}, {"changes", Json::array()}};
  for (const LeastChange& change : explanation.changes)
    json["least_changes"]["changes"].push_back(change_json(change));
  if (explanation.absence) {
    Json codes = Json::array();
    for (const std::size_t row : explanation.absence->states) codes.push_back(facts.iso3[row]);
    json["least_changes"]["absence"] = {{"states", std::move(codes)},
                                        {"adopted", explanation.absence->passes},
                                        {"adopted_ci95", explanation.absence->passes_ci95}};
  }
  return json_text(json);
}

}  // namespace hansa
