#include <nlohmann/json.hpp>

#include "analysis/sweep_table.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

Json parameters_of(const SweepPlan& plan, std::size_t point, std::size_t arm) {
  Json parameters = Json::object();
  for (std::size_t j = 0; j < plan.sweep.parameters.size(); ++j) {
    const SweepParameter& parameter = plan.sweep.parameters[j];
    const std::string text = text_at(plan.sweep, point, arm, j);
    if (parameter.number)
      parameters[parameter.path] = number_at(plan.sweep, point, arm, j);
    else if (text == "true" || text == "false")
      parameters[parameter.path] = text == "true";
    else
      parameters[parameter.path] = text;
  }
  return parameters;
}

}  // namespace

std::string sweep_json(const SweepPlan& plan, const SweepSummary& summary, const std::string& out,
                       std::optional<double> wall_seconds) {
  const Sweep& sweep = plan.sweep;
  Json arms = Json::array();
  for (const SweepArm& arm : sweep.arms) arms.push_back(arm.name);
  Json json = {{"sweep", sweep.name},
               {"sweep_sha256", plan.stamp.sha256},
               {"design", choices(sweep.design)[static_cast<std::size_t>(sweep.design)]},
               {"seed", sweep.seed},
               {"design_points", sweep.n_points},
               {"arms", arms},
               {"realizations", sweep.realizations},
               {"runs", plan.n_runs()},
               {"failed", summary.n_failed},
               {"missing", summary.n_missing},
               {"out", out}};
  if (wall_seconds) json["wall_seconds"] = *wall_seconds;
  json["rows"] = Json::array();
  for (const SweepRow& row : summary.rows) {
    Json conferences = Json::array();
    for (std::size_t c = 0; c < row.conferences.size(); ++c) {
      const ConferenceParams& params = sweep.reference.scenario.conferences[c];
      const SweepRow::Conference& outcome = row.conferences[c];
      conferences.push_back({{"name", params.name},
                             {"year", params.year},
                             {"adopted", row.n_runs > 0 ? Json(outcome.adopted) : Json(nullptr)},
                             {"depth", outcome.depth ? Json(*outcome.depth) : Json(nullptr)}});
    }
    json["rows"].push_back({{"design_point", row.point},
                            {"arm", sweep.arms[row.arm].name},
                            {"parameters", parameters_of(plan, row.point, row.arm)},
                            {"runs", row.n_runs},
                            {"failed", row.n_failed},
                            {"conferences", conferences},
                            {"networks", row.n_runs > 0 ? Json(row.networks) : Json(nullptr)},
                            {"voice", row.n_runs > 0 ? Json(row.voice) : Json(nullptr)}});
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace hansa
