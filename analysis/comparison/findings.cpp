#include "analysis/comparison/findings.hpp"

#include <nlohmann/json.hpp>

#include "analysis/comparison/attribution_report.hpp"
#include "analysis/comparison/comparison_report.hpp"
#include "analysis/comparison/identification.hpp"
#include "support/text/json_text.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

std::string title_of(const Scenario& scenario) {
  return scenario.title.empty() ? scenario.name : scenario.title;
}

/// Members of a JSON object: pairs, seed and arms.
Json arms_json(std::span<const PreparedArm> arms) {
  const Scenario& scenario = arms.front().scenario();
  Json json = {{"pairs", scenario.realizations}, {"seed", scenario.seed}, {"arms", Json::array()}};
  for (const PreparedArm& arm : arms) {
    json["arms"].push_back({{"name", arm.name},
                            {"settings", arm.settings},
                            {"scenario_name", arm.scenario().name},
                            {"scenario_sha256", arm.prepared.sha256},
                            {"out", arm.folder}});
  }
  return json;
}

}  // namespace

Findings compare_arms(std::span<const PreparedArm> arms, std::span<const ResultSet> results,
                      double smallest) {
  std::vector<ArmWithout> without;
  for (std::size_t k = 0; k < arms.size(); ++k)
    if (!arms[k].part.empty()) without.push_back({arms[k].part, &results[k]});
  if (!arms[1].part.empty()) return attribute(results.front(), without, results.back(), smallest);
  Comparison comparison = compare(results[0], results[1], smallest);
  comparison.overlap = arms[1].overlap;
  if (!without.empty()) comparison.split = attribute(results[0], without, results[1], smallest);
  return comparison;
}

std::string findings_json(std::span<const PreparedArm> arms, const Findings& findings,
                          const std::optional<WrittenTo>& written) {
  Json json = arms_json(arms);
  const auto* comparison = std::get_if<Comparison>(&findings);
  json.update(comparison != nullptr ? comparison_json(*comparison)
                                    : attribution_json(std::get<Attribution>(findings)));
  if (written) {
    json["out"] = written->out;
    json["wall_seconds"] = written->wall_seconds;
  }
  return json_text(json);
}

Text findings_text(std::span<const PreparedArm> arms, const Findings& findings) {
  const std::string title = title_of(arms.front().scenario());
  const auto* comparison = std::get_if<Comparison>(&findings);
  const Text text = comparison != nullptr ? comparison_text(*comparison, title, arms[1].name)
                                          : attribution_text(std::get<Attribution>(findings), title);
  return text + identification_text(arms);
}

}  // namespace hansa
