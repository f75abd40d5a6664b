#include "agents/known_networks.hpp"

#include <algorithm>
#include <cmath>

#include "agents/covariates.hpp"
#include "scenarios/parameters/scenario.hpp"

namespace hansa {
namespace {

/// The issue of a domain of networks.csv: one of the same name, else that under which it falls (assumption); the
/// domain itself if there is none.
std::string_view issue_of(std::string_view domain, const std::vector<std::string>& issues) {
  const auto has = [&](std::string_view issue) {
    return std::find(issues.begin(), issues.end(), issue) != issues.end();
  };
  if (has(domain)) return domain;
  if (domain == "climate" || domain == "energy" || domain == "transport") return "mitigation";
  if (domain == "environment" || domain == "resilience" || domain == "health" || domain == "food")
    return "adaptation";
  if (domain == "development") return "finance";
  if (domain == "migration" || domain == "human_rights") return has("migration") ? "migration" : "refugees";
  if (domain == "digital" || domain == "democracy") return "transparency";
  if (domain == "metropolitan" && has("urban_development")) return "urban_development";
  if (domain == "general" || domain == "metropolitan" || domain == "twinning") return "urban_role";
  return domain;
}

}  // namespace

void build_known_networks(const Scenario& scenario, const Tables& tables, Facts& facts) {
  for (const NetworkRow& row : tables.networks) {
    if (!scenario.networks.real) break;
    const auto issue =
        std::find(scenario.issues.begin(), scenario.issues.end(), issue_of(row.domain, scenario.issues));
    KnownNetwork network{.id = row.id,
                         .key = entity_key(row.id),
                         .founded = row.founded,
                         .ended = row.merged_year.value_or(9999),
                         .issue = static_cast<std::size_t>(issue - scenario.issues.begin()),
                         .accreditation = row.accreditation,
                         .general = row.domain == "general",
                         .members = {}};
    for (const MembershipRow& member : tables.memberships) {
      if (member.network != row.id || facts.n_cities == 0) continue;
      const auto city = std::lower_bound(facts.city_id.begin(), facts.city_id.end(), member.city_id);
      network.members.push_back({.city = static_cast<CityId>(city - facts.city_id.begin()),
                                 .since = member.year,
                                 .observed = member.observed});
    }
    facts.networks.push_back(std::move(network));
  }
  Series counts;
  for (const CountRow& row : tables.counts) counts.points.emplace_back(row.year, row.count);
  const double counted = at_year(counts, scenario.years.from);
  facts.initial_networks = scenario.networks.initial >= 0
                               ? scenario.networks.initial
                               : static_cast<int>(std::lround(std::isnan(counted) ? 0.0 : counted));
}

}  // namespace hansa
