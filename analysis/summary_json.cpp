#include "analysis/summary_json.hpp"

#include "analysis/json_value.hpp"
#include "support/text/json_text.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

void add_means(const OutcomeMeans& means, Json& json) {
  for (const OutcomeMean& one : means) json[one.metric] = or_null(one.mean);
}

}  // namespace

std::string summary_json(const Summary& summary, const RunIdentity& identity) {
  Json json = {{"scenario", identity.scenario}, {"scenario_sha256", identity.scenario_sha256},
               {"seed", identity.seed},         {"realizations", summary.n_realizations},
               {"out", identity.out},           {"wall_seconds", identity.wall_seconds},
               {"conferences", Json::array()},  {"years", Json::array()},
               {"treaties", Json::array()}};
  for (const ConferenceSummary& c : summary.conferences) {
    Json conference = {
        {"name", c.name}, {"year", c.year}, {"adopted_ci95", c.adopted_ci95}, {"form", or_null(c.form)}};
    add_means(c.means, conference);
    conference["objectors"] = c.objectors;
    json["conferences"].push_back(std::move(conference));
  }
  for (const YearSummary& y : summary.years) {
    Json year = {{"year", y.year}};
    add_means(y.means, year);
    json["years"].push_back(std::move(year));
  }
  for (const TreatySummary& t : summary.treaties) {
    json["treaties"].push_back({{"name", t.name},
                                {"in_force", t.in_force},
                                {"entered_force_median", or_null(t.entered_force_median)}});
  }
  return json_text(json);
}

}  // namespace hansa
