#include "analysis/comparison/comparison_report.hpp"

#include <nlohmann/json.hpp>

#include "analysis/comparison/attribution_json.hpp"
#include "analysis/comparison/attribution_table.hpp"
#include "analysis/comparison/comparison_json.hpp"
#include "analysis/comparison/comparison_table.hpp"
#include "scenarios/parameters/vocabulary.hpp"
#include "support/text/json_text.hpp"

namespace hansa {
namespace {

std::string title_of(const Scenario& scenario) {
  return scenario.title.empty() ? scenario.name : scenario.title;
}

nlohmann::ordered_json identify(std::span<const PreparedArm> arms) {
  std::vector<ArmIdentity> identities;
  for (const PreparedArm& arm : arms)
    identities.push_back({arm.name, arm.settings, arm.scenario().name, arm.prepared.sha256, arm.folder});
  const Scenario& scenario = arms.front().scenario();
  return arms_json(static_cast<std::size_t>(scenario.realizations), scenario.seed, identities);
}

}  // namespace

Findings compare_arms(std::span<const PreparedArm> arms, std::span<const ResultSet> results) {
  if (arms.size() == 2) return compare(results.front(), results.back());
  std::vector<ArmWithout> without;
  for (std::size_t k = 0; k < n_channels; ++k)
    without.push_back({std::string(channel_names[k]), &results[k + 1]});
  return attribute(results.front(), without, results.back());
}

std::string findings_json(std::span<const PreparedArm> arms, const Findings& findings,
                          const std::optional<WrittenTo>& written) {
  nlohmann::ordered_json json = identify(arms);
  const auto* comparison = std::get_if<Comparison>(&findings);
  json.update(comparison != nullptr ? comparison_json(*comparison)
                                    : attribution_json(std::get<Attribution>(findings)));
  if (written) {
    json["out"] = written->out;
    json["wall_seconds"] = written->wall_seconds;
  }
  return json_text(json);
}

std::string findings_table(std::span<const PreparedArm> arms, const Findings& findings) {
  const std::string title = title_of(arms.front().scenario());
  const auto* comparison = std::get_if<Comparison>(&findings);
  return comparison != nullptr ? comparison_table(*comparison, title, arms.back().name)
                               : attribution_table(std::get<Attribution>(findings), title);
}

}  // namespace hansa
