#include "analysis/summary_json.hpp"

#include <nlohmann/json.hpp>

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

template <class T> Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

}  // namespace

std::string summary_json(const Summary& summary, const RunIdentity& identity) {
  Json json = {{"scenario", identity.scenario}, {"scenario_sha256", identity.scenario_sha256},
               {"seed", identity.seed},         {"realizations", summary.n_realizations},
               {"out", identity.out},           {"wall_seconds", identity.wall_seconds},
               {"conferences", Json::array()},  {"networks", Json::array()},
               {"treaties", Json::array()}};
  for (const ConferenceSummary& c : summary.conferences) {
    json["conferences"].push_back({{"name", c.name},
                                   {"year", c.year},
                                   {"adopted", c.adopted},
                                   {"adopted_ci95", c.adopted_ci95},
                                   {"form", or_null(c.form)},
                                   {"hardness", or_null(c.hardness)},
                                   {"depth", or_null(c.depth)},
                                   {"participation", or_null(c.participation)},
                                   {"urban_role", or_null(c.urban_role)},
                                   {"rounds", c.rounds},
                                   {"objectors", c.objectors}});
  }
  for (const NetworkSummary& n : summary.networks) {
    json["networks"].push_back({{"year", n.year},
                                {"count", n.count},
                                {"effective", n.effective},
                                {"voice", n.voice},
                                {"memberships_per_city", n.memberships_per_city}});
  }
  for (const TreatySummary& t : summary.treaties) {
    json["treaties"].push_back({{"name", t.name},
                                {"in_force_share", t.in_force_share},
                                {"in_force_date_median", or_null(t.in_force_date_median)}});
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";  // a folder's name may be no UTF-8
}

}  // namespace hansa
