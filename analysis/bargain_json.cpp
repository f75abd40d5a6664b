#include "analysis/bargain_json.hpp"

#include <string>

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

Json positions_json(const std::vector<double>& positions, std::size_t n_issues) {
  Json actors = Json::array();
  for (std::size_t k = 0; k < positions.size(); k += n_issues) {
    Json row = Json::array();
    for (std::size_t d = 0; d < n_issues; ++d) row.push_back(positions[k + d]);
    actors.push_back(std::move(row));
  }
  return actors;
}

}  // namespace

Json bargain_json(const BargainTable& table, const std::vector<BargainOutcome>& outcomes) {
  Json json = {{"issues", Json::array()}, {"actors", Json::array()}, {"solvers", Json::object()}};
  for (const BargainIssue& issue : table.issues)
    json["issues"].push_back({{"name", issue.name},
                              {"min", issue.least},
                              {"max", issue.most},
                              {"reference", issue.reference ? Json(*issue.reference) : Json(nullptr)}});
  for (std::size_t k = 0; k < table.n_actors(); ++k)
    json["actors"].push_back(
        {{"name", table.actors[k]}, {"power", table.power[k]}, {"veto", table.veto[k] != 0}});
  for (const BargainOutcome& found : outcomes) {
    Json turns = Json::array();
    for (const std::vector<double>& turn : found.positions)
      turns.push_back(positions_json(turn, table.n_issues()));
    json["solvers"][std::string(bargain_solver_names[static_cast<std::size_t>(found.solver)])] = {
        {"outcome", found.outcome},
        {"agreed", found.agreed},
        {"turns", found.n_turns()},
        {"positions", std::move(turns)}};
    if (!found.texts.empty()) json["solvers"].back()["texts"] = found.texts;
  }
  return json;
}

}  // namespace hansa
